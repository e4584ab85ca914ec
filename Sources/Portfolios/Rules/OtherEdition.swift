internal import Diagnostics

/// A document about another framework, or another edition of this one.
struct OtherEdition: Problem {
  static let rule = Rule(
    "KSF1007", "other-edition",
    summary:
      "Reports a document that is about another framework, or about another edition of this one.",
    reason: "Statements may have changed, so that it cannot be said what was shown.",
    bad: "framework: whole\nedition: 0.9.0\nperson: P-1\nstarted: 2026-09-07",
    good: "framework: whole\nedition: 1.0.0\nperson: P-1\nstarted: 2026-09-07")

  let range: SourceRange?
  let key: String
  let wanted: String

  var message: String { "`\(key)` is not that of the framework here, which is \(wanted)" }
  var help: String {
    key == "edition"
      ? "No migration map leads from there to \(wanted): write one (ksf migrate EDITION), or look at what has changed and then write \(wanted)."
      : "Name the framework that it belongs to with --project."
  }
}
