internal import Diagnostics

/// A page without a template.
struct MissingPageTemplate: Problem {
  static let rule = Rule(
    "KSF0518", "missing-page-template",
    summary: "Requires a template for each kind of page.",
    reason: "Without it the pages would be empty.",
    bad: "templates/handbook/statment.html.mustache",
    good: "templates/handbook/statement.html.mustache")

  let name: String
  let language: OutputLanguage
  let candidates: [String]

  var range: SourceRange? { nil }

  var message: String {
    "the template `\(name).\(language.fileExtension).mustache` is missing"
  }

  var help: String {
    if let nearest = suggestion(for: name, among: candidates) {
      return "Rename `\(nearest).\(language.fileExtension).mustache`, if that is it."
    }
    return "Add a file of that name to the templates."
  }
}
