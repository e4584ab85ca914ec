internal import Diagnostics

/// A line of a longer text that looks like a key or an item, and is read as part of the text.
struct KeyInText: Problem {
  static let rule = Rule(
    "KSF0219", "key-in-text",
    summary:
      "Refuses a line of a text that starts with a key of the language, or with a dash and `id:`.",
    reason: """
      A line that is indented too far, or above which a key is missing, becomes part of the text before it. All that it \
      says would be lost without a word.
      """,
    bad: "summary: >\n  How trust is built.\n\n  - id: REL-1.1",
    good: "summary: >\n  How trust is built.\nstatements:\n  - id: REL-1.1")

  let range: SourceRange?

  /// The key whose text the line has become part of.
  let key: String
  let keyPlace: SourceRange

  /// A key that lists such items, if the line starts one.
  let listKey: String?

  var message: String { "this line is read as part of the text of `\(key)`" }
  var notes: [Diagnostic.Note] { [Diagnostic.Note("the text starts here", at: keyPlace)] }

  var help: String {
    if let listKey { return "Is the line `\(listKey):` missing above it?" }
    return
      "Give it as many spaces as `\(key)` has. If it is meant as text, put other words before the colon."
  }
}
