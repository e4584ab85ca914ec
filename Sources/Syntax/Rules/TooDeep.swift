internal import Diagnostics

/// Nesting deeper than any framework needs.
struct TooDeep: Problem {
  static let rule = Rule(
    "KSF0118", "too-deep",
    summary: "Refuses lists and groups nested more than 32 levels deep.",
    reason:
      "The language needs eight. Deeper nesting is a mistake, or an attempt to exhaust the machine.",
    bad: "title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
    good: "title: x")

  let range: SourceRange?
  let limit: Int

  var message: String { "this is nested more than \(limit) levels deep" }
  var help: String { "The rest of the file is not read. Take out the brackets or the indentation." }
}
