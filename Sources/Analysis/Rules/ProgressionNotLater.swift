internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// A step of a statement's progression in a phase that is not after the statement's own.
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

  /// The number of other statements with the same steps in the same phase.
  let more: Int

  /// The phases of the step and of the statement.
  let step: String
  let phase: String
  let phasePlace: SourceRange?
  let phaseWord: String

  /// The other steps that are not later either.
  let others: [Diagnostic.Note]

  var message: String {
    let due = more == 0 ? "`\(statement)` is due" : "`\(statement)` and \(more) more are due"
    return step == phase
      ? "`\(step)` is the \(phaseWord) in which \(due), and not a later one"
      : "`\(step)` comes before `\(phase)`, in which \(due)"
  }

  var notes: [Diagnostic.Note] {
    (phasePlace.map { [Diagnostic.Note("`\(statement)` is due in `\(phase)`", at: $0)] } ?? [])
      + others
  }

  var help: String {
    if more > 0 {
      return "Look whether the order of `phases` in the framework is the order of time."
    }
    return step == phase
      ? "What is expected in `\(phase)` belongs in `text`. Name a later \(phaseWord) here."
      : "Name a later \(phaseWord) here, or make `\(statement)` due in `\(step)`."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    var found: [[Ref<Phase>]: [Ref<Statement>]] = [:]
    for statement in draft.statements where !statement.progression.isEmpty {
      guard let phase = statement.phase else { continue }
      let wrong = statement.progression.compactMap { step -> Ref<Phase>? in
        if case .phase(let stage) = step.stage, stage <= phase { stage } else { nil }
      }
      if !wrong.isEmpty { found[[phase] + wrong, default: []].append(statement.ref) }
    }
    for (phases, statements) in found {
      // Many that go wrong in the same way are one mistake, in the order of the phases.
      let reported = statements.count < NeedGroup.tooMany ? statements[...] : statements.prefix(1)
      for statement in reported {
        report(
          statement, phases.map { draft.contents.phases[$0].id },
          more: statements.count - reported.count, draft, &bag)
      }
    }
  }

  /// Reports a statement. `phases` are its own, and then the phases of the steps that are not later.
  private static func report(
    _ statement: Ref<Statement>, _ phases: [String], more: Int, _ draft: Draft,
    _ bag: inout DiagnosticBag
  ) {
    let subject = Subject.statement(statement)
    bag.report(
      ProgressionNotLater(
        range: draft.keyRange(phases[1], in: .progression, of: subject),
        statement: draft.statements[statement].id, more: more, step: phases[1], phase: phases[0],
        phasePlace: draft.range(of: subject, .phase), phaseWord: draft.phaseWord.one,
        others: phases.dropFirst(2).compactMap { step in
          draft.keyRange(step, in: .progression, of: subject).map {
            Diagnostic.Note("nor is `\(step)` later", at: $0)
          }
        }))
  }
}

extension Draft {
  /// The range of an id that is a key in a map, which is the value of a key of a thing.
  func keyRange(_ id: String, in key: Key, of subject: Subject) -> SourceRange? {
    guard let record = record(of: subject) else { return nil }
    let pair = record.pairs(key).first { record.tree.text(of: $0.key) == id }
    return pair.map { record.tree.range(of: $0.key) }
  }
}
