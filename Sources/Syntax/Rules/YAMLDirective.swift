internal import Diagnostics

/// A directive, such as `%YAML 1.2`.
struct YAMLDirective: Problem {
  static let rule = Rule(
    "KSF0114", "yaml-directive",
    summary: "Refuses YAML's directives, such as %YAML 1.2.",
    reason:
      "All files of a framework are read in the same way; a directive would only seem to change that.",
    bad: "%YAML 1.2\n---\ndomain: relationships",
    good: "domain: relationships")

  let range: SourceRange?

  var message: String { "a framework does not use YAML's directives, which start with %" }
  var help: String { "Delete the line, and the line of dashes after it." }
}
