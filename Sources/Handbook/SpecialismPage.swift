internal import Model
internal import Templates

/// A specialism with its statements.
struct SpecialismPage: RecordShape {
  static let layout = RecordLayout<SpecialismPage>("specialism page")
  static let template = PageTemplate<SpecialismPage>("specialism", .html)

  let frame: Field<SpecialismPage, Record<Frame>>
  let word: Field<SpecialismPage, String>
  let title: Field<SpecialismPage, String>
  let phase: Field<SpecialismPage, Record<LinkItem>>
  let requirement: Field<SpecialismPage, String>
  let summary: Field<SpecialismPage, SafeMarkup>
  let size: Field<SpecialismPage, String>
  let domains: Field<SpecialismPage, [Record<StatementGroup>]>
  let hasCitations: Field<SpecialismPage, Bool>
  let citations: Field<SpecialismPage, [Record<CitationCard>]>

  init(_ declare: inout FieldDeclarations<SpecialismPage>) {
    frame = declare("frame", "What is the same on every page.")
    word = declare("word", "The framework's word for a specialism.")
    title = declare("title", "What it is called.")
    phase = declare("phase", "The phase in which it is chosen.")
    requirement = declare("requirement", "Whether that phase is mandatory, in a word.")
    summary = declare("summary", "What readers should know about it.")
    size = declare("size", "How many statements it has, in words.")
    domains = declare("domains", "Its statements by domain and outcome.")
    hasCitations = declare("hasCitations", "Whether it cites anything.")
    citations = declare("citations", "What it rests on.")
  }

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
