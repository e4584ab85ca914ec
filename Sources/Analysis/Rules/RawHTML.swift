internal import Diagnostics

/// HTML in a text.
struct RawHTML: Problem {
  static let rule = Rule(
    "KSF0401", "raw-html",
    summary: "Refuses HTML in a text.",
    reason:
      "The same text goes into checklists, schemas and spreadsheets; and HTML could carry a script.",
    bad: "summary: This is <b>important</b>.",
    good: "summary: This is **important**.")

  let range: SourceRange?
  let written: String

  var message: String { "a text cannot have HTML in it" }
  var help: String {
    "For bold write **two stars**, for a link [words](https://example.org). To show the sign < itself, write \\<."
  }
}
