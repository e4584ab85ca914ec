internal import Diagnostics

/// An edition number that is too low for the changes.
struct EditionTooLow: Problem {
  static let rule = Rule(
    "KSF0910", "edition-too-low", .warning, isDueAtRelease: true,
    summary:
      "Warns of an `edition` that is lower than the changes since the last recorded edition demand.",
    reason:
      "People tell by the number whether they have to look at what changed. Two states under one number cannot be told apart. That is due when an edition is published: `--strict` passes it over, and `ksf check --release` does not.",
    bad: "edition: 1.0.0  # 1.0.0 is recorded, and a statement was reworded since",
    good: "edition: 2.0.0")

  let range: SourceRange?
  let edition: String
  let last: String
  let lowest: String
  let worst: String

  var message: String {
    "the edition is \(edition), but what changed since \(last) demands \(lowest)"
  }
  var help: String {
    "The worst change is \(worst): `ksf diff \(last)` shows it. Write `edition: \(lowest)`, and what is new in it under `changes:`."
  }
}
