internal import Diagnostics

/// A second document in one file.
struct SeveralDocuments: Problem {
  static let rule = Rule(
    "KSF0115", "several-documents",
    summary: "Refuses a line of three dashes that starts a second document in a file.",
    reason:
      "A file holds one thing, which its first key names. What stands below the line would be lost.",
    bad: "domain: relationships\n---\ndomain: assessment",
    good: "domain: relationships")

  let range: SourceRange?

  var message: String { "a second document starts here; a file holds one" }
  var help: String { "Move what follows to a file of its own, and delete the line of dashes." }
}
