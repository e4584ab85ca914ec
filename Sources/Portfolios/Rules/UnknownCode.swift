internal import Diagnostics

/// An unknown code of a statement.
struct UnknownCode: Problem {
  static let rule = Rule(
    "KSF1006", "unknown-code",
    summary: "Reports the code of a statement that the framework does not have.",
    reason: "What was shown would count for nothing.",
    bad: """
      framework: whole
      edition: 1.0.0
      person: P-1
      started: 2026-09-07
      progress: [{statement: REL-1.7, state: shown, date: 2026-10-01}]
      """,
    good: """
      framework: whole
      edition: 1.0.0
      person: P-1
      started: 2026-09-07
      progress: [{statement: REL-1.1, state: under-way, date: 2026-10-01}]
      """)

  let range: SourceRange?
  let word: String
  /// The code, if the text looks like one.
  let code: String?
  let meant: String?
  /// The text of the suggested statement.
  let says: String

  var message: String {
    code.map { "there is no \(word) `\($0)`" } ?? "this is not the code of any \(word)"
  }
  var label: String { meant.map { "did you mean `\($0)`?" } ?? "" }
  var help: String {
    meant == nil ? "Codes are listed in the handbook and in the tracking sheet." : says
  }
}
