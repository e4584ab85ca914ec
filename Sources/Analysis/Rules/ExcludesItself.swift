internal import Diagnostics
internal import Grammar
internal import Model

/// A role that the same person may not have if they have it.
struct ExcludesItself: Problem {
  static let rule = Rule(
    "KSF0316", "excludes-itself",
    summary: "Reports a role whose `not-also` names the role itself.",
    reason:
      "Nobody could ever have the role. Most likely another role was meant, and that one would go unguarded.",
    bad: "- {id: assessor, title: Assessor, not-also: [assessor]}",
    good: "- {id: assessor, title: Assessor, not-also: [supervisor]}")

  let range: SourceRange?
  let role: String

  var message: String { "`\(role)` cannot exclude itself" }

  var help: String {
    "Name the roles that somebody who is `\(role)` may not have at the same time."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    for (ref, role) in draft.contents.roles.entries where role.notAlso.contains(ref) {
      bag.report(
        ExcludesItself(
          range: draft.range(of: role.id, namedBy: .role(ref), under: [.notAlso]), role: role.id))
    }
  }
}
