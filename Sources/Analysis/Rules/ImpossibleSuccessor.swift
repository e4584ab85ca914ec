internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// A statement that cannot have taken another's place.
struct ImpossibleSuccessor: Problem {
  static let rule = Rule(
    "KSF0308", "impossible-successor",
    summary: """
      Reports a statement that names itself as what has taken its place, or one that was over on the same day or before.
      """,
    reason: "Readers who follow it would come to nothing that they can meet.",
    bad: """
      - id: REL-1.1
        status: {is: superseded, since: 2026-09-01, because: It was too wide., replaced-by: REL-1.1}
      """,
    good: """
      - id: REL-1.1
        status: {is: superseded, since: 2026-09-01, because: It was too wide., replaced-by: REL-1.2}
      - id: REL-1.2
      """)

  let range: SourceRange?
  let statement: String
  let target: String
  let targetStatus: Status?

  /// The day since which the other is over, and where it says so; nil if it names itself.
  let ended: (since: CalendarDate, place: SourceRange?)?

  var message: String {
    guard let ended else { return "`\(statement)` cannot take its own place" }
    return
      "`\(target)` cannot have taken the place of `\(statement)`: it is \(targetStatus?.rawValue ?? "over") itself since \(ended.since)"
  }

  var notes: [Diagnostic.Note] {
    guard let place = ended?.place else { return [] }
    return [Diagnostic.Note("`\(target)` says so here", at: place)]
  }

  var help: String {
    "Name the statement that has taken its place, or none if there is none."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let statements = draft.statements
    for statement in statements {
      guard let status = statement.status, status.isRetired else { continue }
      for target in status.successors {
        let other = statements[target]
        var ended: (CalendarDate, SourceRange?)?
        if target != statement.ref {
          guard let since = status.since, let otherStatus = other.status, otherStatus.isRetired,
            let otherSince = otherStatus.since, !since.isBefore(otherSince)
          else { continue }
          ended = (otherSince, draft.statusRange(of: target))
        }
        bag.report(
          ImpossibleSuccessor(
            range: place(of: other.id, in: statement.ref, draft), statement: statement.id,
            target: other.id,
            targetStatus: other.status?.status, ended: ended))
      }
    }
  }

  private static func place(
    of id: String, in statement: Ref<Statement>, _ draft: Draft
  ) -> SourceRange? {
    guard let record = draft.record(of: .statement(statement))?.record(.status) else { return nil }
    for key in [Key.replacedBy, .mergedInto] where record.text(key) == id {
      return record.range(key)
    }
    let item = record.items(.splitInto).first { record.tree.text(of: $0) == id }
    return item.map { record.tree.range(of: $0) }
  }
}
