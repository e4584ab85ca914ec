/// Where a statement belongs: what is asked of thousands of them in a row, without a look at any of them.
///
/// It owns nothing, so that cores which sort and divide the same statements count no references.
@usableFromInline
package struct StatementOutline: Sendable {
  @usableFromInline package let outcome: Ref<Outcome>
  @usableFromInline package let domain: Ref<Domain>

  /// Whether nobody is to meet it any more.
  @usableFromInline package let isOver: Bool

  /// Whether it relies on anything or comes after anything.
  @usableFromInline package let hasPrerequisites: Bool

  /// How many bytes its id has.
  @usableFromInline package let idLength: Int16

  // Negative for none: an optional number would take twice the memory.
  @usableFromInline let kindNumber: Int32
  @usableFromInline let phaseNumber: Int32
  @usableFromInline let specialismNumber: Int32
  @usableFromInline let evidenceNumber: Int32

  init(_ statement: Statement, _ domain: Ref<Domain>, evidence: Int32) {
    outcome = statement.outcome
    self.domain = domain
    isOver = statement.isOver
    hasPrerequisites = !statement.reliesOn.isEmpty || !statement.after.isEmpty
    idLength = Int16(clamping: statement.id.utf8.count)
    kindNumber = statement.kind?.index ?? -1
    phaseNumber = statement.phase?.index ?? -1
    specialismNumber = statement.specialism?.index ?? -1
    evidenceNumber = evidence
  }

  @inlinable package var kind: Ref<Kind>? {
    kindNumber < 0 ? nil : Ref(Int(kindNumber))
  }

  @inlinable package var phase: Ref<Phase>? {
    phaseNumber < 0 ? nil : Ref(Int(phaseNumber))
  }

  @inlinable package var specialism: Ref<Specialism>? {
    specialismNumber < 0 ? nil : Ref(Int(specialismNumber))
  }

  /// The place of its rule of evidence among `StatementOutlines.evidenceRules`.
  @inlinable package var evidence: Int? {
    evidenceNumber < 0 ? nil : Int(evidenceNumber)
  }
}

/// The outlines of all statements.
@usableFromInline
package struct StatementOutlines: Sendable {
  @usableFromInline let outlines: [StatementOutline]

  /// The rules of evidence, each once: thousands of statements have a handful of them.
  @usableFromInline package let evidenceRules: [EvidenceRule]

  init(_ collector: consuming OutlineCollector) {
    (outlines, evidenceRules) = (collector.outlines, collector.evidenceRules)
  }

  @inlinable package subscript(ref: Ref<Statement>) -> StatementOutline {
    outlines[Int(ref.index)]
  }
}

/// Collects the outlines of one statement after another.
struct OutlineCollector {
  private(set) var outlines: [StatementOutline] = []
  private(set) var evidenceRules: [EvidenceRule] = []

  /// The places of the rules, and that of the last one: neighbours often have the same.
  private var places: [EvidenceRule: Int32] = [:]
  private var lastPlace = -1

  private let outcomes: Table<Outcome>

  init(_ contents: Contents) {
    outcomes = contents.outcomes
    outlines.reserveCapacity(contents.statements.count)
  }

  mutating func add(_ statement: Statement) {
    let evidence = statement.parts.evidence.map { Int32(place(of: $0)) } ?? -1
    outlines.append(
      StatementOutline(
        statement, outcomes[statement.outcome].domain, evidence: evidence))
  }

  private mutating func place(of rule: EvidenceRule) -> Int {
    if lastPlace >= 0, evidenceRules[lastPlace] == rule { return lastPlace }
    if let place = places[rule] {
      lastPlace = Int(place)
    } else {
      lastPlace = evidenceRules.count
      places[rule] = Int32(lastPlace)
      evidenceRules.append(rule)
    }
    return lastPlace
  }
}
