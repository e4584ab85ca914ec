internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// What more is expected of a statement, in a phase that is not after its own.
struct ProgressionNotLater: Problem {
  static let rule = Rule(
    "KSF0311", "progression-not-later",
    summary:
      "Reports a step of a statement's progression for the phase in which it is due, or an earlier one.",
    reason:
      "Progression says what more is expected later. The order of `phases` in the framework is the order of time.",
    bad: "phase: year-2\nprogression: {year-1: adapts the plan with the child}",
    good: "phase: year-1\nprogression: {year-2: adapts the plan with the child}")

  let range: SourceRange?
  let statement: String

  /// The phase of the step, and that of the statement.
  let step: String
  let phase: String
  let phasePlace: SourceRange?
  let phaseWord: String

  /// The other steps that are not later either.
  let others: [Diagnostic.Note]

  var message: String {
    step == phase
      ? "`\(step)` is the \(phaseWord) in which `\(statement)` is due, and not a later one"
      : "`\(step)` comes before `\(phase)`, in which `\(statement)` is due"
  }

  var notes: [Diagnostic.Note] {
    (phasePlace.map { [Diagnostic.Note("`\(statement)` is due in `\(phase)`", at: $0)] } ?? [])
      + others
  }

  var help: String {
    step == phase
      ? "What is expected in `\(phase)` belongs in `text`. Name a later \(phaseWord) here."
      : "Name a later \(phaseWord) here, or make `\(statement)` due in `\(step)`."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let contents = draft.contents
    let statements = draft.statements
    for ref in statements.refs where !statements[ref].progression.isEmpty {
      guard let phase = statements[ref].phase else { continue }
      let subject = Subject.statement(ref)
      let wrong = statements[ref].progression.compactMap { step in
        if case .phase(let stage) = step.stage, stage <= phase {
          contents.phases[stage].id
        } else {
          nil
        }
      }
      guard let first = wrong.first else { continue }
      bag.report(
        ProgressionNotLater(
          range: draft.keyRange(first, in: .progression, of: subject),
          statement: statements[ref].id,
          step: first, phase: contents.phases[phase].id,
          phasePlace: draft.range(of: subject, .phase), phaseWord: draft.phaseWord.one,
          others: wrong.dropFirst().compactMap { step in
            draft.keyRange(step, in: .progression, of: subject).map {
              Diagnostic.Note("nor is `\(step)` later", at: $0)
            }
          }))
    }
  }
}

extension Draft {
  /// Where an id stands as a key in the map that is the value of a key of a thing.
  func keyRange(_ id: String, in key: Key, of subject: Subject) -> SourceRange? {
    guard let record = record(of: subject) else { return nil }
    let pair = record.pairs(key).first { record.tree.text(of: $0.key) == id }
    return pair.map { record.tree.range(of: $0.key) }
  }
}
