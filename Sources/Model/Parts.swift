/// A kind of statement, such as knowledge or skill.
@usableFromInline
package struct Kind: Sendable {
  package var id: String
  package var title: String
  /// The words that its statements go on from: "Know how to".
  package var stem: String?
  package var summary: Markdown?

  package init(id: String, title: String, stem: String?, summary: Markdown?) {
    self.id = id
    self.title = title
    self.stem = stem
    self.summary = summary
  }
}

/// A stretch of time that people go through.
@usableFromInline
package struct Phase: Sendable {
  package var id: String
  package var title: String
  /// The duration for a full-time worker.
  package var months: Int?
  package var requirement: Requirement
  package var summary: Markdown?
  package var citations: [Citation] = []

  package init(
    id: String, title: String, months: Int?, requirement: Requirement, summary: Markdown?
  ) {
    self.id = id
    self.title = title
    self.months = months
    self.requirement = requirement
    self.summary = summary
  }
}

/// Whether people must go through a phase.
package enum Requirement: String, CaseIterable, Sendable {
  case mandatory, offered, optional
}

/// A branch of a phase that a person may choose.
@usableFromInline
package struct Specialism: Sendable {
  package var id: String
  package var title: String
  package var phase: Ref<Phase>?
  package var summary: Markdown?
  package var citations: [Citation] = []

  package init(id: String, title: String, phase: Ref<Phase>?, summary: Markdown?) {
    self.id = id
    self.title = title
    self.phase = phase
    self.summary = summary
  }
}

/// Somebody with a part in the framework.
@usableFromInline
package struct Role: Sendable {
  package var id: String
  package var title: String
  /// The verb for what the role does with a statement: "assess".
  package var verb: String?
  /// Roles that the same person may not have.
  package var notAlso: [Ref<Role>]
  /// The statements that its own pages show, if the author said so.
  package var share: RoleShare?
  package var summary: Markdown?
  package var citations: [Citation] = []

  package init(
    id: String, title: String, verb: String?, notAlso: [Ref<Role>], summary: Markdown?
  ) {
    self.id = id
    self.title = title
    self.verb = verb
    self.notAlso = notAlso
    self.summary = summary
  }
}

/// Something that can show that a statement is met.
package struct EvidenceType: Sendable {
  package var id: String
  package var title: String
  package var completedBy: Ref<Role>?
  package var summary: Markdown?
  package var citations: [Citation] = []

  package init(id: String, title: String, completedBy: Ref<Role>?, summary: Markdown?) {
    self.id = id
    self.title = title
    self.completedBy = completedBy
    self.summary = summary
  }
}

/// A broad area of a framework.
@usableFromInline
package struct Domain: Sendable {
  package var id: String
  package var title: String
  package var summary: Markdown?
  package var outcomes: [Ref<Outcome>]

  package init(id: String, title: String, summary: Markdown?, outcomes: [Ref<Outcome>]) {
    self.id = id
    self.title = title
    self.summary = summary
    self.outcomes = outcomes
  }
}

/// A result that people achieve who meet all of its statements.
@usableFromInline
package struct Outcome: Sendable {
  package var id: String
  package var title: String
  package var summary: Markdown?
  package var domain: Ref<Domain>
  package var statements: [Ref<Statement>]

  package init(
    id: String, title: String, summary: Markdown?, domain: Ref<Domain>,
    statements: [Ref<Statement>]
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.domain = domain
    self.statements = statements
  }
}

/// A term with its one definition.
package struct Term: Sendable {
  package var term: String
  package var abbreviation: String?
  package var also: [String]
  package var definition: Markdown
  /// A BCP 47 tag, if the term is not in the framework's language.
  package var language: String?

  package init(term: String, abbreviation: String?, also: [String], definition: Markdown) {
    self.term = term
    self.abbreviation = abbreviation
    self.also = also
    self.definition = definition
  }
}
