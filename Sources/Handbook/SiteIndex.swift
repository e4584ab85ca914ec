internal import Model

/// What belongs to what, read once from the whole framework so that each page finds its own at once.
struct SiteIndex: Sendable {
  /// By phase: the statements that are due in it, in order, without those that nobody is to meet any more.
  private(set) var byPhase: [[Ref<Statement>]]
  private(set) var bySpecialism: [[Ref<Statement>]]

  /// The statements that are due in no phase.
  private(set) var withoutPhase: [Ref<Statement>] = []

  /// By kind: how many statements are of it.
  private(set) var kindCounts: [Int]

  /// By domain, then by phase and last for none: how many statements are due.
  private(set) var counts: [[Int]]

  /// The statements of which more is expected at a stage.
  private(set) var growing: [Progression.Stage: [Ref<Statement>]] = [:]

  /// By role: the statements that its own pages show.
  private(set) var byRole: [[Ref<Statement>]]

  /// The statements that nobody is to meet any more.
  private(set) var retired: [Ref<Statement>] = []

  init(_ framework: Framework) {
    let contents = framework.contents
    byPhase = Array(repeating: [], count: contents.phases.count)
    bySpecialism = Array(repeating: [], count: contents.specialisms.count)
    kindCounts = Array(repeating: 0, count: contents.kinds.count)
    counts = Array(
      repeating: Array(repeating: 0, count: contents.phases.count + 1),
      count: contents.domains.count)
    byRole = Array(repeating: [], count: contents.roles.count)
    var noted: [[Ref<Statement>]] = Array(repeating: [], count: contents.roles.count)
    var growingIn: [[Ref<Statement>]] = Array(repeating: [], count: contents.phases.count)
    var growingAt: [[Ref<Statement>]] = Array(repeating: [], count: contents.levels.count)
    for statement in contents.statements {
      let ref = statement.ref
      guard !statement.isRetired else {
        retired.append(ref)
        continue
      }
      add(statement)
      for step in statement.progression {
        switch step.stage {
        case .phase(let phase): growingIn[Int(phase.index)].append(ref)
        case .level(let level): growingAt[Int(level.index)].append(ref)
        }
      }
      func note(_ role: Ref<Role>) {
        if noted[Int(role.index)].last != ref { noted[Int(role.index)].append(ref) }
      }
      for role in statement.roles { note(role) }
      for entry in statement.notes { note(entry.role) }
      for entry in statement.levels { note(entry.role) }
    }
    for phase in contents.phases.refs { growing[.phase(phase)] = growingIn[Int(phase.index)] }
    for level in contents.levels.refs { growing[.level(level)] = growingAt[Int(level.index)] }
    shareOut(noted, framework)
  }

  private mutating func add(_ statement: Statement) {
    let ref = statement.ref
    let domain = Int(statement.domain.index)
    if let phase = statement.phase {
      byPhase[Int(phase.index)].append(ref)
      counts[domain][Int(phase.index)] += 1
    } else {
      withoutPhase.append(ref)
      counts[domain][byPhase.count] += 1
    }
    if let specialism = statement.specialism { bySpecialism[Int(specialism.index)].append(ref) }
    if let kind = statement.kind { kindCounts[Int(kind.index)] += 1 }
  }

  /// Gives each role its statements, as the language says for a role's `statements`. `noted` are those that name it.
  private mutating func shareOut(_ noted: [[Ref<Statement>]], _ framework: Framework) {
    let contents = framework.contents
    let owners = Set(contents.duties.elements.compactMap(\.owner))
    for (role, element) in contents.roles.entries {
      let isNoted = !noted[Int(role.index)].isEmpty
      switch element.share ?? (isNoted ? .noted : owners.contains(role) ? .none : .all) {
      case .noted: byRole[Int(role.index)] = noted[Int(role.index)]
      case .none: break
      case .all:
        byRole[Int(role.index)] = contents.statements.current.filter { ref in
          let roles = contents.statements[ref].roles
          return roles.isEmpty || roles.contains(role)
        }
      }
    }
  }
}

extension SiteIndex {
  func statements(in phase: Ref<Phase>) -> [Ref<Statement>] { byPhase[Int(phase.index)] }
  func statements(in specialism: Ref<Specialism>) -> [Ref<Statement>] {
    bySpecialism[Int(specialism.index)]
  }
  func statements(for role: Ref<Role>) -> [Ref<Statement>] { byRole[Int(role.index)] }

  /// The number of statements of a domain that are due in a phase; in no phase, if that is nil.
  func count(_ domain: Ref<Domain>, _ phase: Ref<Phase>?) -> Int {
    let row = counts[Int(domain.index)]
    return row[phase.map { Int($0.index) } ?? row.count - 1]
  }

  func count(_ domain: Ref<Domain>) -> Int { counts[Int(domain.index)].reduce(0, +) }
}
