internal import Diagnostics

/// A file with nothing in it.
struct EmptyFile: Problem {
  static let rule = Rule(
    "KSF0211", "empty-file",
    summary: "Reports a file that says nothing.",
    reason: "A file may have been emptied by accident, or saved before its text was pasted.",
    bad: "# to be written",
    good: "domain: relationships\ntitle: Relationships\noutcomes: []")

  let range: SourceRange?

  var message: String { "this file is empty" }
  var help: String { "Write what it should hold, or delete it." }
}
