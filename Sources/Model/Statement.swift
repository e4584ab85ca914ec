/// One thing to know or to be able to do: a view on the columns of `Statements`.
@usableFromInline
package struct Statement: Sendable {
  @usableFromInline let statements: Statements

  /// The reference to this statement.
  @usableFromInline package let ref: Ref<Statement>

  @inlinable @inline(__always)
  init(_ statements: Statements, _ ref: Ref<Statement>) {
    self.statements = statements
    self.ref = ref
  }

  @inlinable var columns: StatementColumns { _read { yield statements.columns } }
  @inlinable var number: Int { Int(ref.index) }
  @inlinable var references: SingleReferences { columns.references[number] }
}

extension Statement {
  @inlinable package var id: String { _read { yield columns.ids[number] } }
  @inlinable package var text: Markdown { _read { yield columns.texts[number] } }

  @inlinable package var outcome: Ref<Outcome> { references.outcome }

  /// The domain of its outcome.
  @inlinable package var domain: Ref<Domain> { references.domain }
  @inlinable package var kind: Ref<Kind>? { references.kind.ref }
  @inlinable package var phase: Ref<Phase>? { references.phase.ref }
  @inlinable package var specialism: Ref<Specialism>? { references.specialism.ref }

  /// The number of its rule of evidence among `Statements.evidenceRules`.
  @inlinable package var evidenceNumber: Int? { references.evidence.ref.map { Int($0.index) } }
  package var evidence: EvidenceRule? { evidenceNumber.map { columns.evidenceRules[$0] } }

  package var buildsOn: Markdown? { columns.buildsOn[number].first }

  /// Another way of showing that it is met.
  package var alternative: Markdown? { columns.alternatives[number].first }
  package var status: StatementStatus? { columns.statuses[number].first }
}

extension Statement {
  /// The roles that it is for; all if empty.
  @inlinable package var roles: PackedList<Ref<Role>> { columns.roles[number] }

  /// The level at which each role has to meet it.
  package var levels: PackedList<RequiredLevel> { columns.levels[number] }
  @inlinable package var reliesOn: PackedList<Ref<Statement>> { columns.reliesOn[number] }
  @inlinable package var after: PackedList<Prerequisite> { columns.after[number] }
  package var citations: PackedList<Citation> { columns.citations[number] }
  package var progression: PackedList<Progression> { columns.progression[number] }
  package var notes: PackedList<RoleNote> { columns.notes[number] }
  package var examples: PackedList<Example> { columns.examples[number] }
  package var alignments: PackedList<Alignment> { columns.alignments[number] }
  package var tags: PackedList<String> { columns.tags[number] }
}

extension Statement {
  /// Whether nobody is to meet it any more: it is withdrawn or superseded.
  @inlinable package var isRetired: Bool {
    let range = columns.statuses.range(of: number)
    return !range.isEmpty && columns.statuses.elements[range.lowerBound].isRetired
  }

  /// Whether it relies on anything or comes after anything.
  @inlinable package var hasPrerequisites: Bool { !reliesOn.isEmpty || !after.isEmpty }
}

/// The level at which a role has to meet a statement.
package struct RequiredLevel: Sendable {
  package let role: Ref<Role>
  package let level: Ref<Level>

  package init(role: Ref<Role>, level: Ref<Level>) {
    self.role = role
    self.level = level
  }
}

/// Another statement, or all of an outcome, that has to be achieved before a statement.
@usableFromInline
package enum Prerequisite: Hashable, Sendable {
  case statement(Ref<Statement>)
  case outcome(Ref<Outcome>)
}

/// More that is expected of a statement in a later phase, or at a level.
package struct Progression: Sendable {
  package let stage: Stage
  package let text: Markdown

  package enum Stage: Hashable, Sendable {
    case phase(Ref<Phase>)
    case level(Ref<Level>)
  }

  package init(stage: Stage, text: Markdown) {
    self.stage = stage
    self.text = text
  }
}

/// An item of another framework that a statement corresponds to.
package struct Alignment: Sendable {
  package let crosswalk: Ref<Crosswalk>
  /// The index of the item in the crosswalk's list.
  package let item: Int
  package let relation: Relation
  package let reason: Markdown?

  package init(crosswalk: Ref<Crosswalk>, item: Int, relation: Relation, reason: Markdown?) {
    self.crosswalk = crosswalk
    self.item = item
    self.relation = relation
    self.reason = reason
  }
}

/// The relation of a statement to an item of another framework.
package enum Relation: String, CaseIterable, Sendable {
  case exact, narrower, broader, related
}

/// The status of a statement, with its date, its reason and its successors.
@usableFromInline
package struct StatementStatus: Sendable {
  package let status: Status
  package let since: CalendarDate?
  package let reason: Markdown?
  package let replacedBy: Ref<Statement>?
  package let mergedInto: Ref<Statement>?
  package let splitInto: [Ref<Statement>]

  package init(
    status: Status, since: CalendarDate?, reason: Markdown?, replacedBy: Ref<Statement>?,
    mergedInto: Ref<Statement>?, splitInto: [Ref<Statement>]
  ) {
    self.status = status
    self.since = since
    self.reason = reason
    self.replacedBy = replacedBy
    self.mergedInto = mergedInto
    self.splitInto = splitInto
  }

  /// Whether nobody is to meet the statement any more.
  @usableFromInline package var isRetired: Bool { status == .superseded || status == .withdrawn }
}

/// A note for one role about a statement.
package struct RoleNote: Sendable {
  package let role: Ref<Role>
  package let text: Markdown

  package init(role: Ref<Role>, text: Markdown) {
    self.role = role
    self.text = text
  }
}

/// An example of a statement in one setting.
package struct Example: Sendable {
  package let setting: String
  package let text: Markdown
  /// A BCP 47 tag, if it is not in the framework's language.
  package let language: String?

  package init(setting: String, text: Markdown, language: String?) {
    self.setting = setting
    self.text = text
    self.language = language
  }
}
