internal import Model

/// What rules ask of one statement, without its lists and texts. It owns nothing.
struct StatementRow: Sendable {
  let outcome: Ref<Outcome>
  let traits: StatementTraits

  // Negative for none: an optional number would take twice the memory.
  private let kindNumber: Int32
  private let phaseNumber: Int32
  private let specialismNumber: Int32

  init(_ statement: borrowing StatementParts) {
    outcome = statement.outcome
    traits = StatementTraits(statement)
    kindNumber = statement.kind?.index ?? -1
    phaseNumber = statement.phase?.index ?? -1
    specialismNumber = statement.specialism?.index ?? -1
  }

  var kind: Ref<Kind>? { kindNumber < 0 ? nil : Ref(Int(kindNumber)) }
  var phase: Ref<Phase>? { phaseNumber < 0 ? nil : Ref(Int(phaseNumber)) }
  var specialism: Ref<Specialism>? { specialismNumber < 0 ? nil : Ref(Int(specialismNumber)) }

  /// Whether nobody is to meet it any more.
  var isOver: Bool { traits.contains(.isOver) }
}

/// What a statement has.
struct StatementTraits: OptionSet, Sendable {
  let rawValue: UInt8

  static let isOver = StatementTraits(rawValue: 1)
  static let status = StatementTraits(rawValue: 1 << 1)
  static let roles = StatementTraits(rawValue: 1 << 2)
  static let levels = StatementTraits(rawValue: 1 << 3)
  static let evidence = StatementTraits(rawValue: 1 << 4)
  static let progression = StatementTraits(rawValue: 1 << 5)
  static let tags = StatementTraits(rawValue: 1 << 6)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ statement: borrowing StatementParts) {
    self = []
    if let status = statement.status { formUnion(status.isOver ? [.status, .isOver] : .status) }
    if !statement.roles.isEmpty { insert(.roles) }
    if !statement.levels.isEmpty { insert(.levels) }
    if statement.evidence != nil { insert(.evidence) }
    if !statement.progression.isEmpty { insert(.progression) }
    if !statement.tags.isEmpty { insert(.tags) }
  }
}
