internal import Diagnostics

/// Progress or evidence for a statement that is no longer in force.
struct StatementIsRetired: Problem {
  static let rule = Rule(
    "KSF1013", "statement-is-over", .warning,
    summary: "Reports progress with a statement that is withdrawn or superseded.",
    reason: "It no longer counts, and what took its place may be met already.",
    bad: """
      framework: whole
      edition: 1.0.0
      person: P-1
      started: 2026-09-07
      progress: [{statement: REL-1.3, state: under-way, date: 2026-10-01}]
      """,
    good: """
      framework: whole
      edition: 1.0.0
      person: P-1
      started: 2026-09-07
      progress: [{statement: REL-1.1, state: under-way, date: 2026-10-01}]
      """)

  let range: SourceRange?
  let code: String
  let successors: [String]

  var message: String { "`\(code)` is no longer to be met" }
  var help: String {
    successors.isEmpty
      ? "Nothing has taken its place."
      : "Its place has been taken by \(successors.joined(separator: ", "))."
  }
}
