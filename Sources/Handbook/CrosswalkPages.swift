internal import Model
internal import Templates

/// All frameworks that statements are aligned to.
struct CrosswalkListPage: RecordShape {
  static let layout = RecordLayout<Self>("crosswalk list page")
  static let template = PageTemplate<CrosswalkListPage>("crosswalks", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let title = Field<String>("title", "The framework's word for other frameworks.")
  let crosswalks = Field<[Record<SummaryItem>]>("crosswalks", "All of them.")

  static func render(_ site: Site, _ place: PagePlace) -> [UInt8] {
    let writer = PageWriter(site, place)
    return writer.render(template) { record, field in
      record[field.title] = Section.crosswalks.title(site.words)
      record[field.crosswalks] = site.contents.crosswalks.refs.map { ref in
        let crosswalk = site.contents.crosswalks[ref]
        return writer.summary(crosswalk.id, crosswalk.title, .crosswalk(ref), crosswalk.summary)
      }
      record[field.frame] = writer.frame(Section.crosswalks.title(site.words), in: .crosswalks)
    }
  }
}

/// Another framework: which statements correspond to each of its items, or why none does.
struct CrosswalkPage: RecordShape {
  static let layout = RecordLayout<Self>("crosswalk page")
  static let template = PageTemplate<CrosswalkPage>("crosswalk", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let word = Field<String>("word", "The framework's word for another framework.")
  let title = Field<String>("title", "What it is called.")
  let language = Field<String>(
    "language", "The language of its title, if another than the framework's.")
  let publisher = Field<String>("publisher", "Who publishes it.")
  let version = Field<String>("version", "Which version is meant.")
  let web = Field<String>("web", "Where it can be read.")
  let summary = Field<SafeMarkup>("summary", "What readers should know about it.")
  let grid = Field<Record<CountGrid>>(
    "grid", "How many statements of each domain correspond to each item.")
  let isLong = Field<Bool>(
    "isLong", "Whether its items stand on other pages, since they are too many.")
  let items = Field<[Record<CrosswalkItemCard>]>("items", "Its items.")
  let hasCitations = Field<Bool>("hasCitations", "Whether it cites anything.")
  let citations = Field<[Record<CitationCard>]>("citations", "What it rests on.")

  static func render(_ site: Site, _ place: PagePlace, _ ref: Ref<Crosswalk>) -> [UInt8] {
    let crosswalk = site.contents.crosswalks[ref]
    let writer = PageWriter(site, place)
    return writer.render(template) { record, field in
      record[field.word] = site.words.crosswalk.title
      record[field.title] = crosswalk.title
      record[field.language] = writer.foreign(crosswalk.language)
      record[field.publisher] = crosswalk.publisher
      record[field.version] = crosswalk.version
      record[field.web] = crosswalk.address
      record[field.summary] = writer.blocks(crosswalk.summary)
      record[field.grid] = writer.grid(of: ref)
      let parts = site.parts(of: ref)
      record[field.isLong] = !parts.isEmpty
      record[field.items] =
        parts.isEmpty
        ? writer.values.list(crosswalk.items.indices) { writer.item($0, of: ref) }
        : writer.values.list(parts.flatMap(\.firstItems)) { writer.pointer($0, of: ref) }
      record[field.hasCitations] = !crosswalk.citations.isEmpty
      record[field.citations] = crosswalk.citations.map(writer.citation)
      record[field.frame] = writer.frame(
        crosswalk.title, in: .crosswalks, trail: [writer.trailLink(.crosswalks)],
        about: .crosswalk(ref))
    }
  }
}

/// An item of another framework.
struct CrosswalkItemCard: RecordShape {
  static let layout = RecordLayout<Self>("crosswalk item")

