internal import Model
internal import Templates

/// A specialism with its statements.
struct SpecialismPage: RecordShape {
  static let layout = RecordLayout<Self>("specialism page")
  static let template = PageTemplate<SpecialismPage>("specialism", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let word = Field<String>("word", "The framework's word for a specialism.")
  let title = Field<String>("title", "What it is called.")
  let phase = Field<Record<LinkItem>>("phase", "The phase in which it is chosen.")
  let requirement = Field<String>("requirement", "Whether that phase is mandatory, in a word.")
  let summary = Field<SafeMarkup>("summary", "What readers should know about it.")
  let size = Field<String>("size", "How many statements it has, in words.")
  let domains = Field<[Record<StatementGroup>]>("domains", "Its statements by domain and outcome.")
  let hasCitations = Field<Bool>("hasCitations", "Whether it cites anything.")
  let citations = Field<[Record<CitationCard>]>("citations", "What it rests on.")

  static func render(_ site: Site, _ place: PagePlace, _ ref: Ref<Specialism>) -> [UInt8] {
    let specialism = site.contents.specialisms[ref]
    let writer = PageWriter(site, place)
    let statements = site.index.statements(in: ref)
    let phase = specialism.phase.map { writer.link(to: .phase($0)) }
    return writer.render(template) { record, field in
      record[field.word] = site.words.specialism.title
      record[field.title] = specialism.title
      record[field.phase] = phase
      record[field.requirement] =
        specialism.phase.map { site.contents.phases[$0].requirement.title }
      record[field.summary] = writer.blocks(specialism.summary)
      record[field.size] = site.words.statement.counted(statements.count)
      record[field.domains] = writer.byDomain(statements)
      record[field.hasCitations] = !specialism.citations.isEmpty
      record[field.citations] = specialism.citations.map(writer.citation)
      record[field.frame] = writer.frame(
        specialism.title, in: .phases,
        trail: [writer.trailLink(.phases)] + (phase.map { [$0] } ?? []),
        parts: writer.domainAnchors(statements), about: .specialism(ref))
    }
  }
}
