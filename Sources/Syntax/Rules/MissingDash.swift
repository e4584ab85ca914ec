internal import Diagnostics

/// The first item of a list that has no dash.
struct MissingDash: Problem {
  static let rule = Rule(
    "KSF0121", "missing-dash",
    summary: "Refuses a list of which one item starts with a dash and another does not.",
    reason: "YAML cannot tell whether the lines are one thing or several.",
    bad: "examples:\n  setting: home\n  - setting: school",
    good: "examples:\n  - setting: home\n  - setting: school")

  let range: SourceRange?

  /// The item that has a dash.
  let other: SourceRange
  let corrected: String

  var message: String { "a dash is missing before this item of the list" }
  var notes: [Diagnostic.Note] { [Diagnostic.Note("this item of the list has one", at: other)] }
  var help: String { "Write:\n\(corrected)" }
}
