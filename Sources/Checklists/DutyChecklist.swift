internal import Model
internal import Output
internal import Templates

/// A checklist of the duties of one owner, or of duties without an owner.
struct DutyChecklist: RecordShape {
  static let layout = RecordLayout<Self>("duty checklist")
  static let template = PageTemplate<DutyChecklist>("duty-checklist", .markdown)

  let opening = Field<Record<ChecklistOpening>>("opening", "What stands at the head.")
  let word = Field<String>("word", "The framework's word for a duty, as a heading.")
  let sourceWord = Field<String>("sourceWord", "The framework's word for sources, in lower case.")
  let duties = Field<[Record<DutyItem>]>("duties", "The duties, in order.")
}

/// A duty to tick.
struct DutyItem: RecordShape {
  static let layout = RecordLayout<Self>("duty item")

  let id = Field<String>("id", "Its id.")
  let paddedID = Field<String>(
    "paddedID", "Its id with spaces behind it, as wide as that of the others.")
  let title = Field<String>("title", "What it is called.")
  let text = Field<SafeMarkup>("text", "What is owed.")
  let measure = Field<SafeMarkup>("measure", "How one can tell whether it is met.")
  let phases = Field<String>("phases", "The phases in which it is owed, if not in all.")
  let from = Field<String>("from", "From when it is owed.")
  let differs = Field<SafeMarkup>("differs", "Where sources disagree, and what is followed.")
}

extension ChecklistWriter {
  /// The roles that owe duties, in the framework's order; nil at the end if some duties have no owner.
  var dutyOwners: [Ref<Role>?] {
    let owners = Set(contents.duties.elements.map(\.owner))
    let named: [Ref<Role>?] = contents.roles.refs.filter { owners.contains($0) }
    return owners.contains(nil) ? named + [nil] : named
  }

  func duties(of owner: Ref<Role>?) -> Record<DutyChecklist> {
    let duties = contents.duties.elements.filter { $0.owner == owner }
    let width = max(words.duty.title.count, duties.map(\.id.count).max() ?? 0)
    let title = owner.map { "\(contents.roles[$0].title): \(words.duty.many)" }
    return Record(in: values) { record, field in
      record[field.opening] = opening(
        title ?? words.duty.titleMany,
        purpose: "What is owed, so that everybody can see whether it is kept.",
        completedBy: titles([owner].compactMap { $0 }),
        summary: owner.flatMap { contents.roles[$0].summary },
        people: titles([owner].compactMap { $0 }))
      record[field.word] = words.duty.title
      record[field.sourceWord] = words.source.many
      record[field.duties] = duties.map { item($0, width: width) }
    }
  }

  private func item(_ duty: Duty, width: Int) -> Record<DutyItem> {
    Record(in: values) { record, field in
      record[field.id] = duty.id
      record[field.paddedID] = duty.id.padded(to: width)
      record[field.title] = duty.title
      record[field.text] = line(duty.text)
      record[field.measure] = line(duty.measure)
      record[field.phases] = duty.phases.map { contents.phases[$0].title }.joined(separator: ", ")
      record[field.from] = duty.from?.description
      record[field.differs] = line(duty.differs)
    }
  }
}
