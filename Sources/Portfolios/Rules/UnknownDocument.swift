internal import Diagnostics

/// A file that is no known document.
struct UnknownDocument: Problem {
  static let rule = Rule(
    "KSF1002", "unknown-document",
    summary: "Reports a file that is neither a portfolio nor one of the framework's records.",
    reason: "Without knowing what it is, nothing in it can be checked.",
    bad: "name: somebody",
    good: "framework: whole\nedition: 1.0.0\nperson: P-1\nstarted: 2026-09-07")

  let range: SourceRange?
  /// The suggested record, if one is near.
  let meant: String?
  let records: [String]

  var message: String { "this is neither a portfolio nor a record of the framework" }
  var label: String { meant.map { "did you mean `\($0)`?" } ?? "" }
  var help: String {
    let known = records.isEmpty ? "" : " The records are: \(records.joined(separator: ", "))."
    return
      "A portfolio starts with `framework:`, a record with `record:` and its name.\(known) `ksf record new` writes an empty one."
  }
}
