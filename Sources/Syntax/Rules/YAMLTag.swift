internal import Diagnostics

/// A tag, such as `!!str`.
struct YAMLTag: Problem {
  static let rule = Rule(
    "KSF0113", "yaml-tag",
    summary: "Refuses YAML's tags, such as !!str.",
    reason:
      "A tag tells a program how to read a value; here the key decides that, always in the same way.",
    bad: "edition: !!str 1.0",
    good: "edition: 1.0")

  let range: SourceRange?

  var message: String { "a framework does not use YAML's tags, which start with !" }
  var help: String { "Delete it. If this is text that starts with !, put the text in quotes." }
}
