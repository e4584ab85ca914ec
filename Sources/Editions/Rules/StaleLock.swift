internal import Diagnostics

/// A lock that is out of date.
struct StaleLock: Problem {
  static let rule = Rule(
    "KSF0907", "stale-lock", .warning, isDueAtRelease: true,
    summary: "Warns that the lock does not know some ids, or not what they say now.",
    reason:
      "Ids are only protected once the lock has them. That is due when an edition is published: `--strict` passes it over, and `ksf check --release` does not.",
    bad: "# a new statement, and a lock that does not have it", good: "# after: ksf lock")

  let range: SourceRange?
  let new: [String]
  let changed: [String]

  var message: String {
    let parts = [
      new.isEmpty ? nil : "does not know \(list(new))",
      changed.isEmpty ? nil : "has an older state of \(list(changed))",
    ].compactMap { $0 }
    return "the lock \(parts.joined(separator: " and "))"
  }

  var help: String {
    "When this is to be published, run `ksf lock` and commit framework/framework.lock."
  }

  private func list(_ ids: [String]) -> String {
    let shown = ids.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
    return ids.count > 3 ? "\(shown) and \(ids.count - 3) more" : shown
  }
}
