internal import Diagnostics

/// A line that is neither a key with its value nor a line of a text.
struct MissingColon: Problem {
  static let rule = Rule(
    "KSF0107", "missing-colon",
    summary: "Refuses a line between keys that has no colon followed by a space.",
    reason:
      "YAML expects a key, a colon and a space there, and cannot tell what the line belongs to.",
    bad: "title: Relationships\nsummary:how workers build trust",
    good: "title: Relationships\nsummary: how workers build trust")

  let range: SourceRange?

  /// The line with a space after its colon, if only the space is missing.
  let corrected: String?

  /// The empty range after the colon, if the word before it can only be a key.
  let gap: SourceRange?

  var message: String { "this line is not of the form `key: value`" }

  var help: String {
    if let corrected { return "Put a space after the colon:\n\(corrected)" }
    return
      "Put a colon and a space after the key. If the line goes on with the text above it, indent it further than the key of that text."
  }

  var fixes: [Diagnostic.Fix] {
    guard let gap else { return [] }
    return [Diagnostic.Fix("put a space after the colon", [Diagnostic.Edit(gap, " ")])]
  }
}
