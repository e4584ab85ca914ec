internal import Model

/// The aspects of a statement.
let statementAspects: [Aspect<Statement>] = [
  text, outcome, phase, obligation, evidence,
  .value(.kindChanged) { side in side.element.kind.map { side.contents.id(.kind($0)) } },
  .value(.specialismChanged) { side in
    side.element.specialism.map { side.contents.id(.specialism($0)) }
  },
  .set(added: .prerequisiteAdded, removed: .prerequisiteRemoved) { side in
    side.contents.ids(side.element.reliesOn, Subject.statement)
      + side.element.after.map { prerequisite in
        switch prerequisite {
        case .statement(let ref): side.contents.id(.statement(ref))
        case .outcome(let ref): side.contents.id(.outcome(ref))
        }
      }
  },
  roles,
  .list(.levelsChanged) { side in
    side.element.levels.map {
      "\(side.contents.id(.role($0.role))): \(side.contents.id(.level($0.level)))"
    }
  },
  .list(.progressionChanged) { side in
    side.element.progression.map { step in
      let stage =
        switch step.stage {
        case .phase(let ref): side.contents.id(.phase(ref))
        case .level(let ref): side.contents.id(.level(ref))
        }
      return "\(stage): \(side.contents.plain(step.text))"
    }
  },
  .list(.crosswalkChanged) { side in
    side.element.alignments.map { "\(side.contents.target(of: $0)) (\($0.relation.rawValue))" }
  },
  alignmentReasons,
  .value(.alternativeChanged) { $0.contents.plain($0.element.alternative) },
  .list(.supportChanged, "notes") { side in
    side.element.notes.map {
      "\(side.contents.id(.role($0.role))): \(side.contents.plain($0.text))"
    }
  },
  .list(.supportChanged, "examples") { side in
    side.element.examples.map { example in
      let language = example.language.map { " (\($0))" } ?? ""
      return "\(example.setting)\(language): \(side.contents.plain(example.text))"
    }
  },
  .list(.supportChanged, "sources") { $0.contents.citations($0.element.citations) },
  .list(.supportChanged, "tags") { Array($0.element.tags) },
  statusAspect,
  .list(.supportChanged, "builds-on") { side in
    side.contents.plain(side.element.buildsOn).map { [$0] } ?? []
  },
]

/// The status of a statement, its date and its reason. Its successors are compared elsewhere.
let statusAspect = Aspect<Statement>.list(.supportChanged, "status") { side in
  guard let status = side.element.status else { return [] }
  let since = status.since.map { "since \($0)" } ?? ""
  return [status.status.rawValue, since, side.contents.plain(status.reason) ?? ""]
}

/// The reasons of alignments that both editions have.
private let alignmentReasons = Aspect<Statement> { old, new, item in
  func reasons(_ side: Side<Statement>) -> [(target: String, reason: String)] {
    side.element.alignments.map {
      (side.contents.target(of: $0), side.contents.plain($0.reason) ?? "")
    }
  }
  let before = Dictionary(reasons(old), uniquingKeysWith: { first, _ in first })
  return reasons(new).compactMap { target, reason in
    guard let was = before[target], was != reason else { return nil }
    return Change(.supportChanged, item, before: was, after: reason, part: target)
  }
}

private let text = Aspect<Statement> { old, new, item in
  let (before, after) = (old.contents.plain(old.element.text), new.contents.plain(new.element.text))
  guard before != after else { return [] }
  return [
    Change(isSlip(before, after) ? .retouched : .reworded, item, before: before, after: after)
  ]
}

private let outcome = Aspect<Statement>.value(.moved) { side in
  side.contents.id(.outcome(side.element.outcome))
}

/// Earlier and later follow the order of the phases in the new edition.
private let phase = Aspect<Statement> { old, new, item in
  let before = old.element.phase.map { old.contents.id(.phase($0)) }
  let after = new.element.phase.map { new.contents.id(.phase($0)) }
  guard before != after else { return [] }
  let order = new.contents.contents.phases.elements.map(\.id)
  // A statement without a phase is due from the start. A removed phase counts as the last.
  func place(_ phase: String?) -> Int {
    phase.map { order.firstIndex(of: $0) ?? order.count } ?? -1
  }
  let rule: ChangeRule = place(after) < place(before) ? .broughtForward : .putBack
  return [Change(rule, item, before: before, after: after)]
}

/// If the statement stays in its phase and the phase itself binds others, the phase's own change says so.
private let obligation = Aspect<Statement> { old, new, item in
  func place(_ side: Side<Statement>) -> [String?] {
    [
      side.element.phase.map { side.contents.id(.phase($0)) },
      side.element.specialism.map { side.contents.id(.specialism($0)) },
    ]
  }
  guard place(old) != place(new) else { return [] }
  return switch (old.contents.isMandatory(old.element), new.contents.isMandatory(new.element)) {
  case (false, true): [Change(.madeMandatory, item)]
  case (true, false): [Change(.madeOptional, item)]
  default: []
  }
}

/// An empty list of roles means all roles.
private let roles = Aspect<Statement> { old, new, item in
  let before = old.contents.ids(old.element.roles, Subject.role)
  let after = new.contents.ids(new.element.roles, Subject.role)
  guard Set(before) != Set(after) else { return [] }
  let isWider = after.isEmpty || !before.isEmpty && !Set(after).isSubset(of: before)
  return [
    Change(
      isWider ? .rolesWidened : .rolesNarrowed, item,
      before: before.isEmpty ? "all roles" : before.joined(separator: ", "),
      after: after.isEmpty ? "all roles" : after.joined(separator: ", "))
  ]
}

private let evidence = Aspect<Statement> { old, new, item in
  let (before, after) = (Demand(old), Demand(new))
  guard before != after else { return [] }
  let rule: ChangeRule = after.isMetByAll(thatMeet: before) ? .evidenceEased : .evidenceTightened
  return [Change(rule, item, before: before.line, after: after.line)]
}

/// The demands of an evidence rule.
private struct Demand: Equatable {
  let anyOf: Set<String>
  let allOf: Set<String>
  let atLeast: Int
  let observers: Int
  let line: String?

  init(_ side: Side<Statement>) {
    let rule = side.element.evidence
    let any = side.contents.ids(rule?.anyOf ?? [], Subject.evidenceType)
    let all = side.contents.ids(rule?.allOf ?? [], Subject.evidenceType)
    anyOf = Set(any)
    allOf = Set(all)
    atLeast = rule.map { max($0.atLeast ?? 1, 1) } ?? 0
    observers = rule?.observers ?? 0
    line = rule.map { rule in
      [
        any.isEmpty ? nil : "any of \(any.joined(separator: ", "))",
        all.isEmpty ? nil : "all of \(all.joined(separator: ", "))",
        rule.atLeast.map { "at least \($0)" }, rule.observers.map { "\($0) observers" },
      ].compactMap { $0 }.joined(separator: "; ")
    }
  }

  /// Whether everything that meets another demand meets this one.
  func isMetByAll(thatMeet other: Demand) -> Bool {
    let types = anyOf.isEmpty || !other.anyOf.isEmpty && other.anyOf.isSubset(of: anyOf)
    return types && allOf.isSubset(of: other.allOf) && atLeast <= other.atLeast
      && observers <= other.observers
  }

  static func == (left: Demand, right: Demand) -> Bool {
    left.anyOf == right.anyOf && left.allOf == right.allOf && left.atLeast == right.atLeast
      && left.observers == right.observers
  }
}
