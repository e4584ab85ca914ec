internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// Statements each of which has to come before the next, round to the first.
struct PrerequisiteCycle: Problem {
  static let rule = Rule(
    "KSF0209", "prerequisite-cycle",
    summary: "Refuses statements that rely on each other, or come after each other, in a circle.",
    reason: "Nobody could ever begin: each has to be achieved before the other.",
    bad: "- id: REL-1.1\n  after: [REL-1.2]\n- id: REL-1.2\n  after: [REL-1.1]",
    good: "- id: REL-1.1\n- id: REL-1.2\n  after: [REL-1.1]")

  /// The statements of the circle in order; the last leads back to the first.
  let loop: [String]

  /// The outcome that a statement names though it is part of it, if that makes the circle.
  let ownOutcome: String?

  /// The ranges in which each statement names the next.
  let places: [SourceRange]

  var range: SourceRange? { places.first }

  var message: String {
    if let ownOutcome {
      return "`\(loop[0])` cannot come after `\(ownOutcome)`, of which it is a part"
    }
    return loop.count == 1
      ? "`\(loop[0])` has to come before itself"
      : "these have to come before each other: " + (loop + loop.prefix(1)).joined(separator: " → ")
  }

  var notes: [Diagnostic.Note] {
    zip(loop, places).enumerated().dropFirst().map { index, step in
      Diagnostic.Note("`\(step.0)` needs `\(loop[(index + 1) % loop.count])` here", at: step.1)
    }
  }

  var label: String { loop.count == 1 ? "" : "`\(loop[0])` needs `\(loop[1])` here" }
  var help: String {
    ownOutcome == nil
      ? "Decide which comes first, and take one of these out."
      : "Name the statements of the outcome that come before it."
  }

  /// Reports one circle, the shortest through its first statement, for each group of statements that are in circles together.
  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let graph = draft.prerequisites
    for group in cyclicGroups(of: graph) {
      let loop = shortestLoop(through: group[0], within: Set(group), of: graph)
      let ids = loop.map { draft.statements[$0].id }
      let places = loop.indices.compactMap { index in
        place(of: loop[(index + 1) % loop.count], in: loop[index], draft)
      }
      let statement = draft.statements[loop[0]]
      let isOwnOutcome =
        loop.count == 1 && statement.after.contains(.outcome(statement.outcome))
      bag.report(
        PrerequisiteCycle(
          loop: ids, ownOutcome: isOwnOutcome ? draft.contents.outcomes[statement.outcome].id : nil,
          places: places))
    }
  }

  /// The range in which a statement names another, or the outcome of the other.
  private static func place(of target: Int, in statement: Int, _ draft: Draft) -> SourceRange? {
    guard let record = draft.record(of: .statement(Ref(statement))) else { return nil }
    let other = draft.statements[target]
    let names = [other.id, draft.contents.outcomes[other.outcome].id]
    for key in [Key.reliesOn, .after] {
      for node in record.items(key) where names.contains(record.tree.text(of: node)) {
        return record.tree.range(of: node)
      }
    }
    return record.range(.id)
  }
}
