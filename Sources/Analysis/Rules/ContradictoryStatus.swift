internal import Diagnostics
internal import Grammar
internal import Model

/// A framework that is superseded without saying by what, or says so without being superseded.
struct ContradictoryStatus: Problem {
  static let rule = Rule(
    "KSF0305", "contradictory-status",
    summary:
      "Reports a framework whose status is `superseded` without a `superseded-by`, or the reverse.",
    reason:
      "Readers of an old edition have to find the new one, and those of the current one must not be sent away.",
    bad: "status: superseded",
    good: "status: superseded\nsuperseded-by: Early career standards 2026")

  let range: SourceRange?
  let status: Status

  /// The id of the successor, if there is one.
  let successor: String?

  var message: String {
    successor == nil
      ? "the framework is superseded, but does not say by what"
      : "the framework says what has replaced it, but its status is `\(status.rawValue)`"
  }

  var help: String {
    successor == nil
      ? "Add `superseded-by:` with the title of what has replaced it."
      : "Write `status: superseded`, or take `superseded-by` out. What this framework itself replaces stands under `supersedes`."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    guard let record = draft.records(.framework).first,
      !record.has(.status) || record.node(.status) != nil
    else { return }
    let status = draft.contents.identity.status
    if status == .superseded, !record.has(.supersededBy) {
      bag.report(
        ContradictoryStatus(range: record.range(.status), status: status, successor: nil))
    } else if status != .superseded, let successor = record.text(.supersededBy) {
      bag.report(
        ContradictoryStatus(
          range: record.range(.supersededBy), status: status, successor: successor))
    }
  }
}
