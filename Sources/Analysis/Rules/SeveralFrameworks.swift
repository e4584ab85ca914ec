internal import Diagnostics

/// A second file that says what the framework is.
struct SeveralFrameworks: Problem {
  static let rule = Rule(
    "KSF0214", "several-frameworks",
    summary: "Refuses a second file that starts with the key `framework`.",
    reason: "A project holds one framework; two could contradict each other.",
    bad: "# framework.yaml and framework-old.yaml in one folder",
    good: "# framework.yaml alone")

  let range: SourceRange?
  let first: SourceRange

  var message: String { "this is a second framework; a project holds one" }
  var notes: [Diagnostic.Note] { [Diagnostic.Note("the first is here", at: first)] }
  var help: String { "Delete one of the two files, or move it to a project folder of its own." }
}
