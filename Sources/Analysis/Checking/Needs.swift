internal import Diagnostics
internal import Grammar
internal import Model

/// A statement that has to be achieved before another.
struct Need {
  let statement: Ref<Statement>
  let target: Ref<Statement>

  /// The id that is written: the target's, or that of its outcome.
  let written: String
}

/// When a statement is due, and for whom.
struct Due {
  let phase: Ref<Phase>?
  let specialism: Ref<Specialism>?

  init(_ statement: Statement) {
    phase = statement.phase
    specialism = statement.specialism
  }
}

extension Draft {
  /// What each current statement needs of those that are current, each target once, without those that are in a circle.
  ///
  /// `isWrong` picks; of an outcome that is needed as a whole, only the first statement that it picks is given.
  func needs(where isWrong: (_ statement: Due, _ target: Due) -> Bool) -> [Need] {
    let statements = statements
    let due = statements.map(Due.init)
    var found: [Need] = []
    for ref in currentStatements {
      var targets: [Ref<Statement>] = []
      func add(_ target: Ref<Statement>, _ written: String) {
        guard !targets.contains(target) else { return }
        targets.append(target)
        found.append(Need(statement: ref, target: target, written: written))
      }
      for target in statements[ref].reliesOn where picks(ref, target) {
        add(target, statements[target].id)
      }
      for prerequisite in statements[ref].after {
        switch prerequisite {
        case .statement(let target):
          if picks(ref, target) { add(target, statements[target].id) }
        case .outcome(let outcome):
          // That a statement comes after the outcome it is a part of is a circle.
          guard outcome != statements[ref].outcome else { continue }
          let members = contents.outcomes[outcome].statements
          if let target = members.first(where: { picks(ref, $0) }) {
            add(target, contents.outcomes[outcome].id)
          }
        }
      }
    }
    guard !found.isEmpty else { return [] }
    // Those of a circle are reported as one.
    let circles = circles()
    return found.filter { need in
      guard let circle = circles[Int(need.statement.index)] else { return true }
      return circle != circles[Int(need.target.index)]
    }

    func picks(_ statement: Ref<Statement>, _ target: Ref<Statement>) -> Bool {
      isWrong(due[Int(statement.index)], due[Int(target.index)]) && !statements[target].isOver
    }
  }

  /// Where a need is written.
  func range(of need: Need) -> SourceRange? {
    range(of: need.written, namedBy: .statement(need.statement), under: [.reliesOn, .after])
  }
}

/// Needs that one mistake explains: they have a statement in common, whose phase is most likely the wrong one.
struct NeedGroup {
  /// At least one, in the order of the statements.
  let needs: [Need]

  /// Whether it is the statement that several need, and not the one that needs several.
  let isTargetShared: Bool

  /// As many groups as this of one phase are more likely the mistake of that phase: of its place or its requirement.
  static let tooMany = 4
}

extension [Need] {
  /// The needs in as few groups as is easy to find: first those of the statement that has most of them, and so on.
  func grouped() -> [NeedGroup] {
    var byStatement: [Ref<Statement>: [Int]] = [:]
    for (index, need) in enumerated() {
      byStatement[need.statement, default: []].append(index)
      byStatement[need.target, default: []].append(index)
    }
    let order = byStatement.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    var isDone = Array<Bool>(repeating: false, count: count)
    var groups: [NeedGroup] = []
    for (statement, indices) in order {
      let targets = indices.filter { !isDone[$0] && self[$0].target == statement }
      let needed = indices.filter { !isDone[$0] && self[$0].statement == statement }
      for (group, isTargetShared) in [(targets, true), (needed, false)] where !group.isEmpty {
        for index in group { isDone[index] = true }
        groups.append(
          NeedGroup(
            needs: group.map { self[$0] }, isTargetShared: isTargetShared && group.count > 1))
      }
    }
    return groups
  }
}

extension Draft {
  /// Notes at the places of all needs of a group but the first; or of all, if they are not about that one place.
  func notes(on group: NeedGroup) -> [Diagnostic.Note] {
    group.needs.dropFirst(group.isTargetShared ? 0 : 1).prefix(5).compactMap { need in
      range(of: need).map { place in
        let (statement, target) = statements(of: need)
        return Diagnostic.Note("`\(statement.id)` needs `\(target.id)` here", at: place)
      }
    }
  }

  func statements(of need: Need) -> (statement: Statement, target: Statement) {
    (contents.statements[need.statement], contents.statements[need.target])
  }

  /// By statement that is in a circle of needs: the number of the circle.
  private func circles() -> [Int: Int] {
    let graph = contents.statements.elements.map { statement in
      statement.reliesOn.map { Int($0.index) }
        + statement.after.flatMap { prerequisite in
          switch prerequisite {
          case .statement(let ref): [Int(ref.index)]
          case .outcome(let ref): contents.outcomes[ref].statements.map { Int($0.index) }
          }
        }
    }
    var circles: [Int: Int] = [:]
    for (number, group) in cyclicGroups(of: graph).enumerated() {
      for statement in group { circles[statement] = number }
    }
    return circles
  }
}
