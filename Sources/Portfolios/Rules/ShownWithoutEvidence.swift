internal import Diagnostics

/// A statement marked as shown without the evidence that it requires.
struct ShownWithoutEvidence: Problem {
  static let rule = Rule(
    "KSF1011", "shown-without-evidence", .warning,
    summary:
      "Reports a statement that is marked as shown though some of the evidence that it asks for is missing.",
    reason: "Whoever reads the portfolio later could not see why it was agreed.",
    bad: """
      framework: whole
      edition: 1.0.0
      person: P-1
      started: 2026-09-07
      chosen: [expert, protection]
      progress:
        - {statement: REL-1.1, state: shown, date: 2026-10-01}
        - {statement: REL-1.2, state: shown, date: 2026-10-01}
      """,
    good: """
      framework: whole
      edition: 1.0.0
      person: P-1
      started: 2026-09-07
      chosen: [expert, protection]
      evidence:
        - {id: E1, type: observation, date: 2026-09-20, statements: [REL-1.2], by: S-9, role: assessor}
        - {id: E2, type: observation, date: 2026-09-27, statements: [REL-1.2], by: S-8, role: assessor}
      progress:
        - {statement: REL-1.1, state: shown, date: 2026-10-01}
        - {statement: REL-1.2, state: shown, date: 2026-10-01}
      """)

  let range: SourceRange?
  /// The code and text of the statement.
  let statement: String
  let missing: String

  var message: String {
    "this is marked as shown, but what it asks for as evidence is not all here: \(missing)"
  }
  var help: String { "It says: \(statement)" }
}
