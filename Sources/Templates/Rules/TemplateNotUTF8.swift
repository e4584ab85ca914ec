internal import Diagnostics

/// A template with bytes that are not UTF-8.
struct TemplateNotUTF8: Problem {
  static let rule = Rule(
    "KSF0521", "template-not-utf8",
    summary: "Requires templates to be UTF-8 text.",
    reason: "Readers would see broken signs, or nothing, where the bytes are.",
    bad: "a file saved as Latin-1 or UTF-16",
    good: "the same file saved as UTF-8")

  let range: SourceRange?

  var message: String { "this is not UTF-8 text" }
  var label: String { "cannot be read from here" }
  var help: String { "Save the file again in your editor, with the encoding UTF-8." }
}
