internal import Model
internal import Templates

/// All types of evidence.
struct EvidenceListPage: RecordShape {
  static let layout = RecordLayout<EvidenceListPage>("evidence list page")
  static let template = PageTemplate<EvidenceListPage>("evidence-types", .html)

  let frame: Field<EvidenceListPage, Record<Frame>>
  let title: Field<EvidenceListPage, String>
  let evidence: Field<EvidenceListPage, [Record<EvidenceItem>]>

  init(_ declare: inout FieldDeclarations<EvidenceListPage>) {
    frame = declare("frame", "What is the same on every page.")
    title = declare("title", "The framework's word for types of evidence.")
    evidence = declare("evidence", "All types of evidence.")
  }

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
  static let layout = RecordLayout<EvidenceItem>("type of evidence")

  let id: Field<EvidenceItem, String>
  let title: Field<EvidenceItem, String>
  let summary: Field<EvidenceItem, SafeMarkup>
  let completedBy: Field<EvidenceItem, Record<LinkItem>>
  let hasCitations: Field<EvidenceItem, Bool>
  let citations: Field<EvidenceItem, [Record<CitationCard>]>

  init(_ declare: inout FieldDeclarations<EvidenceItem>) {
    id = declare("id", "Its id, which is also its anchor.")
    title = declare("title", "What it is called.")
    summary = declare("summary", "What readers should know about it.")
    completedBy = declare("completedBy", "The role that completes it.")
    hasCitations = declare("hasCitations", "Whether it cites anything.")
    citations = declare("citations", "What it rests on.")
  }
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
