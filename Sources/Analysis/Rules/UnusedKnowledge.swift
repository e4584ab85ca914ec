internal import Diagnostics
internal import Grammar
internal import Model

/// Knowledge that no skill relies on, where most knowledge is relied on.
struct UnusedKnowledge: Problem {
  static let rule = Rule(
    "KSF0602", "unused-knowledge", .warning,
    summary: """
      Warns of a statement that none of another kind relies on, where at least half of its kind are relied on: most \
      often, knowledge that no skill uses.
      """,
    reason:
      "Knowledge that nobody uses in practice is soon forgotten, and makes the framework longer.",
    bad: "- {id: REL-1.1, kind: knowledge}\n- {id: REL-1.2, kind: skill}",
    good: "- {id: REL-1.1, kind: knowledge}\n- {id: REL-1.2, kind: skill, relies-on: [REL-1.1]}")

  let range: SourceRange?
  let statement: String

  /// The kinds that could rely on it: "skill".
  let users: String

  var message: String { "no \(users) relies on `\(statement)`" }

  var help: String {
    "Name it under `relies-on` of the \(users) that needs it, add one that does, or take it out."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let pairs = KindPairs(draft)
    let statements = draft.statements
    // A skill of the same outcome that relies on nothing is the one mistake, and is reported there.
    let outcomes = Set(pairs.withoutSupport(draft).map { statements[$0].outcome })
    for ref in pairs.unused(draft) where !outcomes.contains(statements[ref].outcome) {
      let users = statements[ref].kind.map { pairs.users[Int($0.index)] } ?? []
      bag.report(
        UnusedKnowledge(
          range: draft.idRange(of: .statement(ref)), statement: statements[ref].id,
          users: draft.contents.names(of: users)))
    }
  }
}
