internal import Model
internal import Templates

/// All types of evidence.
struct EvidenceListPage: RecordShape {
  static let layout = RecordLayout<Self>("evidence list page")
  static let template = PageTemplate<EvidenceListPage>("evidence-types", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let title = Field<String>("title", "The framework's word for types of evidence.")
  let evidence = Field<[Record<EvidenceItem>]>("evidence", "All types of evidence.")

  static func render(_ site: Site, _ place: PagePlace) -> [UInt8] {
    let writer = PageWriter(site, place)
    let title = Section.evidence.title(site.words)
    return writer.render(template) { record, field in
      record[field.title] = title
      record[field.evidence] = site.contents.evidenceTypes.refs.map(writer.item)
      record[field.frame] = writer.frame(
        title, in: .evidence,
        parts: site.contents.evidenceTypes.elements.map { ($0.title, $0.id) })
    }
  }
}

/// A type of evidence.
struct EvidenceItem: RecordShape {
  static let layout = RecordLayout<Self>("type of evidence")

  let id = Field<String>("id", "Its id, which is also its anchor.")
  let title = Field<String>("title", "What it is called.")
  let summary = Field<SafeMarkup>("summary", "What readers should know about it.")
  let completedBy = Field<Record<LinkItem>>("completedBy", "The role that completes it.")
  let hasCitations = Field<Bool>("hasCitations", "Whether it cites anything.")
  let citations = Field<[Record<CitationCard>]>("citations", "What it rests on.")
}

extension PageWriter {
  fileprivate func item(_ ref: Ref<EvidenceType>) -> Record<EvidenceItem> {
    let type = site.contents.evidenceTypes[ref]
    return Record(in: values) { record, field in
      record[field.id] = type.id
      record[field.title] = type.title
      record[field.summary] = blocks(type.summary)
      record[field.completedBy] = type.completedBy.map { link(to: .role($0)) }
      record[field.hasCitations] = !type.citations.isEmpty
      record[field.citations] = type.citations.map(citation)
    }
  }
}
