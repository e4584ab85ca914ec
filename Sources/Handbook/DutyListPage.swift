internal import Model
internal import Templates

/// What the employer owes.
struct DutyListPage: RecordShape {
  static let layout = RecordLayout<Self>("duty list page")
  static let template = PageTemplate<DutyListPage>("duties", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let title = Field<String>("title", "The framework's word for duties.")
  let phasesTitle = Field<String>("phasesTitle", "The framework's word for phases.")
  let duties = Field<[Record<DutyItem>]>("duties", "All duties.")

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
  static let layout = RecordLayout<Self>("duty")

  let id = Field<String>("id", "Its id, which is also its anchor.")
  let title = Field<String>("title", "What it is called.")
  let text = Field<SafeMarkup>("text", "What is owed.")
  let owner = Field<Record<LinkItem>>("owner", "The role that owes it.")
  let measure = Field<SafeMarkup>("measure", "How one can tell whether it is met.")
  let phases = Field<Record<LinkList>>("phases", "The phases in which it is owed, if not in all.")
  let from = Field<String>("from", "From when it is owed.")
  let differs = Field<SafeMarkup>("differs", "Where sources disagree.")
  let origin = Field<Record<LinkItem>>(
    "origin", "Where it is written, if the framework says where its files are kept.")
  let hasCitations = Field<Bool>("hasCitations", "Whether it cites anything.")
  let citations = Field<[Record<CitationCard>]>("citations", "What it rests on.")
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
