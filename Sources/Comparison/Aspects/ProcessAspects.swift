internal import Model

let phaseAspects: [Aspect<Phase>] = [
  .value(.retitled) { $0.element.title },
  .value(.described) { $0.contents.plain($0.element.summary) },
  requirement, .value(.lengthChanged) { $0.element.months.map(String.init) },
  .list(.described, "sources") { $0.contents.citations($0.element.citations) },
]

private let requirement = Aspect<Phase> { old, new, item in
  let order: [Requirement] = [.mandatory, .offered, .optional]
  let (before, after) = (old.element.requirement, new.element.requirement)
  guard before != after, let was = order.firstIndex(of: before),
    let now = order.firstIndex(of: after)
  else { return [] }
  let tightened: ChangeRule = after == .mandatory ? .madeCompulsory : .requirementTightened
  return [
    Change(
      now < was ? tightened : .requirementEased, item, before: before.rawValue,
      after: after.rawValue)
  ]
}

let roleAspects: [Aspect<Role>] = [
  .value(.retitled) { $0.element.title },
  .value(.described) { $0.contents.plain($0.element.summary) },
  .value(.described) { $0.element.verb },
  .list(.roleChanged) { side in side.contents.ids(side.element.notAlso, Subject.role) },
  .value(.described) { $0.element.share?.rawValue },
  .list(.described, "sources") { $0.contents.citations($0.element.citations) },
]

let evidenceTypeAspects: [Aspect<EvidenceType>] = [
  .value(.retitled) { $0.element.title },
  .value(.described) { $0.contents.plain($0.element.summary) },
  .value(.completerChanged) { side in side.element.completedBy.map { side.contents.id(.role($0)) }
  },
  .list(.described, "sources") { $0.contents.citations($0.element.citations) },
]

let specialismAspects: [Aspect<Specialism>] = [
  .value(.retitled) { $0.element.title },
  .value(.described) { $0.contents.plain($0.element.summary) },
  .value(.moved) { side in side.element.phase.map { side.contents.id(.phase($0)) } },
  .list(.described, "sources") { $0.contents.citations($0.element.citations) },
]

let dutyAspects: [Aspect<Duty>] = [
  .value(.retitled) { $0.element.title },
  .value(.dutyChanged) { $0.contents.plain($0.element.text) },
  .value(.dutyChanged) { $0.contents.plain($0.element.measure) },
  .value(.dutyChanged) { side in side.element.owner.map { side.contents.id(.role($0)) } },
  .list(.dutyChanged, "phases") { side in side.contents.ids(side.element.phases, Subject.phase) },
  .value(.dutyChanged) { $0.element.from?.description },
  .value(.described) { $0.contents.plain($0.element.differs) },
  .list(.described, "sources") { $0.contents.citations($0.element.citations) },
]

let reviewAspects: [Aspect<Review>] = [
  .value(.retitled) { $0.element.title },
  .value(.described) { $0.contents.plain($0.element.summary) },
  .value(.reviewMoved) { "month \($0.element.month)" },
  .list(.reviewChanged, "attends") { side in side.contents.ids(side.element.attends, Subject.role)
  },
  .list(.reviewChanged, "covers") { side in side.element.covers.map(side.contents.id) },
  .list(.reviewChanged, "ready") { side in side.element.ready.map { side.contents.plain($0) } },
  .list(.reviewChanged, "records") { side in side.contents.ids(side.element.forms, Subject.form) },
  .list(.reviewChanged, "results") { side in side.contents.ids(side.element.results, Subject.result)
  },
  .list(.described, "sources") { $0.contents.citations($0.element.citations) },
]

let formAspects: [Aspect<Form>] = [
  .value(.retitled) { $0.element.title },
  .value(.described) { $0.contents.plain($0.element.summary) },
  .value(.completerChanged) { side in side.element.completedBy.map { side.contents.id(.role($0)) }
  },
  .list(.reviewChanged, "reviews") { side in side.contents.ids(side.element.reviews, Subject.review)
  },
  fields,
  .list(.described, "sources") { $0.contents.citations($0.element.citations) },
]

private let fields = Aspect<Form> { old, new, item in
  let oldNames = old.element.fields.map(\.name)
  let newNames = new.element.fields.map(\.name)
  var changes = old.element.fields.filter { !newNames.contains($0.name) }.map {
    Change(.fieldRemoved, item, before: $0.title, part: $0.name)
  }
  for field in new.element.fields {
    guard let index = oldNames.firstIndex(of: field.name) else {
      changes.append(
        Change(
          field.isRequired ? .fieldDemanded : .fieldAdded, item, after: field.title,
          part: field.name))
      continue
    }
    changes += fieldChanges(old.element.fields[index], field, old, new, item)
  }
  let shared = newNames.filter(oldNames.contains)
  if oldNames.filter(newNames.contains) != shared {
    changes.append(Change(.reordered, item, after: newNames.joined(separator: ", ")))
  }
  return changes
}

private func fieldChanges(
  _ before: FormField, _ after: FormField, _ old: Side<Form>, _ new: Side<Form>,
  _ item: ComparedItem
) -> [Change] {
  func change(_ rule: ChangeRule, _ was: String? = nil, _ now: String? = nil) -> Change {
    Change(rule, item, before: was, after: now, part: after.name)
  }
  var changes: [Change] = []
  if before.type != after.type {
    changes.append(change(.fieldRetyped, before.type.rawValue, after.type.rawValue))
  } else {
    let gone = before.choices.filter { !after.choices.contains($0) }
    let come = after.choices.filter { !before.choices.contains($0) }
    if !gone.isEmpty { changes.append(change(.choicesNarrowed, gone.joined(separator: "; "))) }
    if !come.isEmpty { changes.append(change(.choicesWidened, nil, come.joined(separator: "; "))) }
  }
  if before.isRequired != after.isRequired {
    changes.append(change(after.isRequired ? .fieldDemanded : .fieldFreed))
  }
  let roles = (
    before.role.map { old.contents.id(.role($0)) }, after.role.map { new.contents.id(.role($0)) }
  )
  if roles.0 != roles.1 { changes.append(change(.completerChanged, roles.0, roles.1)) }
  let words = (
    [before.title, old.contents.plain(before.summary) ?? ""],
    [after.title, new.contents.plain(after.summary) ?? ""]
  )
  if words.0 != words.1 {
    changes.append(
      change(.fieldReworded, words.0.joined(separator: " "), words.1.joined(separator: " ")))
  }
  return changes
}
