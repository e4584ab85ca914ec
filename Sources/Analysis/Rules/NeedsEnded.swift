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

  /// The statements that need it.
  let statements: [String]

  let target: String
  let status: Status

  /// A note at the status of the target; or, if several statements need it, a note at each need.
  let notes: [Diagnostic.Note]

  /// The ids of the statements that have replaced it.
  let successors: [String]

  var message: String {
    statements.count == 1
      ? "`\(statements[0])` needs `\(target)`, which is \(status.rawValue)"
      : "`\(target)` is \(status.rawValue), but \(statements.count) others still need it"
  }

  var help: String {
    successors.isEmpty
      ? "Take it out where it is needed, or name there what is needed now."
      : "\(joined(successors.map { "`\($0)`" }, by: "and")) took its place: name that where it serves as well, or take this out."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let statements = draft.statements
    guard draft.currentStatements.count < statements.count else { return }
    var users: [Ref<Statement>: [Ref<Statement>]] = [:]
    for ref in draft.currentStatements {
      var targets = Array(statements[ref].reliesOn)
      for case .statement(let target) in statements[ref].after where !targets.contains(target) {
        targets.append(target)
      }
      for target in targets where statements[target].isRetired {
        users[target, default: []].append(ref)
      }
    }
    for (target, users) in users { report(target, neededBy: users, draft, &bag) }
  }

  private static func report(
    _ target: Ref<Statement>, neededBy users: [Ref<Statement>], _ draft: Draft,
    _ bag: inout DiagnosticBag
  ) {
    let statements = draft.statements
    guard let status = statements[target].status else { return }
    let id = statements[target].id
    let places = users.map { user in
      draft.range(of: id, namedBy: .statement(user), under: [.reliesOn, .after])
    }
    let statusPlace = draft.statusRange(of: target)
    let notes =
      users.count == 1
      ? [statusPlace.map { Diagnostic.Note("`\(id)` says so here", at: $0) }]
      : zip(users, places).prefix(5).map { user, place in
        place.map { Diagnostic.Note("`\(statements[user].id)` needs it here", at: $0) }
      }
    bag.report(
      NeedsEnded(
        range: users.count == 1 ? places[0] : statusPlace,
        statements: users.map { statements[$0].id },
        target: id, status: status.status, notes: notes.compactMap { $0 },
        successors: status.successors.map { statements[$0].id }))
  }
}

extension StatementStatus {
  /// The statements that have replaced it.
  var successors: [Ref<Statement>] {
    [replacedBy, mergedInto].compactMap { $0 } + splitInto
  }
}
