internal import Model
internal import Output
internal import Templates

/// A domain with its outcomes and, on one line each, their statements.
struct DomainPage: RecordShape {
  static let layout = RecordLayout<DomainPage>("domain page")
  static let template = PageTemplate<DomainPage>("domain", .html)

  let frame: Field<DomainPage, Record<Frame>>
  let word: Field<DomainPage, String>
  let title: Field<DomainPage, String>
  let summary: Field<DomainPage, SafeMarkup>
  let outcomes: Field<DomainPage, [Record<OutcomeItem>]>
  let previous: Field<DomainPage, Record<LinkItem>>
  let next: Field<DomainPage, Record<LinkItem>>

  init(_ declare: inout FieldDeclarations<DomainPage>) {
    frame = declare("frame", "What is the same on every page.")
    word = declare("word", "The framework's word for a domain.")
    title = declare("title", "What the domain is called.")
    summary = declare("summary", "What readers should know about it.")
    outcomes = declare("outcomes", "Its outcomes.")
    previous = declare("previous", "The domain before it.")
    next = declare("next", "The domain after it.")
  }

  static func file(_ site: Site, _ ref: Ref<Domain>) -> OutputFile {
    let domain = site.contents.domains[ref]
    let place = PagePlace(path: "domains/\(domain.id).html")
    let writer = PageWriter(site, place)
    let record = Record<DomainPage> { record, field in
      record[field.frame] = writer.frame(domain.title, in: .home)
      record[field.word] = site.words.domain.title
      record[field.title] = domain.title
      record[field.summary] = writer.blocks(domain.summary)
      record[field.outcomes] = domain.outcomes.map(writer.item)
      record[field.previous] = writer.neighbour(ref, -1).map { writer.link(to: .domain($0)) }
      record[field.next] = writer.neighbour(ref, 1).map { writer.link(to: .domain($0)) }
    }
    return site.file(place, template, record)
  }
}

/// An outcome among others, with its statements on one line each.
struct OutcomeItem: RecordShape {
  static let layout = RecordLayout<OutcomeItem>("outcome item")

  let id: Field<OutcomeItem, String>
  let title: Field<OutcomeItem, String>
  let address: Field<OutcomeItem, String>
  let summary: Field<OutcomeItem, SafeMarkup>
  let statements: Field<OutcomeItem, Record<StatementList>>

  init(_ declare: inout FieldDeclarations<OutcomeItem>) {
    id = declare("id", "Its id.")
    title = declare("title", "What it is called.")
    address = declare("address", "Its page.")
    summary = declare("summary", "What readers should know about it.")
    statements = declare("statements", "Its statements.")
  }
}

extension PageWriter {
  func item(_ ref: Ref<Outcome>) -> Record<OutcomeItem> {
    item(ref, site.contents.outcomes[ref].statements)
  }

  /// An outcome with some of its statements.
  func item(_ ref: Ref<Outcome>, _ statements: [Ref<Statement>]) -> Record<OutcomeItem> {
    let outcome = site.contents.outcomes[ref]
    return Record { record, field in
      record[field.id] = outcome.id
      record[field.title] = outcome.title
      record[field.address] = address(of: .outcome(ref))
      record[field.summary] = blocks(outcome.summary)
      record[field.statements] = list(statements.map(Subject.statement))
    }
  }

  /// The domain some places before or after another.
  func neighbour(_ ref: Ref<Domain>, _ offset: Int) -> Ref<Domain>? {
    let index = Int(ref.index) + offset
    return (0..<site.contents.domains.count).contains(index) ? Ref(index) : nil
  }

  func neighbour(_ ref: Ref<Outcome>, _ offset: Int) -> Ref<Outcome>? {
    let index = Int(ref.index) + offset
    return (0..<site.contents.outcomes.count).contains(index) ? Ref(index) : nil
  }
}
