internal import Diagnostics

/// A list that starts on the line of its key.
struct ListOnKeyLine: Problem {
  static let rule = Rule(
    "KSF0109", "list-on-key-line",
    summary: "Refuses a dash list that starts on the same line as its key.",
    reason:
      "YAML starts such a list on the next line. On one line, a list is written in square brackets.",
    bad: "relies-on: - REL-1.1",
    good: "relies-on:\n  - REL-1.1")

  let range: SourceRange?

  var message: String { "a list of dashes cannot start on the line of its key" }
  var label: String { "this dash" }

  var help: String {
    "Start the list on the next line, or write it in brackets: [first, second]. If the dash belongs to a text, put the text in quotes."
  }
}
