internal import Diagnostics

/// Evidence completed in another role than its type requires.
struct OtherRole: Problem {
  static let rule = Rule(
    "KSF1015", "evidence-by-other-role", .warning,
    summary:
      "Reports a piece of evidence that was completed in another role than its type asks for.",
    reason: "The framework says who completes evidence of this type.",
    bad: """
      framework: whole
      edition: 1.0.0
      person: P-1
      started: 2026-09-07
      evidence: [{id: E1, type: observation, date: 2026-10-01, statements: [REL-1.1], by: S-9, role: employer}]
      """,
    good: """
      framework: whole
      edition: 1.0.0
      person: P-1
      started: 2026-09-07
      evidence: [{id: E1, type: observation, date: 2026-10-01, statements: [REL-1.1], by: S-9, role: assessor}]
      """)

  let range: SourceRange?
  let type: String
  let wanted: String

  var message: String { "\(type) is completed by: \(wanted)" }
}
