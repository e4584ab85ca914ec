internal import Diagnostics
internal import Grammar
internal import Model

/// A level for a role that the statement is not for.
struct LevelForOtherRole: Problem {
  static let rule = Rule(
    "KSF0314", "level-for-other-role",
    summary: "Reports a level for a role that `roles` of the same statement does not name.",
    reason: "The statement would both be for that role and not be for it.",
    bad: "roles: [analyst]\nlevels: {analyst: working, auditor: expert}",
    good: "roles: [analyst, auditor]\nlevels: {analyst: working, auditor: expert}")

  let range: SourceRange?
  let statement: String
  let role: String
  let rolesPlace: SourceRange?
  let statementWord: String

  var message: String {
    "this \(statementWord) has a level for `\(role)`, but is not for that role"
  }

  var notes: [Diagnostic.Note] {
    rolesPlace.map { [Diagnostic.Note("`\(statement)` is for these", at: $0)] } ?? []
  }

  var help: String { "Add `\(role)` to `roles`, or take it out here." }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    for statement in draft.statements
    where !statement.roles.isEmpty && !statement.levels.isEmpty {
      let others = statement.levels.map(\.role).filter { !statement.roles.contains($0) }
      guard !others.isEmpty, let record = draft.record(of: .statement(statement.ref)),
        // A misspelt role may be the one.
        record.items(.roles).count == statement.roles.count
      else { continue }
      for role in others {
        let id = draft.contents.roles[role].id
        bag.report(
          LevelForOtherRole(
            range: draft.keyRange(id, in: .levels, of: .statement(statement.ref)),
            statement: statement.id,
            role: id, rolesPlace: record.range(.roles), statementWord: draft.statementWord.one))
      }
    }
  }
}
