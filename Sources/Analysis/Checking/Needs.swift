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

  init(_ statement: StatementRow) {
    phase = statement.phase
    specialism = statement.specialism
  }
}

extension Draft {
  /// What each current statement needs of those that are current, each target once, without those that are in a circle.
  ///
  /// `isWrong` picks; of an outcome that is needed as a whole, only the first statement that it picks is given.
  func needs(where isWrong: (_ statement: Due, _ target: Due) -> Bool) -> [Need] {
    let (statements, table) = (statements, table)
    var found: [Need] = []
    for ref in currentStatements {
      var targets: [Ref<Statement>] = []
      func add(_ target: Ref<Statement>, _ written: String) {
        guard !targets.contains(target) else { return }
        targets.append(target)
        found.append(Need(statement: ref, target: target, written: written))
      }
      table.reliesOn.forEach(of: Int(ref.index)) { number in
        let target = Ref<Statement>(number)
        if picks(ref, target) { add(target, statements[target].id) }
      }
      table.after.forEach(of: Int(ref.index)) { number in
        if number >= 0 {
          let target = Ref<Statement>(number)
          if picks(ref, target) { add(target, statements[target].id) }
          return
        }
        let outcome = Ref<Outcome>(-1 - number)
        // That a statement comes after the outcome it is a part of is a circle.
        guard outcome != table[ref].outcome else { return }
        let members = contents.outcomes[outcome].statements
        if let target = members.first(where: { picks(ref, $0) }) {
          add(target, contents.outcomes[outcome].id)
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
      !table[target].isOver && isWrong(Due(table[statement]), Due(table[target]))
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

  func rows(of need: Need) -> (statement: StatementRow, target: StatementRow) {
    (table[need.statement], table[need.target])
  }

  /// By statement: what has to be achieved before it.
  var prerequisites: [[Int]] {
    statements.refs.map { ref in
      var found: [Int] = []
      table.reliesOn.forEach(of: Int(ref.index)) { found.append($0) }
      table.after.forEach(of: Int(ref.index)) { number in
        if number >= 0 {
          found.append(number)
        } else {
          found += contents.outcomes[Ref(-1 - number)].statements.map { Int($0.index) }
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
