internal import Diagnostics

/// A comment or setting that would silence an error.
struct ErrorNotSilenced: Problem {
  static let rule = Rule(
    "KSF0704", "error-not-silenced", .warning,
    summary: "Reports a comment or rule setting that names an error.",
    reason:
      "An error means that the framework cannot be published as it is. Only warnings can be silenced.",
    bad: "# ksf: allow duplicate-id because it is meant",
    good: "- id: REL-1.2")

  let range: SourceRange?
  let rule: String

  var message: String { "`\(rule)` is an error, which cannot be silenced" }
  var help: String { "Put right what it reports, and take this out." }
}
