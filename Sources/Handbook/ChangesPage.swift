internal import Model
internal import Templates

/// What is new in each edition, and what nobody is to meet any more.
struct ChangesPage: RecordShape {
  static let layout = RecordLayout<Self>("changes page")
  static let template = PageTemplate<ChangesPage>("changes", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let editions = Field<[Record<EditionItem>]>("editions", "The editions, newest first.")
  let hasEarlier = Field<Bool>("hasEarlier", "Whether any earlier edition was recorded.")
  let earlier = Field<[Record<EarlierEditionItem>]>(
    "earlier", "The recorded editions, newest first, with what changed since.")
  let hasEnded = Field<Bool>("hasEnded", "Whether any statement has been withdrawn or superseded.")
  let ended = Field<[Record<EndedStatement>]>(
    "ended", "The statements that have been withdrawn or superseded.")
  let statementsTitle = Field<String>("statementsTitle", "The framework's word for statements.")
  let hasRetired = Field<Bool>("hasRetired", "Whether any code is no longer used.")
  let retired = Field<[Record<RetiredItem>]>(
    "retired", "The codes that were published and that nothing has any more.")

  static func render(_ site: Site, _ place: PagePlace) -> [UInt8] {
    let writer = PageWriter(site, place)
    let editions = site.contents.changes.elements.enumerated().sorted {
      ($1.element.edition, $0.offset) < ($0.element.edition, $1.offset)
    }.map(\.element)
    return writer.render(template) { record, field in
      record[field.editions] = editions.map(writer.item)
      record[field.hasEarlier] = !site.provenance.earlierEditions.isEmpty
      record[field.earlier] = writer.earlierEditions
      record[field.hasEnded] = !site.index.retired.isEmpty
      record[field.ended] = site.index.retired.map(writer.ended)
      record[field.statementsTitle] = site.words.statement.titleMany
      record[field.hasRetired] = !site.contents.retired.isEmpty
      record[field.retired] = site.contents.retired.map(writer.retired)
      record[field.frame] = writer.frame(Section.changes.title(site.words), in: .changes)
    }
  }
}

/// An edition with what is new in it.
struct EditionItem: RecordShape {
  static let layout = RecordLayout<Self>("edition item")

  let edition = Field<String>("edition", "The edition: three numbers.")
  let isThis = Field<Bool>("isThis", "Whether it is the one that is being read.")
  let date = Field<String>("date", "When it was issued.")
  let text = Field<SafeMarkup>("text", "What has changed.")
}

/// A statement that nobody is to meet any more.
struct EndedStatement: RecordShape {
  static let layout = RecordLayout<Self>("ended statement")

  let statement = Field<Record<StatementLine>>("statement", "The statement.")
  let status = Field<Record<StatusCard>>("status", "What became of it.")
}

/// A code that nothing has any more.
struct RetiredItem: RecordShape {
  static let layout = RecordLayout<Self>("retired code")

  let code = Field<String>("code", "The code.")
  let reason = Field<SafeMarkup>("reason", "Why it is gone.")
  let successor = Field<Record<LinkItem>>("successor", "The code of what takes its place.")
}

extension PageWriter {
  /// What is new in this edition; nil if the framework does not say.
  var news: Record<EditionItem>? {
    site.contents.changes.elements.first { $0.edition == site.contents.identity.edition }.map(item)
  }

  fileprivate func item(_ change: Change) -> Record<EditionItem> {
    Record(in: values) { record, field in
      record[field.edition] = change.edition.description
      record[field.isThis] = change.edition == site.contents.identity.edition
      record[field.date] = change.date?.longForm
      record[field.text] = blocks(change.text)
    }
  }

  fileprivate func ended(_ ref: Ref<Statement>) -> Record<EndedStatement> {
    Record(in: values) { record, field in
      record[field.statement] = line(.statement(ref))
      record[field.status] = site.contents.statements[ref].status.map(status)
    }
  }
  fileprivate func retired(_ retired: RetiredID) -> Record<RetiredItem> {
    Record(in: values) { record, field in
      record[field.code] = retired.id
      record[field.reason] = blocks(retired.reason)
      record[field.successor] = retired.replacedBy.map {
        linkItem(site.contents.id(of: $0), way(to: $0))
      }
    }
  }
}
