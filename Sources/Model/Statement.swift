/// One thing to know or to be able to do.
///
/// A class, though it never changes: it has twenty parts, and to pass on a structure would count references to each of
/// them each time.
@usableFromInline
package final class Statement: Sendable {
  @usableFromInline let parts: StatementParts

  package init(_ parts: consuming StatementParts) {
    self.parts = parts
  }

  @inlinable package var id: String { _read { yield parts.id } }
  package var outcome: Ref<Outcome> { parts.outcome }
  package var kind: Ref<Kind>? { parts.kind }
  package var phase: Ref<Phase>? { parts.phase }
  package var specialism: Ref<Specialism>? { parts.specialism }
  /// The roles that it is for; all if empty.
  package var roles: [Ref<Role>] { parts.roles }
  /// The level at which each role has to meet it.
  @inlinable package var levels: [(role: Ref<Role>, level: Ref<Level>)] {
    _read { yield parts.levels }
  }
  @inlinable package var reliesOn: [Ref<Statement>] { _read { yield parts.reliesOn } }
  package var after: [Prerequisite] { parts.after }
  package var citations: [Citation] { parts.citations }
  package var evidence: EvidenceRule? { parts.evidence }
  package var alignments: [Alignment] { parts.alignments }
  package var status: StatementStatus? { parts.status }
  package var tags: [String] { parts.tags }
}

/// Texts are lent, as elements of tables are.
extension Statement {
  @inlinable package var text: Markdown { _read { yield parts.text } }
  @inlinable package var buildsOn: Markdown? { _read { yield parts.buildsOn } }
  @inlinable package var alternative: Markdown? { _read { yield parts.alternative } }
  @inlinable package var progression: [Progression] { _read { yield parts.progression } }
  @inlinable package var notes: [RoleNote] { _read { yield parts.notes } }
  @inlinable package var examples: [Example] { _read { yield parts.examples } }
}

/// What a statement consists of, while it is gathered.
@usableFromInline
package struct StatementParts: Sendable {
  @usableFromInline package var id: String
  package var outcome: Ref<Outcome>
  package var kind: Ref<Kind>?
  @usableFromInline package var text: Markdown
  package var phase: Ref<Phase>?
  package var specialism: Ref<Specialism>?
  package var roles: [Ref<Role>] = []
  @usableFromInline package var levels: [(role: Ref<Role>, level: Ref<Level>)] = []
  @usableFromInline package var reliesOn: [Ref<Statement>] = []
  package var after: [Prerequisite] = []
  @usableFromInline package var buildsOn: Markdown?
  package var citations: [Citation] = []
  package var evidence: EvidenceRule?
  @usableFromInline package var alternative: Markdown?
  @usableFromInline package var progression: [Progression] = []
  @usableFromInline package var notes: [RoleNote] = []
  @usableFromInline package var examples: [Example] = []
  package var alignments: [Alignment] = []
  package var status: StatementStatus?
  package var tags: [String] = []

  package init(id: String, outcome: Ref<Outcome>, text: Markdown) {
    self.id = id
    self.outcome = outcome
    self.text = text
  }
}

extension Statement {
  /// Whether nobody is to meet it any more: it is withdrawn or superseded.
  package var isOver: Bool { status?.isOver ?? false }
}

/// What has to be achieved before a statement: another, or all of an outcome.
@usableFromInline
package enum Prerequisite: Hashable, Sendable {
  case statement(Ref<Statement>)
  case outcome(Ref<Outcome>)
}

/// What more is expected of a statement in a later phase, or at a level.
@usableFromInline
package struct Progression: Sendable {
  package let stage: Stage
  package let text: Markdown

  @usableFromInline
  package enum Stage: Hashable, Sendable {
    case phase(Ref<Phase>)
    case level(Ref<Level>)
  }

  package init(stage: Stage, text: Markdown) {
    self.stage = stage
    self.text = text
  }
}

/// What a statement corresponds to in another framework.
package struct Alignment: Sendable {
  package let crosswalk: Ref<Crosswalk>
  /// The place of the item in the crosswalk's list.
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

/// How a statement relates to an item of another framework.
package enum Relation: String, CaseIterable, Sendable {
  case exact, narrower, broader, related
}

/// How far one statement has come, and what became of it.
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

  /// Whether nobody is to meet it any more.
  package var isOver: Bool { status == .superseded || status == .withdrawn }
}

/// What one role should know about a statement.
@usableFromInline
package struct RoleNote: Sendable {
  package let role: Ref<Role>
  package let text: Markdown

  package init(role: Ref<Role>, text: Markdown) {
    self.role = role
    self.text = text
  }
}

/// What a statement looks like in one setting.
@usableFromInline
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
