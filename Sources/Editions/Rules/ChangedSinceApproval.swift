internal import Diagnostics

/// A text that has changed since it was approved.
struct ChangedSinceApproval: Problem {
  static let rule = Rule(
    "KSF0908", "changed-since-approval", .warning,
    summary: "Warns of a text that has changed since a role approved it.",
    reason: "What was approved is not what is published.",
    bad: "# REL-1.2 was approved, and then reworded",
    good: "# after: ksf approve REL-1.2 --by assessor")

  let range: SourceRange?
  let id: String
  let roles: [String]

  var message: String {
    "`\(id)` has changed since it was approved by \(roles.map { "`\($0)`" }.joined(separator: ", "))"
  }
  var help: String {
    "Have it looked at again, and then run `ksf approve \(id) --by \(roles.first ?? "ROLE")`."
  }
}
