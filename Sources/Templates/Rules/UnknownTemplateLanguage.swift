internal import Diagnostics

/// A template file whose name does not say what it produces.
struct UnknownTemplateLanguage: Problem {
  static let rule = Rule(
    "KSF0520", "unknown-template-language",
    summary: "Requires template files to be named `….html.mustache` or `….md.mustache`.",
    reason:
      "How text is escaped depends on what the template produces, so this must never be a guess.",
    bad: "templates/handbook/statement.mustache",
    good: "templates/handbook/statement.html.mustache")

  let range: SourceRange?
  let path: String

  var message: String { "the name `\(path)` does not say what the template produces" }
  var help: String { "Rename the file so that it ends in `.html.mustache` or `.md.mustache`." }
}
