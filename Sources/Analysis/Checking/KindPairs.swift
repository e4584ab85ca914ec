internal import Model

/// Which kinds of statement rely on which others as a habit, as skills do on knowledge.
///
/// Kinds are a framework's own, so what they are is read off how its statements use them. A kind relies on another if
/// at least half of its statements do, and is relied on if at least half of its statements are: those that differ are
/// then the exception.
struct KindPairs {
  /// By statement: whether one of another kind relies on it, and whether it relies on any at all.
  private(set) var isReliedOn: [Bool]

  /// By kind: those that it relies on, and those that rely on it.
  private(set) var supports: [[Ref<Kind>]]
  private(set) var users: [[Ref<Kind>]]

  init(_ draft: Draft) {
    let table = draft.table
    let current = draft.currentStatements
    let kindCount = draft.contents.kinds.count
    isReliedOn = Array(repeating: false, count: table.reliesOn.count)
    supports = Array(repeating: [], count: kindCount)
    users = supports
    var counts = Array(repeating: 0, count: kindCount)
    var relying = counts
    var links = Array(repeating: counts, count: kindCount)
    for ref in current {
      guard let kind = table[ref].kind else { continue }
      counts[Int(kind.index)] += 1
      var relies = false
      table.reliesOn.forEach(of: Int(ref.index)) { target in
        guard let other = table[Ref(target)].kind, other != kind else { return }
        relies = true
        links[Int(kind.index)][Int(other.index)] += 1
        isReliedOn[target] = true
      }
      if relies { relying[Int(kind.index)] += 1 }
    }
    var relied = Array(repeating: 0, count: kindCount)
    for ref in current where isReliedOn[Int(ref.index)] {
      if let kind = table[ref].kind { relied[Int(kind.index)] += 1 }
    }
    for user in 0..<kindCount {
      for support in 0..<kindCount where links[user][support] > links[support][user] {
        if relying[user] * 2 >= counts[user] { supports[user].append(Ref(support)) }
        if relied[support] * 2 >= counts[support] { users[support].append(Ref(user)) }
      }
    }
  }
}

extension KindPairs {
  /// The current statements that rely on nothing, of kinds that do as a habit.
  func withoutSupport(_ draft: Draft) -> [Ref<Statement>] {
    let table = draft.table
    return draft.currentStatements.filter { ref in
      table.reliesOn.count(of: Int(ref.index)) == 0
        && table[ref].kind.map { !supports[Int($0.index)].isEmpty } == true
    }
  }

  /// The current statements on which none of another kind relies, of kinds of which most are relied on.
  func unused(_ draft: Draft) -> [Ref<Statement>] {
    let table = draft.table
    return draft.currentStatements.filter { ref in
      !isReliedOn[Int(ref.index)]
        && table[ref].kind.map { !users[Int($0.index)].isEmpty } == true
    }
  }
}

extension Contents {
  /// Kinds as they stand inside a sentence: "skill or task".
  func names(of kinds: [Ref<Kind>]) -> String {
    joined(kinds.map { self.kinds[$0].title.lowercased() }, by: "or")
  }
}
