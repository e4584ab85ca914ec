internal import Model
internal import Templates

/// What is new in each edition, and what nobody is to meet any more.
struct ChangesPage: RecordShape {
  static let layout = RecordLayout<ChangesPage>("changes page")
  static let template = PageTemplate<ChangesPage>("changes", .html)

  let frame: Field<ChangesPage, Record<Frame>>
  let editions: Field<ChangesPage, [Record<EditionItem>]>
  let hasEarlier: Field<ChangesPage, Bool>
  let earlier: Field<ChangesPage, [Record<EarlierEditionItem>]>
  let hasEnded: Field<ChangesPage, Bool>
  let ended: Field<ChangesPage, [Record<EndedStatement>]>
  let statementsTitle: Field<ChangesPage, String>
  let hasRetired: Field<ChangesPage, Bool>
  let retired: Field<ChangesPage, [Record<RetiredItem>]>

  init(_ declare: inout FieldDeclarations<ChangesPage>) {
    frame = declare("frame", "What is the same on every page.")
    editions = declare("editions", "The editions, newest first.")
    hasEarlier = declare("hasEarlier", "Whether any earlier edition was recorded.")
    earlier = declare("earlier", "The recorded editions, newest first, with what changed since.")
    hasEnded = declare("hasEnded", "Whether any statement has been withdrawn or superseded.")
    ended = declare("ended", "The statements that have been withdrawn or superseded.")
    statementsTitle = declare("statementsTitle", "The framework's word for statements.")
    hasRetired = declare("hasRetired", "Whether any code is no longer used.")
    retired = declare("retired", "The codes that were published and that nothing has any more.")
  }

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
  static let layout = RecordLayout<EditionItem>("edition item")

  let edition: Field<EditionItem, String>
  let isThis: Field<EditionItem, Bool>
  let date: Field<EditionItem, String>
  let text: Field<EditionItem, SafeMarkup>

  init(_ declare: inout FieldDeclarations<EditionItem>) {
    edition = declare("edition", "The edition: three numbers.")
    isThis = declare("isThis", "Whether it is the one that is being read.")
    date = declare("date", "When it was issued.")
    text = declare("text", "What has changed.")
  }
}

/// A statement that nobody is to meet any more.
struct EndedStatement: RecordShape {
  static let layout = RecordLayout<EndedStatement>("ended statement")

  let statement: Field<EndedStatement, Record<StatementLine>>
  let status: Field<EndedStatement, Record<StatusCard>>

  init(_ declare: inout FieldDeclarations<EndedStatement>) {
    statement = declare("statement", "The statement.")
    status = declare("status", "What became of it.")
  }
}

/// A code that nothing has any more.
struct RetiredItem: RecordShape {
  static let layout = RecordLayout<RetiredItem>("retired code")

  let code: Field<RetiredItem, String>
  let reason: Field<RetiredItem, SafeMarkup>
  let successor: Field<RetiredItem, Record<LinkItem>>

  init(_ declare: inout FieldDeclarations<RetiredItem>) {
    code = declare("code", "The code.")
    reason = declare("reason", "Why it is gone.")
    successor = declare("successor", "The code of what takes its place.")
  }
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
