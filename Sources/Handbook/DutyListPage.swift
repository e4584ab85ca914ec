internal import Model
internal import Templates

/// What the employer owes.
struct DutyListPage: RecordShape {
  static let layout = RecordLayout<DutyListPage>("duty list page")
  static let template = PageTemplate<DutyListPage>("duties", .html)

  let frame: Field<DutyListPage, Record<Frame>>
  let title: Field<DutyListPage, String>
  let phasesTitle: Field<DutyListPage, String>
  let duties: Field<DutyListPage, [Record<DutyItem>]>

  init(_ declare: inout FieldDeclarations<DutyListPage>) {
    frame = declare("frame", "What is the same on every page.")
    title = declare("title", "The framework's word for duties.")
    phasesTitle = declare("phasesTitle", "The framework's word for phases.")
    duties = declare("duties", "All duties.")
  }

  static func render(_ site: Site, _ place: PagePlace) -> [UInt8] {
    let writer = PageWriter(site, place)
    return writer.render(template) { record, field in
      record[field.title] = Section.duties.title(site.words)
      record[field.phasesTitle] = site.words.phase.titleMany
      record[field.duties] = site.contents.duties.refs.map(writer.item)
      record[field.frame] = writer.frame(
        Section.duties.title(site.words), in: .duties,
        parts: site.contents.duties.elements.map { ($0.title, $0.id) })
    }
  }
}

/// A duty.
struct DutyItem: RecordShape {
  static let layout = RecordLayout<DutyItem>("duty")

  let id: Field<DutyItem, String>
  let title: Field<DutyItem, String>
  let text: Field<DutyItem, SafeMarkup>
  let owner: Field<DutyItem, Record<LinkItem>>
  let measure: Field<DutyItem, SafeMarkup>
  let phases: Field<DutyItem, Record<LinkList>>
  let from: Field<DutyItem, String>
  let differs: Field<DutyItem, SafeMarkup>
  let origin: Field<DutyItem, Record<LinkItem>>
  let hasCitations: Field<DutyItem, Bool>
  let citations: Field<DutyItem, [Record<CitationCard>]>

  init(_ declare: inout FieldDeclarations<DutyItem>) {
    id = declare("id", "Its id, which is also its anchor.")
    title = declare("title", "What it is called.")
    text = declare("text", "What is owed.")
    owner = declare("owner", "The role that owes it.")
    measure = declare("measure", "How one can tell whether it is met.")
    phases = declare("phases", "The phases in which it is owed, if not in all.")
    from = declare("from", "From when it is owed.")
    differs = declare("differs", "Where sources disagree.")
    origin = declare(
      "origin", "Where it is written, if the framework says where its files are kept.")
    hasCitations = declare("hasCitations", "Whether it cites anything.")
    citations = declare("citations", "What it rests on.")
  }
}

extension PageWriter {
  fileprivate func item(_ ref: Ref<Duty>) -> Record<DutyItem> {
    let duty = site.contents.duties[ref]
    return Record(in: values) { record, field in
      record[field.id] = duty.id
      record[field.title] = duty.title
      record[field.text] = blocks(duty.text)
      record[field.owner] = duty.owner.map { link(to: .role($0)) }
      record[field.measure] = duty.measure.map(inline)
      record[field.phases] = links(to: duty.phases.map(Subject.phase))
      record[field.from] = duty.from?.longForm
      record[field.differs] = blocks(duty.differs)
      record[field.origin] = origin(of: .duty(ref))
      record[field.hasCitations] = !duty.citations.isEmpty
      record[field.citations] = duty.citations.map(citation)
    }
  }
}
