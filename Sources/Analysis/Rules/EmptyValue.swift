internal import Diagnostics

/// A key with nothing after it.
struct EmptyValue: Problem {
  static let rule = Rule(
    "KSF0210", "empty-value",
    summary: "Reports a key, or an item of a list, with nothing after it.",
    reason: "It was most likely left to be written later, and would leave a hole in the handbook.",
    bad: "title:\nsummary: How trust is built.",
    good: "title: Relationships\nsummary: How trust is built.")

  let range: SourceRange?
  let key: String

  /// Whether it is an item of the key's list that is empty, and not the whole.
  let isItem: Bool

  /// The comment behind the key, from `#` on. A colour or a number may have been meant.
  let comment: String?

  var message: String {
    isItem ? "an item of `\(key)` is empty" : "`\(key)` has no value here"
  }
  var help: String {
    if let comment {
      return
        "What follows the sign # is a comment. If it is the value, put it in quotes: \"\(comment)\""
    }
    return
      "Write the value after it, or take it out. What belongs to it has to be indented further than it is."
  }
}
