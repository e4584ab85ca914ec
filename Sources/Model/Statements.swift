/// All statements of a framework, in the order of the handbook.
///
/// They are held as columns, so that thousands of them are searched without a look at the rest of each. A class, so that
/// a view on a statement counts one reference and not one for each column.
@usableFromInline
package final class Statements: Sendable {
  @usableFromInline let columns: StatementColumns

  /// The statements that somebody is to meet.
  package let current: [Ref<Statement>]

  package init(_ columns: consuming StatementColumns = StatementColumns()) {
    self.columns = columns
    let statuses = self.columns.statuses
    current = (0..<self.columns.ids.count).filter { number in
      statuses.areEmpty || statuses[number].first?.isRetired != true
    }.map { Ref($0) }
  }

  /// Joins slices of the statements that were linked side by side.
  package convenience init(joining slices: [StatementColumns]) {
    var columns = slices.first ?? StatementColumns()
    for slice in slices.dropFirst() { columns.append(contentsOf: slice) }
    self.init(columns)
  }

  /// The rules of evidence, each once: thousands of statements have a handful of them.
  package var evidenceRules: [EvidenceRule] { columns.evidenceRules }

  /// Whether any statement names the roles that it is for. If none does, all statements are for everybody.
  package var anyNamesRoles: Bool { !columns.roles.areEmpty }

  /// References to all statements, in order.
  @inlinable
  package var refs: some RandomAccessCollection<Ref<Statement>> {
    columns.ids.indices.lazy.map { Ref($0) }
  }

  @inlinable
  package subscript(ref: Ref<Statement>) -> Statement {
    precondition(ref.index >= 0 && Int(ref.index) < columns.ids.count)
    return Statement(self, ref)
  }
}

extension Statements: RandomAccessCollection {
  @usableFromInline package typealias Index = Int
  @usableFromInline package typealias Element = Statement

  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { columns.ids.count }
  @inlinable package subscript(number: Int) -> Statement { self[Ref(number)] }
}

/// All that is known of statements, by their numbers. Each fact of a statement stands here and nowhere else.
///
/// Linking fills it once. Whatever a statement may have several of, or lack, goes into the open lists. Then `endStatement` adds
/// the rest and closes them.
@usableFromInline
package struct StatementColumns: Sendable {
  @usableFromInline var ids: [String] = []
  @usableFromInline var texts: [Markdown] = []
  @usableFromInline var references: [SingleReferences] = []
  var evidenceRules: [EvidenceRule] = []

  @usableFromInline package var roles = PackedLists<Ref<Role>>()
  package var levels = PackedLists<RequiredLevel>()
  @usableFromInline package var reliesOn = PackedLists<Ref<Statement>>()
  @usableFromInline package var after = PackedLists<Prerequisite>()
  package var citations = PackedLists<Citation>()
  package var progression = PackedLists<Progression>()
  package var notes = PackedLists<RoleNote>()
  package var examples = PackedLists<Example>()
  package var alignments = PackedLists<Alignment>()
  package var tags = PackedLists<String>()

  // At most one for each statement.
  package var buildsOn = PackedLists<Markdown>()
  package var alternatives = PackedLists<Markdown>()
  @usableFromInline package var statuses = PackedLists<StatementStatus>()

  /// The numbers of the rules of evidence.
  private var evidenceNumbers: [EvidenceRule: Int] = [:]

  package init() {}

  /// Adds what every statement has once, and closes the lists of this one.
  package mutating func endStatement(
    id: String, text: Markdown, _ references: SingleReferences, evidence: EvidenceRule?
  ) {
    ids.append(id)
    texts.append(text)
    var references = references
    references.evidence = OptionalRef(evidence.map { Ref(number(of: $0)) })
    self.references.append(references)
    roles.endList()
    levels.endList()
    reliesOn.endList()
    after.endList()
    citations.endList()
    progression.endList()
    notes.endList()
    examples.endList()
    alignments.endList()
    tags.endList()
    buildsOn.endList()
    alternatives.endList()
    statuses.endList()
  }

  /// The number of a rule of evidence, which is new unless an equal one came before. Neighbours often have the same.
  private mutating func number(of rule: EvidenceRule) -> Int {
    if let last = references.last?.evidence.ref, evidenceRules[Int(last.index)] == rule {
      return Int(last.index)
    }
    if let known = evidenceNumbers[rule] { return known }
    evidenceRules.append(rule)
    evidenceNumbers[rule] = evidenceRules.count - 1
    return evidenceRules.count - 1
  }
}

extension StatementColumns {
  /// Adds statements behind these. Their rules of evidence get the numbers that they have here.
  fileprivate mutating func append(contentsOf later: StatementColumns) {
    ids += later.ids
    texts += later.texts
    let numbers = later.evidenceRules.map { number(of: $0) }
    for var references in later.references {
      if let old = references.evidence.ref {
        references.evidence = OptionalRef(Ref(numbers[Int(old.index)]))
      }
      self.references.append(references)
    }
    roles.append(contentsOf: later.roles)
    levels.append(contentsOf: later.levels)
    reliesOn.append(contentsOf: later.reliesOn)
    after.append(contentsOf: later.after)
    citations.append(contentsOf: later.citations)
    progression.append(contentsOf: later.progression)
    notes.append(contentsOf: later.notes)
    examples.append(contentsOf: later.examples)
    alignments.append(contentsOf: later.alignments)
    tags.append(contentsOf: later.tags)
    buildsOn.append(contentsOf: later.buildsOn)
    alternatives.append(contentsOf: later.alternatives)
    statuses.append(contentsOf: later.statuses)
  }
}

/// The things of which a statement refers to one each.
@usableFromInline
package struct SingleReferences: Sendable {
  @usableFromInline let outcome: Ref<Outcome>
  @usableFromInline let domain: Ref<Domain>
  @usableFromInline let kind: OptionalRef<Kind>
  @usableFromInline let phase: OptionalRef<Phase>
  @usableFromInline let specialism: OptionalRef<Specialism>

  /// Set by the columns that hold the rules.
  @usableFromInline var evidence = OptionalRef<EvidenceRule>(nil)

  package init(
    outcome: Ref<Outcome>, domain: Ref<Domain>, kind: Ref<Kind>?, phase: Ref<Phase>?,
    specialism: Ref<Specialism>?
  ) {
    self.outcome = outcome
    self.domain = domain
    self.kind = OptionalRef(kind)
    self.phase = OptionalRef(phase)
    self.specialism = OptionalRef(specialism)
  }
}

/// A reference or none, in four bytes: an optional reference takes eight.
@usableFromInline
struct OptionalRef<Element>: Sendable {
  /// Negative for none.
  @usableFromInline let index: Int32

  @usableFromInline
  init(_ ref: Ref<Element>?) {
    index = ref?.index ?? -1
  }

  @inlinable var ref: Ref<Element>? { index < 0 ? nil : Ref(Int(index)) }
}
