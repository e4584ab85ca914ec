internal import Diagnostics
internal import Grammar
internal import Model

/// A statement that needs one which nobody is to meet any more.
struct NeedsEnded: Problem {
  static let rule = Rule(
    "KSF0303", "needs-ended",
    summary:
      "Reports a statement that relies on, or comes after, one that is withdrawn or superseded.",
    reason: "Nobody meets the other one any more, so this one could never begin.",
    bad: """
      - {id: REL-1.1, status: {is: withdrawn, since: 2026-09-01, because: The law has changed.}}
      - {id: REL-1.2, relies-on: [REL-1.1]}
      """,
    good: """
      - {id: REL-1.1, status: {is: withdrawn, since: 2026-09-01, because: The law has changed.}}
      - {id: REL-1.2, relies-on: [REL-1.3]}
      - {id: REL-1.3}
      """)

  let range: SourceRange?
  let statement: String
  let target: String
  let status: Status
  let statusPlace: SourceRange?

  /// The ids of those that have taken its place.
  let successors: [String]

  var message: String { "`\(statement)` needs `\(target)`, which is \(status.rawValue)" }

  var notes: [Diagnostic.Note] {
    statusPlace.map { [Diagnostic.Note("`\(target)` says so here", at: $0)] } ?? []
  }

  var help: String {
    successors.isEmpty
      ? "Take it out, or name the statement that this one needs now."
      : "\(joined(successors.map { "`\($0)`" }, by: "and")) took its place: name that here if it serves as well, or take this out."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let statements = draft.statements
    guard statements.contains(where: \.isOver) else { return }
    for ref in draft.currentStatements {
      let statement = statements[ref]
      let after = statement.after.compactMap {
        if case .statement(let ref) = $0 { ref } else { nil }
      }
      for target in Set(statement.reliesOn + after).sorted() {
        guard let status = statements[target].status, status.isOver else { continue }
        let id = statements[target].id
        bag.report(
          NeedsEnded(
            range: draft.range(of: id, namedBy: .statement(ref), under: [.reliesOn, .after]),
            statement: statement.id, target: id, status: status.status,
            statusPlace: draft.statusRange(of: target),
            successors: status.successors.map { statements[$0].id }.filter { $0 != statement.id }))
      }
    }
  }
}

extension StatementStatus {
  /// The statements that have taken its place.
  var successors: [Ref<Statement>] {
    [replacedBy, mergedInto].compactMap { $0 } + splitInto
  }
}
