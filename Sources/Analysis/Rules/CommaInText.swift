internal import Diagnostics
internal import Syntax

/// A comma inside a text without quotes, in braces.
struct CommaInText: Problem {
  static let rule = Rule(
    "KSF0223", "comma-in-text",
    summary: "Refuses a comma inside a text that has no quotes, in braces.",
    reason: "In braces a comma ends the text. The words behind it would be keys without values.",
    bad: "{id: learner, title: Learner, or student}",
    good: "{id: learner, title: 'Learner, or student'}")

  let range: SourceRange?

  /// The whole text with its commas, as it is written.
  let text: SourceRange
  let written: String

  var message: String { "in braces, a text with a comma in it needs quotes around it" }
  var label: String { "this comma" }
  var help: String { "Write:\n\(singleQuoted(written))" }

  var fixes: [Diagnostic.Fix] {
    [Diagnostic.Fix("put the text in quotes", [Diagnostic.Edit(text, singleQuoted(written))])]
  }
}
