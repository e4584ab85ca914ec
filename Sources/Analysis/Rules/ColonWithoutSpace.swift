internal import Diagnostics

/// A key and its value with no space after the colon.
struct ColonWithoutSpace: Problem {
  static let rule = Rule(
    "KSF0220", "colon-without-space",
    summary: "Refuses a key whose colon has no space after it.",
    reason: "YAML reads the key, the colon and the value as one word.",
    bad: "sources: [{source:report}]",
    good: "sources: [{source: report}]")

  let range: SourceRange?
  let key: String

  /// The key, the colon and the value.
  let written: String

  private var corrected: String { "\(key): \(written.dropFirst(key.count + 1))" }

  var message: String { "there is no space after the colon of `\(key)`" }
  var help: String { "Write: \(corrected)" }

  var fixes: [Diagnostic.Fix] {
    guard let range else { return [] }
    return [Diagnostic.Fix("put a space after the colon", [Diagnostic.Edit(range, corrected)])]
  }
}
