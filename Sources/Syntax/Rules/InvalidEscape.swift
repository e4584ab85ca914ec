internal import Diagnostics

/// A backslash in double quotes that begins no escape.
struct InvalidEscape: Problem {
  static let rule = Rule(
    "KSF0124", "invalid-escape",
    summary: "Refuses a backslash in double quotes that does not start one of YAML's escapes.",
    reason: "Inside double quotes a backslash gives the next character another meaning.",
    bad: "title: \"see C:\\documents\"",
    good: "title: 'see C:\\documents'")

  let range: SourceRange?

  var message: String { "a backslash inside double quotes has a meaning of its own" }
  var help: String { "Write it twice (\\\\), or put ' around the text in place of \"." }
}
