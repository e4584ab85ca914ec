internal import Model

/// Which entries of the framework's lists statements use.
struct StatementUse: Sendable {
  private(set) var kinds = NumberSet()
  private(set) var phases = NumberSet()
  private(set) var specialisms = NumberSet()
  private(set) var roles = NumberSet()
  private(set) var evidenceTypes = NumberSet()
  private(set) var levels = NumberSet()

  /// Whether every statement names the roles that it is for; otherwise it is for all.
  private(set) var namesAllRoles = true
  private(set) var hasEvidenceRules = false

  mutating func add(_ statement: borrowing StatementParts) {
    if let kind = statement.kind { kinds.insert(kind.index) }
    if let phase = statement.phase { phases.insert(phase.index) }
    if let specialism = statement.specialism { specialisms.insert(specialism.index) }
    for role in statement.roles { roles.insert(role.index) }
    for (role, level) in statement.levels {
      roles.insert(role.index)
      levels.insert(level.index)
    }
    if statement.roles.isEmpty, statement.levels.isEmpty { namesAllRoles = false }
    for note in statement.notes { roles.insert(note.role.index) }
    for step in statement.progression {
      switch step.stage {
      case .phase(let phase): phases.insert(phase.index)
      case .level(let level): levels.insert(level.index)
      }
    }
    if let rule = statement.evidence {
      hasEvidenceRules = true
      for type in rule.anyOf { evidenceTypes.insert(type.index) }
      for type in rule.allOf { evidenceTypes.insert(type.index) }
    }
  }

  mutating func formUnion(_ other: StatementUse) {
    kinds.formUnion(other.kinds)
    phases.formUnion(other.phases)
    specialisms.formUnion(other.specialisms)
    roles.formUnion(other.roles)
    evidenceTypes.formUnion(other.evidenceTypes)
    levels.formUnion(other.levels)
    namesAllRoles = namesAllRoles && other.namesAllRoles
    hasEvidenceRules = hasEvidenceRules || other.hasEvidenceRules
  }
}

/// A set of small numbers, such as places in one of the framework's lists.
struct NumberSet: Sendable {
  private var isIn: [Bool] = []

  mutating func insert(_ number: Int32) {
    while isIn.count <= Int(number) { isIn.append(false) }
    isIn[Int(number)] = true
  }

  func contains(_ number: Int32) -> Bool { Int(number) < isIn.count && isIn[Int(number)] }

  mutating func formUnion(_ other: NumberSet) {
    for number in other.isIn.indices where other.isIn[number] { insert(Int32(number)) }
  }
}
