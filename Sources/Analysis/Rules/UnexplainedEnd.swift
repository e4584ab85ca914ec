internal import Diagnostics
internal import Grammar
internal import Model

/// A statement that is over without a day or a reason.
struct UnexplainedEnd: Problem {
  static let rule = Rule(
    "KSF0306", "unexplained-end",
    summary:
      "Reports a statement that is withdrawn or superseded and does not say since when, or why.",
    reason:
      "People who have been working towards it need to know from which day it no longer counts, and what to make of what they have done.",
    bad: "status: withdrawn",
    good: "status: {is: withdrawn, since: 2026-09-01, because: The law has changed.}")

  let range: SourceRange?
  let statement: String
  let status: Status

  /// Which of the two is missing.
  let missing: [Key]

  var message: String {
    let words = missing.map { $0 == .since ? "since when" : "why" }
    return "`\(statement)` is \(status.rawValue), but does not say \(joined(words, by: "and"))"
  }

  var help: String {
    "Write for example: status: {is: \(status.rawValue), since: 2026-09-01, because: The law has changed.}"
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    for statement in draft.statements {
      guard let status = statement.status, status.isRetired,
        let record = draft.record(of: .statement(statement.ref))?.record(.status)
      else { continue }
      let missing = [Key.since, .because].filter { !record.has($0) }
      guard !missing.isEmpty else { continue }
      bag.report(
        UnexplainedEnd(
          range: record.range(.isNow), statement: statement.id, status: status.status,
          missing: missing))
    }
  }
}
