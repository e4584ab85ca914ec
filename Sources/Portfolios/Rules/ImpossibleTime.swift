internal import Diagnostics

/// A day before the start, or an end before its beginning.
struct ImpossibleTime: Problem {
  static let rule = Rule(
    "KSF1009", "impossible-time",
    summary:
      "Reports a day that lies before the person started or after the day of the check, and a pause that ends before it begins.",
    reason: "When a review is due is counted from these days.",
    bad: """
      framework: whole
      edition: 1.0.0
      person: P-1
      started: 2026-09-07
      pauses: [{from: 2026-10-09, to: 2026-10-01}]
      """,
    good: """
      framework: whole
      edition: 1.0.0
      person: P-1
      started: 2026-09-07
      pauses: [{from: 2026-10-01, to: 2026-10-09}]
      """)

  let range: SourceRange?
  let what: String
  var message: String { what }
}
