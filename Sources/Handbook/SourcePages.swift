internal import Model
internal import Templates

/// All sources, in the order of their files.
struct SourceListPage: RecordShape {
  static let layout = RecordLayout<SourceListPage>("source list page")
  static let template = PageTemplate<SourceListPage>("sources", .html)

  let frame: Field<SourceListPage, Record<Frame>>
  let title: Field<SourceListPage, String>
  let kinds: Field<SourceListPage, [Record<SourceGroup>]>

  init(_ declare: inout FieldDeclarations<SourceListPage>) {
    frame = declare("frame", "What is the same on every page.")
    title = declare("title", "The framework's word for sources.")
    kinds = declare("kinds", "The sources by sort of document.")
  }

  static func render(_ site: Site, _ place: PagePlace) -> [UInt8] {
    let writer = PageWriter(site, place)
    return writer.render(template) { record, field in
      record[field.title] = Section.sources.title(site.words)
      record[field.kinds] = SourceKind.allCases.compactMap(writer.group)
      record[field.frame] = writer.frame(Section.sources.title(site.words), in: .sources)
    }
  }
}

/// The sources of one sort.
struct SourceGroup: RecordShape {
  static let layout = RecordLayout<SourceGroup>("group of sources")

  let title: Field<SourceGroup, String>
  let sources: Field<SourceGroup, [Record<SourceItem>]>

  init(_ declare: inout FieldDeclarations<SourceGroup>) {
    title = declare("title", "What sort of documents they are.")
    sources = declare("sources", "The sources.")
  }
}

/// A source.
struct SourceItem: RecordShape {
  static let layout = RecordLayout<SourceItem>("source")

  let title: Field<SourceItem, String>
  let address: Field<SourceItem, String>
  let language: Field<SourceItem, String>
  let publisher: Field<SourceItem, String>
  let date: Field<SourceItem, String>
  let kind: Field<SourceItem, String>
  let rights: Field<SourceItem, String>
  let web: Field<SourceItem, String>
  let accessed: Field<SourceItem, String>
  let reviewBy: Field<SourceItem, String>
  let summary: Field<SourceItem, SafeMarkup>
  let citedBy: Field<SourceItem, String>

  init(_ declare: inout FieldDeclarations<SourceItem>) {
    title = declare("title", "What it is called.")
    address = declare("address", "Its page in the handbook.")
    language = declare("language", "The language of its title, if another than the framework's.")
    publisher = declare("publisher", "Who published it.")
    date = declare("date", "When it was published.")
    kind = declare("kind", "What sort of document it is.")
    rights = declare("rights", "What its publisher allows others to do with it.")
    web = declare("web", "Where it can be read.")
    accessed = declare("accessed", "When it was last read there.")
    reviewBy = declare("reviewBy", "When somebody should look whether it still holds.")
    summary = declare("summary", "What readers should know about it.")
    citedBy = declare("citedBy", "How many statements cite it, in words; empty if none does.")
  }
}

/// A source with its facts and the statements that rest on it.
struct SourcePage: RecordShape {
  static let layout = RecordLayout<SourcePage>("source page")
  static let template = PageTemplate<SourcePage>("source", .html)

  let frame: Field<SourcePage, Record<Frame>>
  let word: Field<SourcePage, String>
  let source: Field<SourcePage, Record<SourceItem>>
  let hasFacts: Field<SourcePage, Bool>
  let facts: Field<SourcePage, [Record<FactItem>]>
  let citedBy: Field<SourcePage, Record<StatementList>>

  init(_ declare: inout FieldDeclarations<SourcePage>) {
    frame = declare("frame", "What is the same on every page.")
    word = declare("word", "The framework's word for a source.")
    source = declare("source", "The source.")
    hasFacts = declare("hasFacts", "Whether its record has any facts.")
    facts = declare("facts", "What it says that the framework uses.")
    citedBy = declare("citedBy", "The statements that cite it.")
  }

  static func render(_ site: Site, _ place: PagePlace, _ ref: Ref<Source>) -> [UInt8] {
    let source = site.contents.sources[ref]
    let writer = PageWriter(site, place)
    return writer.render(template) { record, field in
      record[field.word] = site.words.source.title
      record[field.source] = writer.item(ref)
      record[field.hasFacts] = !source.facts.isEmpty
      record[field.facts] = source.facts.map(writer.item)
      record[field.citedBy] = writer.list(site.framework.links.citedBy(ref))
      record[field.frame] = writer.frame(
        source.title, in: .sources, trail: [writer.trailLink(.sources)], about: .source(ref))
    }
  }
}

/// A fact of a source.
struct FactItem: RecordShape {
  static let layout = RecordLayout<FactItem>("fact")

  let number: Field<FactItem, String>
  let text: Field<FactItem, SafeMarkup>
  let declined: Field<FactItem, SafeMarkup>

  init(_ declare: inout FieldDeclarations<FactItem>) {
    number = declare("number", "Its number in this source.")
    text = declare("text", "What the source says, in the framework's own words.")
    declined = declare("declined", "Why the framework does not take it up, if it does not.")
  }
}

extension PageWriter {
  fileprivate func group(_ kind: SourceKind) -> Record<SourceGroup>? {
    let sources = site.contents.sources.entries.filter { $0.element.kind == kind }
    guard !sources.isEmpty else { return nil }
    return Record(in: values) { record, field in
      record[field.title] = kind.title
      record[field.sources] = sources.map { item($0.ref) }
    }
  }

  fileprivate func item(_ ref: Ref<Source>) -> Record<SourceItem> {
    let source = site.contents.sources[ref]
    let citedBy = site.framework.links.citedBy(ref).count
    return Record(in: values) { record, field in
      record[field.title] = source.title
      record[field.address] = way(to: .source(ref))
      record[field.language] = foreign(source.language)
      record[field.publisher] = source.publisher
      record[field.date] = source.date?.longForm
      record[field.kind] = source.kind?.title
      record[field.rights] = source.rights
      record[field.web] = source.address
      record[field.accessed] = source.accessed?.longForm
      record[field.reviewBy] = source.reviewBy?.longForm
      record[field.summary] = blocks(source.summary)
      record[field.citedBy] = citedBy == 0 ? nil : site.words.statement.counted(citedBy)
    }
  }

  fileprivate func item(_ fact: Fact) -> Record<FactItem> {
    Record(in: values) { record, field in
      record[field.number] = String(fact.number)
      record[field.text] = blocks(fact.text)
      record[field.declined] = fact.declined.map(inline)
    }
  }
}
