internal import Diagnostics

/// Two files for the same template.
struct DuplicateTemplate: Problem {
  static let rule = Rule(
    "KSF0517", "duplicate-template",
    summary: "Refuses two template files with the same name and the same kind of output.",
    reason: "Templates are found by name, whatever folder they are in, so only one could be used.",
    bad: "templates/handbook/card.html.mustache\ntemplates/shared/card.html.mustache",
    good: "templates/handbook/card.html.mustache\ntemplates/shared/role-card.html.mustache")

  let range: SourceRange?
  let name: String
  let first: SourceRange

  var message: String { "there are two templates named `\(name)`" }
  var label: String { "the second one" }
  var notes: [Diagnostic.Note] { [Diagnostic.Note("the first one", at: first)] }
  var help: String { "Rename one of the files, or take it out." }
}
