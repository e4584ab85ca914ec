internal import Model
internal import Output
internal import Templates

/// All frameworks that statements are aligned to.
struct CrosswalkListPage: RecordShape {
  static let layout = RecordLayout<CrosswalkListPage>("crosswalk list page")
  static let template = PageTemplate<CrosswalkListPage>("crosswalks", .html)

  let frame: Field<CrosswalkListPage, Record<Frame>>
  let title: Field<CrosswalkListPage, String>
  let crosswalks: Field<CrosswalkListPage, [Record<SummaryItem>]>

  init(_ declare: inout FieldDeclarations<CrosswalkListPage>) {
    frame = declare("frame", "What is the same on every page.")
    title = declare("title", "The framework's word for other frameworks.")
    crosswalks = declare("crosswalks", "All of them.")
  }

  static func file(_ site: Site) -> OutputFile {
    let place = PagePlace(path: Section.crosswalks.path)
    let writer = PageWriter(site, place)
    let record = Record<CrosswalkListPage> { record, field in
      record[field.frame] = writer.frame(Section.crosswalks.title(site.words), in: .crosswalks)
      record[field.title] = Section.crosswalks.title(site.words)
      record[field.crosswalks] = site.contents.crosswalks.refs.map { ref in
        let crosswalk = site.contents.crosswalks[ref]
        return writer.summary(crosswalk.id, crosswalk.title, .crosswalk(ref), crosswalk.summary)
      }
    }
    return site.file(place, template, record)
  }
}

/// Another framework: which statements correspond to each of its items, or why none does.
struct CrosswalkPage: RecordShape {
  static let layout = RecordLayout<CrosswalkPage>("crosswalk page")
  static let template = PageTemplate<CrosswalkPage>("crosswalk", .html)

  let frame: Field<CrosswalkPage, Record<Frame>>
  let word: Field<CrosswalkPage, String>
  let title: Field<CrosswalkPage, String>
  let publisher: Field<CrosswalkPage, String>
  let version: Field<CrosswalkPage, String>
  let web: Field<CrosswalkPage, String>
  let summary: Field<CrosswalkPage, SafeMarkup>
  let items: Field<CrosswalkPage, [Record<CrosswalkItemCard>]>
  let hasCitations: Field<CrosswalkPage, Bool>
  let citations: Field<CrosswalkPage, [Record<CitationCard>]>

  init(_ declare: inout FieldDeclarations<CrosswalkPage>) {
    frame = declare("frame", "What is the same on every page.")
    word = declare("word", "The framework's word for another framework.")
    title = declare("title", "What it is called.")
    publisher = declare("publisher", "Who publishes it.")
    version = declare("version", "Which version is meant.")
    web = declare("web", "Where it can be read.")
    summary = declare("summary", "What readers should know about it.")
    items = declare("items", "Its items.")
    hasCitations = declare("hasCitations", "Whether it cites anything.")
    citations = declare("citations", "What it rests on.")
  }

  static func file(_ site: Site, _ ref: Ref<Crosswalk>) -> OutputFile {
    let crosswalk = site.contents.crosswalks[ref]
    let place = PagePlace(path: "crosswalks/\(crosswalk.id).html")
    let writer = PageWriter(site, place)
    let record = Record<CrosswalkPage> { record, field in
      record[field.frame] = writer.frame(
        crosswalk.title, in: .crosswalks, trail: [writer.trailLink(.crosswalks)])
      record[field.word] = site.words.crosswalk.title
      record[field.title] = crosswalk.title
      record[field.publisher] = crosswalk.publisher
      record[field.version] = crosswalk.version
      record[field.web] = crosswalk.address
      record[field.summary] = writer.blocks(crosswalk.summary)
      record[field.items] = crosswalk.items.indices.map { writer.item($0, of: ref) }
      record[field.hasCitations] = !crosswalk.citations.isEmpty
      record[field.citations] = crosswalk.citations.map(writer.citation)
    }
    return site.file(place, template, record)
  }
}

/// An item of another framework.
struct CrosswalkItemCard: RecordShape {
  static let layout = RecordLayout<CrosswalkItemCard>("crosswalk item")

  let code: Field<CrosswalkItemCard, String>
  let title: Field<CrosswalkItemCard, String>
  let declined: Field<CrosswalkItemCard, SafeMarkup>
  let hasStatements: Field<CrosswalkItemCard, Bool>
  let statements: Field<CrosswalkItemCard, [Record<AlignedLine>]>

  init(_ declare: inout FieldDeclarations<CrosswalkItemCard>) {
    code = declare("code", "Its code there.")
    title = declare("title", "A short label.")
    declined = declare("declined", "Why no statement corresponds to it, if none is to.")
    hasStatements = declare("hasStatements", "Whether any statement corresponds to it.")
    statements = declare("statements", "The statements that correspond to it.")
  }
}

/// A statement that corresponds to an item.
struct AlignedLine: RecordShape {
  static let layout = RecordLayout<AlignedLine>("aligned statement")

  let statement: Field<AlignedLine, Record<StatementLine>>
  let relation: Field<AlignedLine, String>
  let reason: Field<AlignedLine, SafeMarkup>

  init(_ declare: inout FieldDeclarations<AlignedLine>) {
    statement = declare("statement", "The statement.")
    relation = declare("relation", "How the two relate, in words.")
    reason = declare("reason", "Why.")
  }
}

extension PageWriter {
  fileprivate func item(
    _ index: Int, of crosswalk: Ref<Crosswalk>
  ) -> Record<CrosswalkItemCard> {
    let item = site.contents.crosswalks[crosswalk].items[index]
    let aligned = site.framework.links.alignedTo(crosswalk, item: index)
    return Record { record, field in
      record[field.code] = item.code
      record[field.title] = item.title
      record[field.declined] = blocks(item.declined)
      record[field.hasStatements] = !aligned.isEmpty
      record[field.statements] = aligned.map(alignedLine)
    }
  }

  private func alignedLine(_ aligned: AlignedStatement) -> Record<AlignedLine> {
    Record { record, field in
      record[field.statement] = line(.statement(aligned.statement))
      record[field.relation] = aligned.alignment.relation.title
      record[field.reason] = blocks(aligned.alignment.reason)
    }
  }
}
