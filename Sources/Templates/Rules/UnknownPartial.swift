internal import Diagnostics

/// A partial or parent for which there is no template.
struct UnknownPartial: Problem {
  static let rule = Rule(
    "KSF0502", "unknown-partial",
    summary: "Refuses a tag that includes a template that does not exist.",
    reason:
      "The part of the page that the template should have made would be missing without a word.",
    bad: "{{> crad}}",
    good: "{{> card}}")

  let range: SourceRange?
  let name: String

  /// The field whose value is the name, for a tag such as `{{> *kind}}`.
  let field: String?

  let isParent: Bool
  let language: OutputLanguage
  let isInOtherLanguage: Bool
  let candidates: [String]

  var message: String {
    if let field {
      return "there is no template `\(name)`, which `\(field)` can name"
    }
    return "there is no template `\(name)`"
  }

  var label: String { isParent ? "unknown parent" : "unknown partial" }

  var help: String {
    let file = "\(name).\(language.fileExtension).mustache"
    if isInOtherLanguage {
      return """
        There is one for another kind of output. Here it must be in a file named `\(file)`.
        """
    }
    if field == nil, let nearest = suggestion(for: name, among: candidates) {
      return "Did you mean `\(nearest)`?"
    }
    return "Add a file named `\(file)`, or correct the name."
  }
}
