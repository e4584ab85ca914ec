internal import Diagnostics

/// A published id in different case.
struct ChangedCase: Problem {
  static let rule = Rule(
    "KSF0905", "changed-case",
    summary: "Refuses an id that was published with capitals in other places.",
    reason:
      "Programs compare ids letter by letter: to them it is another id, and the old one is gone.",
    bad: "id: rel-1.2  # published as REL-1.2", good: "id: REL-1.2")

  let range: SourceRange?
  let id: String
  let locked: String
  let place: SourceRange?

  var message: String { "`\(id)` was published as `\(locked)`" }
  var notes: [Diagnostic.Note] {
    place.map { [Diagnostic.Note("the lock has it here", at: $0)] } ?? []
  }
  var help: String { "Write `\(locked)` again." }
  var fixes: [Diagnostic.Fix] {
    range.map { [Diagnostic.Fix("write `\(locked)`", [Diagnostic.Edit($0, locked)])] } ?? []
  }
}
