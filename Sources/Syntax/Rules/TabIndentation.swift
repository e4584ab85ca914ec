internal import Diagnostics

/// A tab in the indentation of a line.
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

  /// The number of spaces that the line most likely should start with.
  let column: Int

  /// The line, indented by spaces.
  let corrected: String

  /// Two spaces in the place of each tab, if no line of the file starts with a space; else empty.
  let edits: [Diagnostic.Edit]

  var message: String { "there is a tab at the start of this line; use spaces" }
  var label: String { "a tab" }
  var help: String {
    let spaces = column == 0 ? "no spaces" : column == 1 ? "1 space" : "\(column) spaces"
    return "Start the line with \(spaces):\n\(corrected)"
  }

  var fixes: [Diagnostic.Fix] {
    edits.isEmpty ? [] : [Diagnostic.Fix("put two spaces in the place of each tab", edits)]
  }
}
