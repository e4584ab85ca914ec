internal import Diagnostics

/// A tab where the line is indented.
struct TabIndentation: Problem {
  static let rule = Rule(
    "KSF0104", "tab-indentation",
    summary: "Refuses a tab in the indentation of a line.",
    reason: """
      YAML tells what belongs to what by the number of spaces at the start of a line. A tab has no agreed width, so \
      YAML does not allow it there.
      """,
    bad: "outcomes:\n\t- id: REL-1",
    good: "outcomes:\n  - id: REL-1")

  let range: SourceRange?

  /// The same line, indented by spaces.
  let corrected: String

  var message: String { "this line is indented with a tab; use spaces" }
  var label: String { "a tab" }
  var help: String {
    "Write it with two spaces for each level:\n\(corrected)"
  }
}
