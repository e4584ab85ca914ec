internal import Diagnostics
internal import Grammar
internal import Model

/// A statement that needs one which not everybody who is to meet it will have met.
struct NeedsOptional: Problem {
  static let rule = Rule(
    "KSF0302", "needs-optional",
    summary: """
      Reports a mandatory statement that relies on, or comes after, one in an optional or offered phase; and any that \
      needs one of a specialism to which it does not belong itself.
      """,
    reason: "Whoever did not choose the other one could not meet what everybody has to meet.",
    bad: """
      - {id: REL-1.1, phase: expert, specialism: child-protection}
      - {id: REL-1.2, phase: expert, relies-on: [REL-1.1]}
      """,
    good: """
      - {id: REL-1.1, phase: expert}
      - {id: REL-1.2, phase: expert, relies-on: [REL-1.1]}
      """)

  let range: SourceRange?
  let statement: String
  let target: String

  /// The id that is written: the target's, or that of its outcome.
  let written: String

  let cause: Cause
  let targetPlace: SourceRange?

  /// The number of statements that need the target, or of such targets that the statement needs, and their ranges.
  let count: Int
  let isTargetShared: Bool
  let places: [Diagnostic.Note]

  enum Cause {
    case phase(id: String, Requirement)
    case specialism(id: String)
  }

  var message: String {
    let reason =
      switch cause {
      case .phase(let id, let requirement):
        requirement == .offered
          ? "is in `\(id)`, which people may decline" : "is in `\(id)`, which is optional"
      case .specialism(let id): "is only for those who choose `\(id)`"
      }
    if isTargetShared {
      return "`\(target)` \(reason), but \(count) others that more people are to meet need it"
    }
    let origin = written == target ? "" : " of `\(written)`"
    let others = count > 1 ? " (and \(count - 1) more)" : ""
    return "`\(statement)` needs `\(target)`\(origin)\(others), which \(reason)"
  }

  var label: String { isTargetShared ? "" : "not everybody will have met it" }

  var notes: [Diagnostic.Note] {
    guard !isTargetShared, let targetPlace else { return places }
    return [Diagnostic.Note("`\(target)` says so here", at: targetPlace)] + places
  }

  var help: String {
    "Put `\(target)` and what needs it where the same people meet them, or take `\(written)` out of what does not need it."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let groups = draft.needs(where: { cause($0, $1, draft.contents) != nil }).grouped()
    let byPhase = Dictionary(grouping: groups) { group -> Ref<Phase>? in
      let (statement, target) = draft.statements(of: group.needs[0])
      guard case .phase = cause(statement, target, draft.contents) else { return nil }
      return target.phase
    }
    for (phase, groups) in byPhase {
      if let phase, groups.count >= NeedGroup.tooMany {
        bag.report(WrongRequirement(groups.flatMap(\.needs), phase: phase, draft))
      } else {
        for group in groups { report(group, draft, &bag) }
      }
    }
  }

  private static func report(_ group: NeedGroup, _ draft: Draft, _ bag: inout DiagnosticBag) {
    let need = group.needs[0]
    let (statement, target) = draft.statements(of: need)
    guard let cause = cause(statement, target, draft.contents) else { return }
    let key: Key = if case .phase = cause { .phase } else { .specialism }
    let targetPlace = draft.range(of: .statement(need.target), key)
    bag.report(
      NeedsOptional(
        range: group.isTargetShared ? targetPlace : draft.range(of: need),
        statement: statement.id, target: target.id, written: need.written, cause: cause,
        targetPlace: targetPlace, count: group.needs.count, isTargetShared: group.isTargetShared,
        places: draft.notes(on: group)))
  }

  private static func cause(
    _ statement: Statement, _ target: Statement, _ contents: Contents
  ) -> Cause? {
    if let phase = statement.phase, let targetPhase = target.phase {
      // A target that is due later is an error of its own.
      if targetPhase > phase { return nil }
      let requirement = contents.phases[targetPhase].requirement
      if contents.phases[phase].requirement == .mandatory, requirement != .mandatory {
        return .phase(id: contents.phases[targetPhase].id, requirement)
      }
    }
    if let specialism = target.specialism, specialism != statement.specialism {
      return .specialism(id: contents.specialisms[specialism].id)
    }
    return nil
  }
}

/// A phase that people need not go through, and of which much is needed.
private struct WrongRequirement: Problem {
  static let rule = NeedsOptional.rule

  let range: SourceRange?
  let phase: String
  let requirement: Requirement
  let count: Int
  let notes: [Diagnostic.Note]
  let words: Vocabulary

  init(_ needs: [Need], phase: Ref<Phase>, _ draft: Draft) {
    range = draft.range(of: .phase(phase), .requirement)
    self.phase = draft.contents.phases[phase].id
    requirement = draft.contents.phases[phase].requirement
    count = Set(needs.map(\.statement)).count
    notes = draft.notes(on: NeedGroup(needs: needs, isTargetShared: true))
    words = draft.contents.identity.vocabulary
  }

  var message: String {
    "`\(phase)` is \(requirement.rawValue), but \(words.statement.counted(count)) of mandatory \(words.phase.many) need what is due in it"
  }

  var help: String {
    "If everybody goes through `\(phase)`, write `requirement: mandatory`. If not, move what is needed to a mandatory \(words.phase.one)."
  }
}
