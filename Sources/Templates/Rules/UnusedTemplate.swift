internal import Diagnostics

/// A template that no page shows.
struct UnusedTemplate: Problem {
  static let rule = Rule(
    "KSF0519", "unused-template",
    summary: "Refuses a template file that is no page and that no other template includes.",
    reason: "Most often its name is misspelt, and the page still looks as it did before.",
    bad: "templates/handbook/statment.html.mustache",
    good: "templates/handbook/statement.html.mustache")

  let range: SourceRange?
  let name: String
  let language: OutputLanguage

  /// Names under which it would be used.
  let candidates: [String]

  var message: String { "nothing uses the template `\(name)`" }

  var help: String {
    if let nearest = suggestion(for: name, among: candidates) {
      return "Did you mean `\(nearest).\(language.fileExtension).mustache`?"
    }
    return "Include it by `{{> \(name)}}`, or remove the file."
  }
}
