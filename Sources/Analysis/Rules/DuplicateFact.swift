internal import Diagnostics

/// Two facts of one source with the same number.
struct DuplicateFact: Problem {
  static let rule = Rule(
    "KSF0216", "duplicate-fact",
    summary: "Refuses two facts of one source with the same number.",
    reason: "A statement that cites the number could mean either.",
    bad: "facts:\n  - {number: 1, text: One thing.}\n  - {number: 1, text: Another.}",
    good: "facts:\n  - {number: 1, text: One thing.}\n  - {number: 2, text: Another.}")

  let range: SourceRange?
  let number: Int
  let first: SourceRange

  var message: String { "the number \(number) is used for two facts" }
  var label: String { "used again" }
  var notes: [Diagnostic.Note] { [Diagnostic.Note("first used here", at: first)] }
  var help: String {
    "Give this one the next free number; do not renumber the others, since statements cite them."
  }
}
