internal import Diagnostics

/// A tag without its closing delimiter.
struct UnclosedTag: Problem {
  static let rule = Rule(
    "KSF0505", "unclosed-tag",
    summary: "Refuses a tag that does not end.",
    reason: "What follows would be taken for a part of the tag.",
    bad: "<h1>{{title</h1>",
    good: "<h1>{{title}}</h1>")

  let range: SourceRange?

  /// The closing delimiter in use.
  let closing: String

  var message: String { "this tag is not closed" }
  var label: String { "`\(closing)` is missing" }

  var help: String {
    "Write `\(closing)` after the name. A name has to be on one line, without another tag in it."
  }
}
