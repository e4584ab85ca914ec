/// One thing to know or to be able to do.
package struct Statement: Sendable {
  package var id: String
  package var outcome: Ref<Outcome>
  package var kind: Ref<Kind>?
  package var text: Markdown
  package var phase: Ref<Phase>?
  package var specialism: Ref<Specialism>?
  package var reliesOn: [Ref<Statement>] = []
  package var after: [Prerequisite] = []
  package var buildsOn: Markdown?
  package var citations: [Citation] = []
  package var evidence: EvidenceRule?
  package var alternative: Markdown?
  package var progression: [Progression] = []
  package var notes: [RoleNote] = []
  package var examples: [Example] = []
  package var tags: [String] = []

  package init(id: String, outcome: Ref<Outcome>, text: Markdown) {
    self.id = id
    self.outcome = outcome
    self.text = text
  }
}

/// What has to be achieved before a statement: another, or all of an outcome.
package enum Prerequisite: Hashable, Sendable {
  case statement(Ref<Statement>)
  case outcome(Ref<Outcome>)
}

/// What more is expected of a statement in a later phase.
package struct Progression: Sendable {
  package let phase: Ref<Phase>
  package let text: Markdown

  package init(phase: Ref<Phase>, text: Markdown) {
    self.phase = phase
    self.text = text
  }
}

/// What one role should know about a statement.
package struct RoleNote: Sendable {
  package let role: Ref<Role>
  package let text: Markdown

  package init(role: Ref<Role>, text: Markdown) {
    self.role = role
    self.text = text
  }
}

/// What a statement looks like in one setting.
package struct Example: Sendable {
  package let setting: String
  package let text: Markdown

  package init(setting: String, text: Markdown) {
    self.setting = setting
    self.text = text
  }
}

/// What evidence a statement asks for, and how much of it.
package struct EvidenceRule: Sendable {
  /// Types of which any will do.
  package let anyOf: [Ref<EvidenceType>]
  /// Types that are all needed.
  package let allOf: [Ref<EvidenceType>]
  /// How many pieces at least.
  package let atLeast: Int?
  /// How many different people have to have observed it.
  package let observers: Int?

  package init(
    anyOf: [Ref<EvidenceType>], allOf: [Ref<EvidenceType>], atLeast: Int?, observers: Int?
  ) {
    self.anyOf = anyOf
    self.allOf = allOf
    self.atLeast = atLeast
    self.observers = observers
  }
}
