internal import Model
internal import Templates

/// A kind as a mark on a statement.
struct KindMark: RecordShape {
  static let layout = RecordLayout<Self>("kind")

  let id = Field<String>("id", "Its id.")
  let title = Field<String>("title", "What it is called.")
  let stem = Field<String>("stem", "The words that come before the statement's text.")
  let number = Field<String>("number", "Its place among the kinds, from 1: for colours and marks.")

  static func record(
    _ kind: Kind, _ ref: Ref<Kind>, in values: PageValues
  ) -> Record<KindMark> {
    Record(in: values) { record, field in
      record[field.id] = kind.id
      record[field.title] = kind.title
      record[field.stem] = kind.stem
      record[field.number] = String(ref.index + 1)
    }
  }
}

/// A statement, or something else with an id, on one line.
struct StatementLine: RecordShape {
  static let layout = RecordLayout<Self>("statement line")

  let id = Field<String>("id", "Its id.")
  let address = Field<String>("address", "Where it stands.")
  let kind = Field<Record<KindMark>>("kind", "Which kind it is.")
  let text = Field<SafeMarkup>("text", "What is to be known or done.")
  let fate = Field<String>("fate", "Its status in a word, if nobody is to meet it any more.")
  let option = Field<String>("option", "`Offered` or `Optional`, if not everybody has to meet it.")
}

/// Statements on one line each; there is none without items.
struct StatementList: RecordShape {
  static let layout = RecordLayout<Self>("statement list")

  let items = Field<[Record<StatementLine>]>("items", "The statements.")
}

extension PageWriter {
  /// The things on one line each; nil if there are none.
  func list<Element>(
    _ elements: some RandomAccessCollection<Element>, _ subject: (Element) -> Subject
  ) -> Record<StatementList>? {
    guard !elements.isEmpty else { return nil }
    return Record(in: values) { record, field in
      record[field.items] = values.list(elements) { line(subject($0)) }
    }
  }

  func list(_ statements: some RandomAccessCollection<Ref<Statement>>) -> Record<StatementList>? {
    guard !statements.isEmpty else { return nil }
    return Record(in: values) { record, field in
      record[field.items] = values.list(statements) { line($0) }
    }
  }

  func line(_ subject: Subject) -> Record<StatementLine> {
    if case .statement(let ref) = subject { return line(ref) }
    return Record(in: values) { record, field in
      record[field.id] = site.framework.id(of: subject)
      record[field.address] = way(to: subject)
      record[field.text] = bareInline(site.framework.title(of: subject))
    }
  }

  func line(_ ref: Ref<Statement>) -> Record<StatementLine> {
    let statement = site.framework.statements[ref]
    return Record(in: values) { record, field in
      let (id, address) = idAndWay(to: statement)
      record[field.id] = id
      record[field.address] = address
      record[field.text] = bareInline(statement.text)
      record[field.kind] = statement.kind.map(mark)
      record[field.fate] = statement.isRetired ? statement.status?.status.title : nil
      record[field.option] = option(of: statement.phase)
    }
  }

  /// `Offered` or `Optional`; nil if everybody has to meet it.
  func option(of phase: Ref<Phase>?) -> String? {
    phase.flatMap { site.headings.options[Int($0.index)] }
  }

  func mark(_ ref: Ref<Kind>) -> Record<KindMark> { site.shared.mark(of: ref) }
}
