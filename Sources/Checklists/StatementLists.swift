internal import Model
internal import Threads

/// The statements of each checklist, in an order in which they can be met.
///
/// All statements are sorted once and then distributed in one pass, since each subset of a valid order is in a valid order.
struct StatementLists: Sendable {
  private(set) var whole: [Ref<Statement>] = []
  private var byPhase: [[Ref<Statement>]]
  private var bySpecialism: [[Ref<Statement>]]
  private var byRole: [[Ref<Statement>]]
  private var byReview: [[Ref<Statement>]]

  /// The statements of which a phase expects more, by phase, in the order of the framework.
  private var furtherByPhase: [[Ref<Statement>]]

  /// `blocks` has the section number of each statement, below `blockCount`.
  init(_ framework: Framework, blocks: [Int32], blockCount: Int) {
    let contents = framework.contents
    byPhase = Array(repeating: [], count: contents.phases.count)
    bySpecialism = Array(repeating: [], count: contents.specialisms.count)
    byRole = Array(repeating: [], count: contents.roles.count)
    byReview = Array(repeating: [], count: contents.reviews.count)
    furtherByPhase = byPhase
    let statements = contents.statements.current
    let sorted = StatementOrder.sortedAlone(
      statements, in: framework, blocks: blocks, blockCount: blockCount)
    shareOut(sorted ?? statements, framework)
    if sorted == nil { sortEach(framework, blocks, blockCount) }
  }

  func statements(of subject: ChecklistWriter.Subject) -> [Ref<Statement>] {
    switch subject {
    case .whole: whole
    case .phase(let ref): byPhase[Int(ref.index)]
    case .specialism(let ref): bySpecialism[Int(ref.index)]
    case .role(let ref): byRole[Int(ref.index)]
    case .review(let ref): byReview[Int(ref.index)]
    }
  }

  func further(in phase: Ref<Phase>) -> [Ref<Statement>] { furtherByPhase[Int(phase.index)] }

  private mutating func shareOut(_ statements: [Ref<Statement>], _ framework: Framework) {
    let all = framework.statements
    let roles = StatementRoles(framework)
    let scopes = framework.contents.reviews.refs.map { ReviewScope(framework.contents, $0) }
    // Whether each review covers the last statement, and so its neighbours of the same phase and outcome.
    var isInScope = scopes.map { _ in false }
    var last: Statement?
    for ref in statements {
      let statement = all[ref]
      if let phase = statement.phase { byPhase[Int(phase.index)].append(ref) }
      if let specialism = statement.specialism { bySpecialism[Int(specialism.index)].append(ref) }
      roles.forEach(statement) { role in
        if byRole[role].last != ref { byRole[role].append(ref) }
      }
      if last?.outcome != statement.outcome || last?.phase != statement.phase {
        for review in scopes.indices { isInScope[review] = scopes[review].contains(statement) }
      }
      for review in scopes.indices where isInScope[review] { byReview[review].append(ref) }
      for step in statement.progression {
        guard case .phase(let phase) = step.stage, furtherByPhase[Int(phase.index)].last != ref
        else { continue }
        furtherByPhase[Int(phase.index)].append(ref)
      }
      last = statement
    }
    for phase in furtherByPhase.indices { furtherByPhase[phase].sort { $0.index < $1.index } }
    whole = statements
  }

  /// Sorts each list by itself, on all cores.
  private mutating func sortEach(_ framework: Framework, _ blocks: [Int32], _ blockCount: Int) {
    let lists = [[whole], byPhase, bySpecialism, byRole, byReview]
    let flat = lists.flatMap { $0 }
    let isLarge = blocks.count > ChecklistParts.mostStatements
    let sorted = Concurrency.map(count: flat.count, stride: isLarge ? 1 : flat.count) { number in
      StatementOrder.sorted(
        flat[number], in: framework, blocks: blocks, blockCount: blockCount)
    }
    var rest = sorted[...]
    func take(_ count: Int) -> [[Ref<Statement>]] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    whole = take(1)[0]
    byPhase = take(byPhase.count)
    bySpecialism = take(bySpecialism.count)
    byRole = take(byRole.count)
    byReview = take(byReview.count)
  }
}

/// The roles involved in a statement: it is for the role or for all, has a note for it, or asks it for evidence.
private struct StatementRoles {
  private let roles: Range<Int>

  /// Whether any statement names roles. If none does, all statements are for all roles alike.
  private let hasStatementsForRoles: Bool

  /// The roles that complete the evidence of each rule, by number.
  private let completing: [[Int]]

  init(_ framework: Framework) {
    let contents = framework.contents
    roles = 0..<contents.roles.count
    hasStatementsForRoles = framework.statements.anyNamesRoles
    completing = framework.statements.evidenceRules.map { rule in
      (rule.allOf + rule.anyOf).compactMap {
        contents.evidenceTypes[$0].completedBy.map { Int($0.index) }
      }
    }
  }

  /// Calls `body` with each role involved; with some more than once.
  func forEach(_ statement: Statement, _ body: (Int) -> Void) {
    guard hasStatementsForRoles else { return roles.forEach(body) }
    for role in statement.roles { body(Int(role.index)) }
    for note in statement.notes { body(Int(note.role.index)) }
    if let rule = statement.evidenceNumber { completing[rule].forEach(body) }
  }
}
