internal import Diagnostics
internal import Grammar
internal import Model

/// A statement without a phase where nearly all others have one.
struct StatementWithoutPhase: Problem {
  static let rule = Rule(
    "KSF0632", "statement-without-phase", .warning,
    summary: "Warns of a statement without a phase where nearly all others have one.",
    reason: "It is on the checklist of no phase, so nobody would ask for it.",
    bad: "- {id: T-1.1, kind: knowledge, text: a dry blade lasts longer}",
    good: "- {id: T-1.1, kind: knowledge, text: a dry blade lasts longer, phase: first}")

  let range: SourceRange?
  let id: String
  let phase: Word
  let statement: Word

  /// The id of a phase, as an example.
  let example: String

  var message: String {
    "the \(statement.one) `\(id)` has no \(phase.one), as nearly all others have"
  }
  var help: String { "Say when it is due, such as `phase: \(example)`." }

  /// One in so many may be without, or else it is the framework's way.
  private static let share = 20

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    guard let example = draft.contents.phases.elements.first?.id else { return }
    let current = draft.currentStatements
    let without = current.filter { draft.statements[$0].phase == nil }
    let have = current.count - without.count
    guard !without.isEmpty, have >= 2, without.count == 1 || without.count * share <= have else {
      return
    }
    for ref in without {
      bag.report(
        StatementWithoutPhase(
          range: draft.idRange(of: .statement(ref)), id: draft.contents.id(of: .statement(ref)),
          phase: draft.phaseWord, statement: draft.statementWord, example: example))
    }
  }
}
