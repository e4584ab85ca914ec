internal import Diagnostics

/// An unresolved merge conflict in the lock.
struct LockConflict: Problem {
  static let rule = Rule(
    "KSF0901", "lock-conflict",
    summary: "Refuses a lock in which Git has left the marks of a conflict.",
    reason:
      "Two people added or changed ids at the same time, and nobody can tell what was published.",
    bad: "<<<<<<< HEAD\nREL-1.3 sort statement\n=======\nREL-1.4 sort statement\n>>>>>>> other",
    good: "REL-1.3 sort statement\n…\n\nREL-1.4 sort statement\n…")

  let range: SourceRange?
  var message: String { "Git has left a conflict in the lock" }
  var help: String {
    "First settle the conflicts in the framework's own files. Then run `ksf lock`, which keeps the entries of both sides."
  }
}
