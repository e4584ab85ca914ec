internal import Diagnostics

/// A closing tag for something that is not open.
struct UnexpectedClosingTag: Problem {
  static let rule = Rule(
    "KSF0504", "unexpected-closing-tag",
    summary: "Refuses a closing tag whose name is not that of an open section, parent or block.",
    reason: "One of the two names is wrong, and a section would end in the wrong place.",
    bad: "{{#items}}{{title}}{{/itmes}}",
    good: "{{#items}}{{title}}{{/items}}")

  let range: SourceRange?
  let name: String

  /// The name that is open here, if any.
  let expected: String?

  /// The tag that opened it.
  let opening: SourceRange?

  var message: String {
    if let expected {
      return "`\(name)` is closed here, but `\(expected)` is open"
    }
    return "`\(name)` is closed here, but it is not open"
  }

  var label: String { expected.map { "expected `\($0)`" } ?? "closes nothing" }

  var notes: [Diagnostic.Note] {
    guard let opening, let expected else { return [] }
    return [Diagnostic.Note("`\(expected)` is opened here", at: opening)]
  }

  var help: String {
    expected.map { "Close `\($0)` first, or correct the name." } ?? "Take this tag out."
  }
}
