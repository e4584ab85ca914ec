internal import Diagnostics
internal import Grammar
internal import Model

/// A statement that has to be achieved before another.
struct Need {
  let statement: Ref<Statement>
  let target: Ref<Statement>

  /// The id that is written: the id of the target, or of its outcome.
  let written: String
}

extension Draft {
  /// The needs of current statements that are wrong, each target once. Targets are current, and no need is part of a circle.
  ///
  /// Of an outcome that is needed as a whole, only the first statement that is wrong is given.
  func needs(where isWrong: (_ statement: Statement, _ target: Statement) -> Bool) -> [Need] {
    let statements = statements
    var found: [Need] = []
    for ref in currentStatements {
      var targets: [Ref<Statement>] = []
      func add(_ target: Ref<Statement>, _ written: String) {
        guard !targets.contains(target) else { return }
        targets.append(target)
        found.append(Need(statement: ref, target: target, written: written))
      }
      let statement = statements[ref]
      for target in statement.reliesOn where isWrongNeed(of: statement, target) {
        add(target, statements[target].id)
      }
      for prerequisite in statement.after {
        switch prerequisite {
        case .statement(let target):
          if isWrongNeed(of: statement, target) { add(target, statements[target].id) }
        case .outcome(let outcome):
          // A statement that comes after its own outcome is a circle.
          guard outcome != statement.outcome else { continue }
          let members = contents.outcomes[outcome].statements
          if let target = members.first(where: { isWrongNeed(of: statement, $0) }) {
            add(target, contents.outcomes[outcome].id)
          }
        }
      }
    }
    guard !found.isEmpty else { return [] }
    // A circle is reported as one problem.
    let circles = circles()
    return found.filter { need in
      guard let circle = circles[Int(need.statement.index)] else { return true }
      return circle != circles[Int(need.target.index)]
    }

    func isWrongNeed(of statement: Statement, _ target: Ref<Statement>) -> Bool {
      !statements[target].isRetired && isWrong(statement, statements[target])
    }
  }

  /// The range of the id that a need is written as.
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
  /// Notes at all needs of a group but the first; at all of them if the report is about their common target.
  func notes(on group: NeedGroup) -> [Diagnostic.Note] {
    group.needs.dropFirst(group.isTargetShared ? 0 : 1).prefix(5).compactMap { need in
      range(of: need).map { place in
        let (statement, target) = statements(of: need)
        return Diagnostic.Note("`\(statement.id)` needs `\(target.id)` here", at: place)
      }
    }
  }

  func statements(of need: Need) -> (statement: Statement, target: Statement) {
    (statements[need.statement], statements[need.target])
  }

  /// By statement: the numbers of the statements that have to be achieved before it.
  var prerequisites: [[Int]] {
    statements.map { statement in
      var found: [Int] = []
      for target in statement.reliesOn { found.append(Int(target.index)) }
      for prerequisite in statement.after {
        switch prerequisite {
        case .statement(let target): found.append(Int(target.index))
        case .outcome(let outcome):
          found += contents.outcomes[outcome].statements.map { Int($0.index) }
        }
      }
      return found
    }
  }

  /// By statement that is in a circle of needs: the number of the circle.
  private func circles() -> [Int: Int] {
    var circles: [Int: Int] = [:]
    for (number, group) in cyclicGroups(of: prerequisites).enumerated() {
      for statement in group { circles[statement] = number }
    }
    return circles
  }
}
