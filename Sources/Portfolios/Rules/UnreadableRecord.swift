internal import Diagnostics

/// A file that cannot be read as YAML or JSON.
struct UnreadableRecord: Problem {
  static let rule = Rule(
    "KSF1001", "unreadable-record",
    summary: "Reports a record or portfolio that is no YAML or JSON as it stands.",
    reason: """
      Nothing in it can be checked or counted. What is wrong is told in general words, since the exact ones could \
      repeat what was written about a person.
      """,
    bad: "framework: whole\nedition: 1.0.0\nperson: \"P-1",
    good: "framework: whole\nedition: 1.0.0\nperson: P-1\nstarted: 2026-09-07")

  let range: SourceRange?
  /// The summary of the rule that the file breaks.
  let cause: String
  var causeName = ""

  var message: String { "this file cannot be read" }
  var help: String {
    causeName.isEmpty ? cause : "\(cause) `ksf explain \(causeName)` says more."
  }
}
