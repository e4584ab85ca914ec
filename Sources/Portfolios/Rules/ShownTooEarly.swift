internal import Diagnostics

/// A statement marked as shown before its prerequisites.
struct ShownTooEarly: Problem {
  static let rule = Rule(
    "KSF1012", "shown-too-early", .warning,
    summary: "Reports a statement that is marked as shown though what it relies on is still open.",
    reason:
      "Either the other has been shown as well and nobody wrote it down, or there is a gap to talk about.",
    bad: """
      framework: whole
      edition: 1.0.0
      person: P-1
      started: 2026-09-07
      chosen: [expert, protection]
      evidence:
        - {id: E1, type: observation, date: 2026-09-20, statements: [REL-1.2], by: S-9, role: assessor}
        - {id: E2, type: observation, date: 2026-09-27, statements: [REL-1.2], by: S-8, role: assessor}
      progress: [{statement: REL-1.2, state: shown, date: 2026-10-01}]
      """,
    good: """
      framework: whole
      edition: 1.0.0
      person: P-1
      started: 2026-09-07
      progress: [{statement: REL-1.1, state: shown, date: 2026-10-01}]
      """)

  let range: SourceRange?
  let open: [String]

  var message: String {
    "this is marked as shown, but \(open.joined(separator: ", ")), which it comes after, is still open"
  }
  var help: String { "If it has been shown as well, write it down too." }
}
