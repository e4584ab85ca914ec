internal import Diagnostics

/// A value that its key does not accept.
struct WrongRecordValue: Problem {
  static let rule = Rule(
    "KSF1005", "wrong-record-value",
    summary:
      "Reports a value that its key cannot have: a day that does not exist, a text that is too long, and so on.",
    reason: "Other programs would refuse the document, or read something else into it.",
    bad: "framework: whole\nedition: 1.0.0\nperson: P-1\nstarted: 2026-02-30",
    good: "framework: whole\nedition: 1.0.0\nperson: P-1\nstarted: 2026-09-07")

  let range: SourceRange?
  let key: String
  var isItem = false
  /// The expected value, in words that complete "`key` should be …".
  let expectation: String
  var meant: String? = nil
  var advice = ""

  var message: String { "\(isItem ? "an item of " : "")`\(key)` should be \(expectation)" }
  var label: String { meant.map { "did you mean `\($0)`?" } ?? "" }
  var help: String { advice }
}
