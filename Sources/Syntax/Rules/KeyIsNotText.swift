internal import Diagnostics

/// A list or group where a key should be.
struct KeyIsNotText: Problem {
  static let rule = Rule(
    "KSF0117", "key-is-not-text",
    summary: "Refuses a list or a group as a key.",
    reason:
      "Keys are words of the language. Most often this is a text that starts with a bracket and has no quotes.",
    bad: "{a, b}: text",
    good: "title: text")

  let range: SourceRange?

  var message: String { "a key is a word, not a list or a group" }
  var help: String { "If this is text, put it in quotes." }
}
