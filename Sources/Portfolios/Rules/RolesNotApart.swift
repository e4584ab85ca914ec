internal import Diagnostics

/// A person with two roles that one person may not hold together.
struct RolesNotApart: Problem {
  static let rule = Rule(
    "KSF1010", "roles-not-apart",
    summary:
      "Reports somebody who completes evidence in two roles that the framework keeps apart, or about themselves.",
    reason: "The framework says that the same person may not have both roles.",
    bad: """
      framework: whole
      edition: 1.0.0
      person: P-1
      role: worker
      started: 2026-09-07
      evidence:
        - {id: E1, type: observation, date: 2026-10-01, statements: [REL-1.1], by: P-1, role: assessor}
      """,
    good: """
      framework: whole
      edition: 1.0.0
      person: P-1
      role: worker
      started: 2026-09-07
      evidence:
        - {id: E1, type: observation, date: 2026-10-01, statements: [REL-1.1], by: S-9, role: assessor}
      """)

  let range: SourceRange?
  let role: String
  let other: String
  let first: SourceRange?

  var message: String {
    "the same person is \(role) here and \(other) elsewhere, which the framework keeps apart"
  }
  var notes: [Diagnostic.Note] {
    first.map { [Diagnostic.Note("\(other) here", at: $0)] } ?? []
  }
  var help: String {
    "Check the code of who completed it; if it is right, somebody else has to look at the work again."
  }
}
