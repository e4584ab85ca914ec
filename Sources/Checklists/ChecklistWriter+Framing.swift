internal import Model
internal import Templates

/// The head and end of a checklist, around its statements.
extension ChecklistWriter {
  /// The head of a checklist. `part` names the file of a long checklist.
  func opening(
    of subject: Subject, statements: [ArraySlice<Ref<Statement>>], part: String? = nil
  ) -> Record<ChecklistOpening> {
    let part = part.map { ", \($0)" } ?? ""
    let statementsWord = words.statement.many
    let people = titles(Array(contents.roles.refs))
    switch subject {
    case .whole:
      return opening(
        contents.identity.title + part,
        purpose: "Every one of the \(statementsWord), from first to last.",
        completedBy: evidenceRoles(statements), summary: nil, people: people)
    case .phase(let ref):
      let phase = contents.phases[ref]
      return opening(
        phase.title + part,
        purpose:
          "What is to be shown in this \(words.phase.one), which is \(phase.requirement.rawValue).",
        completedBy: evidenceRoles(statements), summary: phase.summary, people: people)
    case .specialism(let ref):
      let specialism = contents.specialisms[ref]
      let phase = specialism.phase.map { ", chosen in: \(contents.phases[$0].title)" } ?? ""
      return opening(
        specialism.title + part, purpose: "What belongs to this \(words.specialism.one)\(phase).",
        completedBy: evidenceRoles(statements), summary: specialism.summary, people: people)
    case .role(let ref):
      let role = contents.roles[ref]
      let verb = role.verb.map { " In short: \($0)." } ?? ""
      return opening(
        role.title + part,
        purpose: "What this \(words.role.one) has a part in, and what to know about it.\(verb)",
        completedBy: [role.title], summary: role.summary, people: people)
    case .review(let ref):
      let review = contents.reviews[ref]
      return opening(
        review.title + part,
        purpose:
          "What to have ready, to look at and to settle together (\(time(of: review))).",
        completedBy: titles(review.attends), summary: review.summary,
        people: titles(review.attends))
    }
  }

  /// The roles that complete the evidence for statements, in the framework's order; all roles if none is named.
  private func evidenceRoles(_ statements: [ArraySlice<Ref<Statement>>]) -> [String] {
    let all = framework.statements
    var isAsked = [Bool](repeating: false, count: all.evidenceRules.count)
    for part in statements {
      for ref in part {
        if let rule = all[ref].evidenceNumber { isAsked[rule] = true }
      }
    }
    var found: Set<Ref<Role>> = []
    for (rule, isAsked) in zip(all.evidenceRules, isAsked) where isAsked {
      for type in rule.allOf + rule.anyOf {
        if let role = contents.evidenceTypes[type].completedBy { found.insert(role) }
      }
    }
    return titles(contents.roles.refs.filter { found.isEmpty || found.contains($0) })
  }

  /// The actions beside the statements.
  func actions(of subject: Subject) -> [Record<ActionList>] {
    switch subject {
    case .review(let ref):
      let review = contents.reviews[ref]
      return [
        list("To have ready", items: review.ready.map { action("", text: line($0)) }),
        list(
          "\(words.record.titleMany) to complete",
          items: forms(for: ref).map { action(contents.forms[$0].title) }),
      ].compactMap { $0 }
    case .role(let ref):
      return [
        list(
          words.duty.titleMany,
          items: contents.duties.entries.filter { $0.element.owner == ref }.map { duty($0.ref) }),
        list(
          "\(words.review.titleMany) to attend",
          items: reviewsInTime.filter { contents.reviews[$0].attends.contains(ref) }.map {
            action("\(contents.reviews[$0].title): \(time(of: contents.reviews[$0]))")
          }),
        list(
          "\(words.record.titleMany) to complete",
          items: contents.forms.elements.filter { $0.completedBy == ref }.map { action($0.title) }),
      ].compactMap { $0 }
    default: return []
    }
  }

  /// The possible results of a review, one of which is ticked.
  func closing(of subject: Subject) -> [Record<ActionList>] {
    guard case .review(let ref) = subject else { return [] }
    let results = contents.reviews[ref].results.map { result in
      let result = contents.results[result]
      return action(result.title, text: line(result.summary))
    }
    return [
      list(
        "What we came to", note: "Tick one, and write down what was agreed and by when.",
        items: results)
    ].compactMap { $0 }
  }

  /// A list of actions; nil if it is empty.
  func list(
    _ title: String, note: String? = nil, items: [Record<ActionItem>]
  ) -> Record<ActionList>? {
    guard !items.isEmpty else { return nil }
    return Record(in: values) { record, field in
      record[field.title] = title
      record[field.note] = note
      record[field.items] = items
    }
  }

  func action(
    _ label: String, text: SafeMarkup? = nil, details: [SafeMarkup] = []
  ) -> Record<ActionItem> {
    Record(in: values) { record, field in
      record[field.label] = label
      record[field.text] = text
      record[field.details] = details
    }
  }

  /// A duty to tick, with its measure.
  func duty(_ ref: Ref<Duty>) -> Record<ActionItem> {
    let duty = contents.duties[ref]
    return action(
      duty.title, text: line(duty.text),
      details: [line(duty.measure)].compactMap { $0 })
  }
}
