internal import Diagnostics
internal import Grammar
internal import Model

/// A statement that needs one which is due only later.
struct NeedsLater: Problem {
  static let rule = Rule(
    "KSF0301", "needs-later",
    summary:
      "Reports a statement that relies on, or comes after, one that is due only in a later phase.",
    reason:
      "People would be asked for a skill before the knowledge that it rests on. The order of `phases` in the framework is the order of time.",
    bad: "- {id: REL-1.1, phase: year-2}\n- {id: REL-1.2, phase: year-1, relies-on: [REL-1.1]}",
    good: "- {id: REL-1.1, phase: year-1}\n- {id: REL-1.2, phase: year-1, relies-on: [REL-1.1]}")

  let range: SourceRange?
  let statement: String
  let target: String

  /// The id that is written: the target's, or that of its outcome.
  let written: String

  /// The ids of the phases in which the two are due.
  let phase: String
  let targetPhase: String
  let targetPlace: SourceRange?
  let phaseWord: String

  /// How many statements need the target earlier, or how many later ones the statement needs, and where.
  let count: Int
  let isTargetShared: Bool
  let places: [Diagnostic.Note]

  var message: String {
    if isTargetShared {
      return "`\(target)` is due in `\(targetPhase)`, but \(count) others that come earlier need it"
    }
    let others = count > 1 ? " (and \(count - 1) more)" : ""
    return
      "`\(statement)` is due in `\(phase)`, but needs `\(target)`\(origin)\(others), which comes later, in `\(targetPhase)`"
  }

  private var origin: String { written == target ? "" : " of `\(written)`" }

  var notes: [Diagnostic.Note] {
    guard !isTargetShared, let targetPlace else { return places }
    return [Diagnostic.Note("`\(target)` is due in `\(targetPhase)`", at: targetPlace)] + places
  }

  var help: String {
    isTargetShared
      ? "Give `\(target)` an earlier \(phaseWord), or those that need it a later one."
      : "Give one of the two another \(phaseWord), or take `\(written)` out here if it is not needed."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let specialisms = draft.contents.specialisms
    let needs = draft.needs { statement, target in
      guard let phase = statement.phase, let targetPhase = target.phase, targetPhase > phase else {
        return false
      }
      // One that is too early for its own specialism is reported as such.
      let chosenIn = statement.specialism.flatMap { specialisms[$0].phase }
      return chosenIn.map { phase >= $0 } ?? true
    }
    let byPhases = Dictionary(grouping: needs.grouped()) { group in
      let (statement, target) = draft.statements(of: group.needs[0])
      return [statement.phase, target.phase].compactMap { $0 }
    }
    for (phases, groups) in byPhases where phases.count == 2 {
      if groups.count >= NeedGroup.tooMany {
        let needs = groups.flatMap(\.needs)
        bag.report(WrongPhaseOrder(needs, phase: phases[0], target: phases[1], draft))
      } else {
        for group in groups { report(group, phase: phases[0], target: phases[1], draft, &bag) }
      }
    }
  }

  private static func report(
    _ group: NeedGroup, phase: Ref<Phase>, target targetPhase: Ref<Phase>, _ draft: Draft,
    _ bag: inout DiagnosticBag
  ) {
    let need = group.needs[0]
    let (statement, target) = draft.statements(of: need)
    let targetPlace = draft.range(of: .statement(need.target), .phase)
    bag.report(
      NeedsLater(
        range: group.isTargetShared ? targetPlace : draft.range(of: need),
        statement: statement.id, target: target.id, written: need.written,
        phase: draft.contents.phases[phase].id,
        targetPhase: draft.contents.phases[targetPhase].id, targetPlace: targetPlace,
        phaseWord: draft.phaseWord.one, count: group.needs.count,
        isTargetShared: group.isTargetShared, places: draft.notes(on: group)))
  }
}

/// A phase of which many statements need those of a later one.
private struct WrongPhaseOrder: Problem {
  static let rule = NeedsLater.rule

  let range: SourceRange?
  let phase: String
  let targetPhase: String
  let count: Int
  let notes: [Diagnostic.Note]
  let words: Vocabulary

  init(_ needs: [Need], phase: Ref<Phase>, target: Ref<Phase>, _ draft: Draft) {
    range = draft.idRange(of: .phase(target))
    self.phase = draft.contents.phases[phase].id
    targetPhase = draft.contents.phases[target].id
    count = Set(needs.map(\.statement)).count
    notes = draft.notes(on: NeedGroup(needs: needs, isTargetShared: true))
    words = draft.contents.identity.vocabulary
  }

  var message: String {
    "`\(targetPhase)` comes after `\(phase)`, but \(words.statement.counted(count)) of `\(phase)` need what is due in it"
  }

  var help: String {
    "If the \(words.phase.many) are in the wrong order here, put them in the order of time. If not, move what is needed to an earlier one."
  }
}
