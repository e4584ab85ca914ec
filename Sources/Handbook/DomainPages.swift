internal import Model
internal import Templates

/// All domains, and how many statements of each are due when.
struct DomainListPage: RecordShape {
  static let layout = RecordLayout<Self>("domain list page")
  static let template = PageTemplate<DomainListPage>("domains", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let title = Field<String>("title", "The framework's word for domains.")
  let outcomesTitle = Field<String>("outcomesTitle", "The framework's word for outcomes.")
  let domains = Field<[Record<DomainItem>]>("domains", "All domains with their outcomes.")
  let grid = Field<Record<CountGrid>>(
    "grid", "How many statements of each domain are due in each phase.")

  static func render(_ site: Site, _ place: PagePlace) -> [UInt8] {
    let writer = PageWriter(site, place)
    let title = Section.domains.title(site.words)
    return writer.render(template) { record, field in
      record[field.title] = title
      record[field.outcomesTitle] = site.words.outcome.titleMany
      record[field.domains] = site.contents.domains.refs.map { writer.item($0) }
      record[field.grid] = writer.domainGrid()
      record[field.frame] = writer.frame(title, in: .domains)
    }
  }
}

/// A domain with its outcomes and, on one line each, their statements.
struct DomainPage: RecordShape {
  static let layout = RecordLayout<Self>("domain page")
  static let template = PageTemplate<DomainPage>("domain", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let word = Field<String>("word", "The framework's word for a domain.")
  let title = Field<String>("title", "What the domain is called.")
  let summary = Field<SafeMarkup>("summary", "What readers should know about it.")
  let size = Field<String>("size", "How many outcomes and statements it has, in words.")
  let outcomes = Field<[Record<OutcomeItem>]>("outcomes", "Its outcomes.")
  let previous = Field<Record<LinkItem>>("previous", "The domain before it.")
  let next = Field<Record<LinkItem>>("next", "The domain after it.")

  static func render(_ site: Site, _ place: PagePlace, _ ref: Ref<Domain>) -> [UInt8] {
    let domain = site.contents.domains[ref]
    let writer = PageWriter(site, place)
    let outcomes = domain.outcomes.map { site.contents.outcomes[$0] }
    let isLong = outcomes.reduce(0) { $0 + $1.statements.count } > Site.mostOnOnePage
    return writer.render(template) { record, field in
      record[field.word] = site.words.domain.title
      record[field.title] = domain.title
      record[field.summary] = writer.blocks(domain.summary)
      record[field.size] = writer.size(of: ref)
      record[field.outcomes] = domain.outcomes.map {
        writer.item($0, isLong ? [] : site.contents.outcomes[$0].statements)
      }
      record[field.previous] = writer.neighbour(ref, -1).map { writer.link(to: .domain($0)) }
      record[field.next] = writer.neighbour(ref, 1).map { writer.link(to: .domain($0)) }
      record[field.frame] = writer.frame(
        domain.title, in: .domains, trail: [writer.trailLink(.domains)],
        parts: outcomes.map { ("\($0.id) \($0.title)", $0.id) }, about: .domain(ref))
    }
  }
}

/// A domain among others.
struct DomainItem: RecordShape {
  static let layout = RecordLayout<Self>("domain item")

  let title = Field<String>("title", "What it is called.")
  let address = Field<String>("address", "Its page.")
  let summary = Field<SafeMarkup>("summary", "What readers should know about it.")
  let size = Field<String>("size", "How many outcomes and statements it has, in words.")
  let outcomes = Field<[Record<OutcomeItem>]>("outcomes", "Its outcomes, without their statements.")
}

/// An outcome among others, with its statements on one line each.
struct OutcomeItem: RecordShape {
  static let layout = RecordLayout<Self>("outcome item")

  let id = Field<String>("id", "Its id.")
  let title = Field<String>("title", "What it is called.")
  let address = Field<String>("address", "Its page.")
  let summary = Field<SafeMarkup>("summary", "What readers should know about it.")
  let size = Field<String>("size", "How many statements it has, in words.")
  let statements = Field<Record<StatementList>>("statements", "Its statements.")
}

extension PageWriter {
  func size(of ref: Ref<Domain>) -> String {
    site.words.outcome.counted(site.contents.domains[ref].outcomes.count) + ", "
      + site.words.statement.counted(site.index.count(ref))
  }

  func item(_ ref: Ref<Domain>, isShort: Bool = false) -> Record<DomainItem> {
    let domain = site.contents.domains[ref]
    return Record(in: values) { record, field in
      record[field.title] = domain.title
      record[field.address] = way(to: .domain(ref))
      record[field.summary] = isShort ? nil : blocks(domain.summary)
      record[field.size] = size(of: ref)
      record[field.outcomes] = domain.outcomes.map { item($0, [], isShort: true) }
    }
  }

  /// An outcome with some of its statements.
  func item(
    _ ref: Ref<Outcome>, _ statements: [Ref<Statement>], isShort: Bool = false
  ) -> Record<OutcomeItem> {
    let outcome = site.contents.outcomes[ref]
    return Record(in: values) { record, field in
      record[field.id] = outcome.id
      record[field.title] = outcome.title
      record[field.address] = way(to: .outcome(ref))
      record[field.summary] = isShort ? nil : blocks(outcome.summary)
      record[field.size] = site.words.statement.counted(
        outcome.statements.count { !site.contents.statements[$0].isRetired })
      record[field.statements] = list(statements)
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
