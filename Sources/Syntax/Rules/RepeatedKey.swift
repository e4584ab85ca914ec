internal import Diagnostics

/// A key that a mapping has twice.
struct RepeatedKey: Problem {
  static let rule = Rule(
    "KSF0116", "repeated-key",
    summary: "Refuses a key that is given twice in the same place.",
    reason: "YAML tools keep one of the two and lose the other without a word.",
    bad: "id: REL-1.1\nphase: year-1\nphase: year-2",
    good: "id: REL-1.1\nphase: year-2")

  let range: SourceRange?
  let key: String
  let first: SourceRange

  var message: String { "`\(key)` is given twice here" }
  var label: String { "given again" }
  var notes: [Diagnostic.Note] { [Diagnostic.Note("first given here", at: first)] }

  var help: String {
    "Keep one of them. If this belongs to the next item of a list, a dash is missing before its first key."
  }
}
