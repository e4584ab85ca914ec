internal import Diagnostics

/// A tag that should set the delimiters and does not name two.
struct InvalidDelimiters: Problem {
  static let rule = Rule(
    "KSF0507", "invalid-delimiters",
    summary: "Refuses a tag that sets the delimiters to something that cannot be used.",
    reason: "The tags after it would not be found.",
    bad: "{{=<%=}}",
    good: "{{=<% %>=}}")

  let range: SourceRange?

  var message: String { "this does not set an opening and a closing delimiter" }

  var help: String {
    "Write two delimiters with a space between them and without `=` in them, as in `{{=<% %>=}}`."
  }
}
