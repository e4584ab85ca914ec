internal import Diagnostics

/// A dynamic name whose value could be any text.
struct NotATemplateName: Problem {
  static let rule = Rule(
    "KSF0511", "not-a-template-name",
    summary: "Refuses `{{> *…}}` with a value that is not one of a known set of template names.",
    reason: "Whether the template exists could only be known when the page is made.",
    bad: "{{> *title}}",
    good: "{{> *kind}}")

  let range: SourceRange?
  let name: String
  let noun: String

  var message: String { "`\(name)` is \(noun) and cannot choose a template" }
  var help: String {
    "Name the template itself, as in `{{> name}}`, or use a value that is a choice."
  }
}
