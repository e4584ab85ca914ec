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

  /// Whether the line is an item of a list that lacks its first key.
  var lacksKey = false

  /// The line with a colon behind its first word, if that may be a key.
  var asKey: String?

  /// The line above and this one, as one text.
  var continued: String?

  var message: String {
    if lacksKey { return "there is no key after this dash" }
    return gap == nil ? "this line has no key" : "there is no space after this colon"
  }

  var help: String {
    if let corrected { return "Write:\n\(corrected)" }
    guard let continued else { return "Write a key, a colon and a space before the value." }
    let start =
      asKey.map { "If its first word is a key, write:\n\($0)\n" } ?? ""
    let end =
      asKey == nil
      ? "\nIf it starts something new, write a key, a colon and a space before it." : ""
    return
      "\(start)If it goes on with the text above, indent it further than its key:\n\(continued)\(end)"
  }

  var fixes: [Diagnostic.Fix] {
    guard let gap else { return [] }
    return [Diagnostic.Fix("put a space after the colon", [Diagnostic.Edit(gap, " ")])]
  }
}
