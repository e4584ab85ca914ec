internal import Model
internal import Templates

/// All sources, in the order of their files.
struct SourceListPage: RecordShape {
  static let layout = RecordLayout<Self>("source list page")
  static let template = PageTemplate<SourceListPage>("sources", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let title = Field<String>("title", "The framework's word for sources.")
  let kinds = Field<[Record<SourceGroup>]>("kinds", "The sources by sort of document.")

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
  static let layout = RecordLayout<Self>("group of sources")

  let title = Field<String>("title", "What sort of documents they are.")
  let sources = Field<[Record<SourceItem>]>("sources", "The sources.")
}

/// A source.
struct SourceItem: RecordShape {
  static let layout = RecordLayout<Self>("source")

  let title = Field<String>("title", "What it is called.")
  let address = Field<String>("address", "Its page in the handbook.")
  let language = Field<String>(
    "language", "The language of its title, if another than the framework's.")
  let publisher = Field<String>("publisher", "Who published it.")
  let date = Field<String>("date", "When it was published.")
  let kind = Field<String>("kind", "What sort of document it is.")
  let rights = Field<String>("rights", "What its publisher allows others to do with it.")
  let web = Field<String>("web", "Where it can be read.")
  let accessed = Field<String>("accessed", "When it was last read there.")
  let reviewBy = Field<String>("reviewBy", "When somebody should look whether it still holds.")
  let summary = Field<SafeMarkup>("summary", "What readers should know about it.")
  let citedBy = Field<String>(
    "citedBy", "How many statements cite it, in words; empty if none does.")
}

/// A source with its facts and the statements that rest on it.
struct SourcePage: RecordShape {
  static let layout = RecordLayout<Self>("source page")
  static let template = PageTemplate<SourcePage>("source", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let word = Field<String>("word", "The framework's word for a source.")
  let source = Field<Record<SourceItem>>("source", "The source.")
  let hasFacts = Field<Bool>("hasFacts", "Whether its record has any facts.")
  let facts = Field<[Record<FactItem>]>("facts", "What it says that the framework uses.")
  let citedBy = Field<Record<StatementList>>("citedBy", "The statements that cite it.")

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
  static let layout = RecordLayout<Self>("fact")

  let number = Field<String>("number", "Its number in this source.")
  let text = Field<SafeMarkup>("text", "What the source says, in the framework's own words.")
  let declined = Field<SafeMarkup>(
    "declined", "Why the framework does not take it up, if it does not.")
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
