internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// A framework that is larger than its authors agreed.
struct OverBudget: Problem {
  static let rule = Rule(
    "KSF0613", "over-budget", .warning,
    summary:
      "Warns when there are more statements or outcomes, or more statements in a phase, than the budget allows. Those that are withdrawn or superseded do not count.",
    reason:
      "A framework grows with every good idea. People who have to work with it call a long one overwhelming.",
    bad: "budget: {statements: 110}  # and there are 115",
    good: "budget: {statements: 115}")

  let range: SourceRange?
  let count: Int
  let budget: Int
  let word: Word

  /// The phase, if it is about one.
  let phase: String?

  var message: String {
    let place = phase.map { " in `\($0)`" } ?? ""
    return
      "there are \(word.counted(count))\(place), \(count - budget) more than the budget of \(budget)"
  }

  var help: String {
    "Merge those that say nearly the same, take out what earlier training covers, or agree on a larger budget."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    guard let record = draft.records(.framework).first?.record(.budget) else { return }
    let contents = draft.contents
    let budget = contents.identity.budget
    let words = contents.identity.vocabulary
    var perPhase = Array(repeating: 0, count: contents.phases.count)
    for ref in draft.currentStatements {
      if let phase = draft.statements[ref].phase { perPhase[Int(phase.index)] += 1 }
    }
    func check(_ count: Int, _ budget: Int?, _ word: Word, _ range: SourceRange?, _ phase: String?)
    {
      guard let budget, count > budget else { return }
      bag.report(OverBudget(range: range, count: count, budget: budget, word: word, phase: phase))
    }
    check(
      draft.currentStatements.count, budget.statements, words.statement, record.range(.statements),
      nil)
    check(contents.outcomes.count, budget.outcomes, words.outcome, record.range(.outcomes), nil)
    for (phase, limit) in budget.statementsPerPhase {
      let id = contents.phases[phase].id
      let pair = record.pairs(.statementsPerPhase).first { record.tree.text(of: $0.key) == id }
      let range = pair.map { record.tree.range(of: $0.value) }
      check(perPhase[Int(phase.index)], limit, words.statement, range, id)
    }
  }
}