  let anchor = Field<String>("anchor", "Its anchor on the page.")
  let code = Field<String>("code", "Its code there.")
  let title = Field<String>("title", "A short label.")
  let declined = Field<SafeMarkup>("declined", "Why no statement corresponds to it, if none is to.")
  let hasStatements = Field<Bool>(
    "hasStatements", "Whether any statement that corresponds to it stands on this page.")
  let statements = Field<[Record<AlignedLine>]>(
    "statements", "The statements that correspond to it.")
  let size = Field<String>("size", "How many statements correspond to it, in words.")
  let address = Field<String>("address", "Where they stand, if that is another page.")
}

/// A statement that corresponds to an item.
struct AlignedLine: RecordShape {
  static let layout = RecordLayout<Self>("aligned statement")

  let statement = Field<Record<StatementLine>>("statement", "The statement.")
  let relation = Field<String>("relation", "How the two relate, in words.")
  let reason = Field<SafeMarkup>("reason", "Why.")
}

extension PageWriter {
  /// An item with the statements that correspond to it, or only those at some places among them.
  func item(
    _ index: Int, of crosswalk: Ref<Crosswalk>, _ places: Range<Int>? = nil
  ) -> Record<CrosswalkItemCard> {
    let item = site.contents.crosswalks[crosswalk].items[index]
    let all = site.framework.links.alignedTo(crosswalk, item: index)
    let aligned = all[places ?? all.indices]
    return Record(in: values) { record, field in
      record[field.anchor] = "item-\(index + 1)_"
      record[field.code] = item.code
      record[field.title] = item.title
      record[field.declined] = blocks(item.declined)
      record[field.hasStatements] = !aligned.isEmpty
      record[field.statements] = values.list(aligned, alignedLine)
      record[field.size] = site.words.statement.counted(all.count)
    }
  }

  /// An item without its statements, which stand on the page of a part.
  fileprivate func pointer(
    _ entry: (item: Int, part: String), of crosswalk: Ref<Crosswalk>
  ) -> Record<CrosswalkItemCard> {
    let item = site.contents.crosswalks[crosswalk].items[entry.item]
    let count = site.framework.links.alignedTo(crosswalk, item: entry.item).count
    let page = place.link(to: site.addresses.part(entry.part, of: .crosswalk(crosswalk)))
    return Record(in: values) { record, field in
      record[field.anchor] = "item-\(entry.item + 1)_"
      record[field.code] = item.code
      record[field.title] = item.title
      record[field.size] = site.words.statement.counted(count)
      record[field.address] = "\(page)#item-\(entry.item + 1)_"
    }
  }

  /// Items by domains; nil if there are more than a table can show.
  fileprivate func grid(of ref: Ref<Crosswalk>) -> Record<CountGrid>? {
    let contents = site.contents
    let items = contents.crosswalks[ref].items
    guard (1..<CountGrid.mostColumns).contains(contents.domains.count),
      (1...CountGrid.mostRows).contains(items.count)
    else { return nil }
    let counts = items.indices.map { item in
      site.framework.links.alignedTo(ref, item: item).reduce(
        into: Array(repeating: 0, count: contents.domains.count)
      ) { counts, aligned in
        let outcome = contents.statements[aligned.statement].outcome
        counts[Int(contents.outcomes[outcome].domain.index)] += 1
      }
    }
    let largest = counts.flatMap { $0 }.max() ?? 0
    guard largest > 0 else { return nil }
    return Record(in: values) { record, field in
      record[field.caption] =
        "How many \(site.words.statement.many) of each \(site.words.domain.one) correspond "
        + "to each item of \(contents.crosswalks[ref].title)"
      record[field.corner] = "Item"
      record[field.columns] =
        contents.domains.refs.map { link(to: .domain($0)) } + [linkItem("All", "")]
      record[field.rows] = items.indices.map { index in
        row(
          code: items[index].code, linkItem(items[index].title, "#item-\(index + 1)_"),
          counts[index], largest: largest, total: counts[index].reduce(0, +))
      }
    }
  }

  private func alignedLine(_ aligned: AlignedStatement) -> Record<AlignedLine> {
    let alignment = site.contents.statements[aligned.statement].alignments[aligned.alignment]
    return Record(in: values) { record, field in
      record[field.statement] = line(.statement(aligned.statement))
      record[field.relation] = alignment.relation.title
      record[field.reason] = blocks(alignment.reason)
    }
  }
}
