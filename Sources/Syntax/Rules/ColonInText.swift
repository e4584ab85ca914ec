internal import Diagnostics

/// A colon and a space inside a text without quotes.
struct ColonInText: Problem {
  static let rule = Rule(
    "KSF0106", "colon-in-text",
    summary: "Refuses a colon followed by a space inside a text that has no quotes.",
    reason:
      "YAML reads a colon and a space as the end of a key, so it cannot tell where the text ends.",
    bad: "title: Relationships: the basis of practice",
    good: "title: 'Relationships: the basis of practice'")

  let range: SourceRange?

  /// The line with the text in quotes.
  let corrected: String

  var message: String { "a text with a colon in it needs quotes around it" }
  var label: String { "this colon" }
  var help: String { "Write:\n\(corrected)" }
}
