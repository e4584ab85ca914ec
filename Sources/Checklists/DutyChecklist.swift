internal import Model
internal import Templates

/// A checklist of the duties of one owner, or of duties without an owner.
struct DutyChecklist: RecordShape {
  static let layout = RecordLayout<DutyChecklist>("duty checklist")
  static let template = PageTemplate<DutyChecklist>("duty-checklist", .markdown)

  let opening: Field<DutyChecklist, Record<ChecklistOpening>>
  let word: Field<DutyChecklist, String>
  let sourceWord: Field<DutyChecklist, String>
  let duties: Field<DutyChecklist, [Record<DutyItem>]>

  init(_ declare: inout FieldDeclarations<DutyChecklist>) {
    opening = declare("opening", "What stands at the head.")
    word = declare("word", "The framework's word for a duty, as a heading.")
    sourceWord = declare("sourceWord", "The framework's word for sources, in lower case.")
    duties = declare("duties", "The duties, in order.")
  }
}

/// A duty to tick.
struct DutyItem: RecordShape {
  static let layout = RecordLayout<DutyItem>("duty item")

  let id: Field<DutyItem, String>
  let paddedID: Field<DutyItem, String>
  let title: Field<DutyItem, String>
  let text: Field<DutyItem, SafeMarkup>
  let measure: Field<DutyItem, SafeMarkup>
  let phases: Field<DutyItem, String>
  let from: Field<DutyItem, String>
  let differs: Field<DutyItem, SafeMarkup>

  init(_ declare: inout FieldDeclarations<DutyItem>) {
    id = declare("id", "Its id.")
    paddedID = declare("paddedID", "Its id with spaces behind it, as wide as that of the others.")
    title = declare("title", "What it is called.")
    text = declare("text", "What is owed.")
    measure = declare("measure", "How one can tell whether it is met.")
    phases = declare("phases", "The phases in which it is owed, if not in all.")
    from = declare("from", "From when it is owed.")
    differs = declare("differs", "Where sources disagree, and what is followed.")
  }
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
