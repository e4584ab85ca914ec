internal import Model

/// The pairs of kinds of which one relies on the other as a habit, as skills do on knowledge.
///
/// Kinds are a framework's own, so the pairs are read off how its statements use them. A kind relies on another if
/// at least half of its statements do, and is relied on if at least half of its statements are: those that differ are
/// then the exception.
struct KindPairs {
  /// By statement: whether one of another kind relies on it.
  private(set) var isReliedOn: [Bool]

  /// By kind: the kinds that it relies on, and the kinds that rely on it.
  private(set) var supports: [[Ref<Kind>]]
  private(set) var users: [[Ref<Kind>]]

  init(_ draft: Draft) {
    let statements = draft.statements
    let current = draft.currentStatements
    let kindCount = draft.contents.kinds.count
    isReliedOn = Array(repeating: false, count: statements.count)
    supports = Array(repeating: [], count: kindCount)
    users = supports
    var counts = Array(repeating: 0, count: kindCount)
    var relying = counts
    var links = Array(repeating: counts, count: kindCount)
    for ref in current {
      guard let kind = statements[ref].kind else { continue }
      counts[Int(kind.index)] += 1
      var relies = false
      for target in statements[ref].reliesOn {
        guard let other = statements[target].kind, other != kind else { continue }
        relies = true
        links[Int(kind.index)][Int(other.index)] += 1
        isReliedOn[Int(target.index)] = true
      }
      if relies { relying[Int(kind.index)] += 1 }
    }
    var relied = Array(repeating: 0, count: kindCount)
    for ref in current where isReliedOn[Int(ref.index)] {
      if let kind = statements[ref].kind { relied[Int(kind.index)] += 1 }
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
    let statements = draft.statements
    return draft.currentStatements.filter { ref in
      statements[ref].reliesOn.isEmpty
        && statements[ref].kind.map { !supports[Int($0.index)].isEmpty } == true
    }
  }

  /// The current statements on which none of another kind relies, of kinds of which most are relied on.
  func unused(_ draft: Draft) -> [Ref<Statement>] {
    let statements = draft.statements
    return draft.currentStatements.filter { ref in
      !isReliedOn[Int(ref.index)]
        && statements[ref].kind.map { !users[Int($0.index)].isEmpty } == true
    }
  }
}

extension Contents {
  /// Kinds as they stand inside a sentence: "skill or task".
  func names(of kinds: [Ref<Kind>]) -> String {
    joined(kinds.map { self.kinds[$0].title.lowercased() }, by: "or")
  }
}
