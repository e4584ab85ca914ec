internal import Diagnostics

/// A key that the language does not have in that place.
struct UnknownKey: Problem {
  static let rule = Rule(
    "KSF0201", "unknown-key",
    summary: "Refuses a key that the language does not have in that place.",
    reason:
      "A misspelt key would otherwise be passed over, and what it says would be lost without a word.",
    bad: "domain: relationships\ntitel: Relationships",
    good: "domain: relationships\ntitle: Relationships")

  let range: SourceRange?
  let key: String

  /// What the key stands in: "a statement".
  let entity: String

  /// The key that was meant, if one is near.
  let meant: String?

  /// What does have this key: "an outcome".
  let elsewhere: [String]

  let allowed: [String]

  var message: String { "\(entity) has no key `\(key)`" }
  var label: String { meant.map { "did you mean `\($0)`?" } ?? "" }

  var help: String {
    if meant != nil { return "" }
    if !elsewhere.isEmpty {
      return
        "`\(key)` belongs to \(joined(elsewhere, by: "or")). Check how far the line is indented."
    }
    return "The keys of \(entity) are \(joined(allowed.map { "`\($0)`" }, by: "and"))."
  }

  var fixes: [Diagnostic.Fix] {
    guard let meant, let range else { return [] }
    return [Diagnostic.Fix("change `\(key)` to `\(meant)`", [Diagnostic.Edit(range, meant)])]
  }
}

/// The words as a list in a sentence: "a, b and c".
func joined(_ words: [String], by last: String) -> String {
  guard words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(last) " + (words.last ?? "")
}
