internal import Diagnostics
internal import Grammar
internal import Model

/// A statement that another has replaced, and that is not retired.
struct SuccessorOfCurrent: Problem {
  static let rule = Rule(
    "KSF0307", "successor-of-current",
    summary: """
      Reports `replaced-by`, `merged-into` or `split-into` on a statement that is neither superseded nor withdrawn.
      """,
    reason: "Readers could not tell whether they are to meet this one or what took its place.",
    bad: "status: {is: published, replaced-by: REL-1.3}",
    good:
      "status: {is: superseded, since: 2026-09-01, because: It was too wide., replaced-by: REL-1.3}"
  )

  let range: SourceRange?
  let statement: String
  let status: Status
  let key: Key

  var message: String {
    "`\(statement)` has `\(key.rawValue)`, but its status is `\(status.rawValue)`"
  }

  var help: String {
    "Write `is: superseded` with `since` and `because`, or take `\(key.rawValue)` out."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    for statement in draft.statements {
      guard let status = statement.status, !status.isRetired,
        let record = draft.record(of: .statement(statement.ref))?.record(.status),
        let key = Key.successors.first(where: record.has)
      else { continue }
      bag.report(
        SuccessorOfCurrent(
          range: record.range(key), statement: statement.id, status: status.status, key: key))
    }
  }
}

extension Key {
  /// The keys that name the successors of a statement.
  static let successors: [Key] = [.replacedBy, .mergedInto, .splitInto]
}
