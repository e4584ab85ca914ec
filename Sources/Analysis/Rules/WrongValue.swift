internal import Diagnostics

/// A text that is none of those a key allows: not a date, not one of the choices, and so on.
struct WrongValue: Problem {
  static let rule = Rule(
    "KSF0205", "wrong-value",
    summary: "Reports a value that its key does not allow, such as a day that does not exist.",
    reason: "The key decides how its value is read, so that a value means the same in every tool.",
    bad: "issued: 2026-02-30",
    good: "issued: 2026-02-28")

  let range: SourceRange?
  let key: String
  let written: String

  /// Completes "should be": "a day such as 2026-09-01".
  let expectation: String

  /// The choice that was meant, if one is near.
  let meant: String?

  /// The choice that means what is written. Only a person can tell whether it was meant.
  var alike: String?

  var message: String { "`\(key)` should be \(expectation)" }
  var label: String { (meant ?? alike).map { "did you mean `\($0)`?" } ?? "" }

  var fixes: [Diagnostic.Fix] {
    guard let meant, let range else { return [] }
    return [Diagnostic.Fix("change `\(written)` to `\(meant)`", [Diagnostic.Edit(range, meant)])]
  }
}
