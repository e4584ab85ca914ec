internal import Model
internal import Templates

/// A stretch of statements that stand on one page: those of a phase, or of a domain in it if they are many.
struct StatementPart: Sendable {
  /// For its address. Ids are joined by `_`, which none of them has.
  let key: String
  let title: String
  let statements: [Ref<Statement>]
}

extension Site {
  /// Statements by phase, those for any time last; without phases, by domain. No part has more than a page holds.
  func parts(of statements: [Ref<Statement>]) -> [StatementPart] {
    guard !contents.phases.isEmpty else {
      return divided(statements, byDomain: nil, titled: nil)
    }
    let byPhase = Dictionary(grouping: statements) { contents.statements[$0].phase }
    let named = contents.phases.refs.flatMap { phase in
      part(contents.phases[phase].id, contents.phases[phase].title, byPhase[phase] ?? [])
    }
    return named + part("any-time_", "At any time", byPhase[nil] ?? [])
  }

  /// One part, or several if it is too long.
  func part(_ key: String, _ title: String, _ statements: [Ref<Statement>]) -> [StatementPart] {
    guard !statements.isEmpty else { return [] }
    guard statements.count > Site.mostOnOnePage else {
      return [StatementPart(key: key, title: title, statements: statements)]
    }
    return divided(statements, byDomain: key, titled: title)
  }

  /// Parts of domains, with a key and a title before their own if there are any.
  func divided(
    _ statements: [Ref<Statement>], byDomain key: String?, titled title: String?
  ) -> [StatementPart] {
    let byDomain = Dictionary(grouping: statements) {
      contents.outcomes[contents.statements[$0].outcome].domain
    }
    return contents.domains.refs.flatMap { domain -> [StatementPart] in
      let element = contents.domains[domain]
      let own = byDomain[domain] ?? []
      return stride(from: 0, to: own.count, by: Site.mostOnOnePage).map { start in
        let number = start / Site.mostOnOnePage + 1
        let isOne = own.count <= Site.mostOnOnePage
        return StatementPart(
          key: [key, element.id, isOne ? nil : String(number)].compactMap { $0 }
            .joined(separator: "_"),
          title: [title, isOne ? element.title : "\(element.title) (\(number))"]
            .compactMap { $0 }.joined(separator: ": "),
          statements: Array(own[start..<min(start + Site.mostOnOnePage, own.count)]))
      }
    }
  }
}

/// The part of a domain that stands on a page, by outcome.
struct DomainPart: RecordShape {
  static let layout = RecordLayout<DomainPart>("part of a domain")

  let id: Field<DomainPart, String>
  let title: Field<DomainPart, String>
  let address: Field<DomainPart, String>
  let outcomes: Field<DomainPart, [Record<OutcomePart>]>

  init(_ declare: inout FieldDeclarations<DomainPart>) {
    id = declare("id", "The domain's id.")
    title = declare("title", "What the domain is called.")
    address = declare("address", "Its page.")
    outcomes = declare("outcomes", "Its outcomes with statements here, and only those statements.")
  }
}

/// The part of an outcome that stands on a page.
struct OutcomePart: RecordShape {
  static let layout = RecordLayout<OutcomePart>("part of an outcome")

  let id: Field<OutcomePart, String>
  let title: Field<OutcomePart, String>
  let address: Field<OutcomePart, String>
  let lines: Field<OutcomePart, Record<StatementList>>
  let cards: Field<OutcomePart, [Record<StatementCard>]>

  init(_ declare: inout FieldDeclarations<OutcomePart>) {
    id = declare("id", "The outcome's id.")
    title = declare("title", "What the outcome is called.")
    address = declare("address", "Its page.")
    lines = declare("lines", "Its statements on one line each, where the page is for all roles.")
    cards = declare("cards", "Its statements with their notes, where the page is for one role.")
  }
}

extension PageWriter {
  /// Statements by domain and outcome, on one line each, or with what one role should know.
  func domainParts(
    _ statements: [Ref<Statement>], for role: Ref<Role>? = nil, showsPhase: Bool = false
  ) -> [Record<DomainPart>] {
    let contents = site.contents
    return runs(statements) { contents.outcomes[contents.statements[$0].outcome].domain }.map {
      domain, own in
      Record(in: values) { record, field in
        record[field.id] = contents.domains[domain].id
        record[field.title] = contents.domains[domain].title
        record[field.address] = way(to: .domain(domain))
        record[field.outcomes] = runs(own) { contents.statements[$0].outcome }.map {
          outcomePart($0.key, $0.elements, for: role, showsPhase: showsPhase)
        }
      }
    }
  }

  private func outcomePart(
    _ outcome: Ref<Outcome>, _ statements: [Ref<Statement>], for role: Ref<Role>?, showsPhase: Bool
  ) -> Record<OutcomePart> {
    let element = site.contents.outcomes[outcome]
    return Record(in: values) { record, field in
      record[field.id] = element.id
      record[field.title] = element.title
      record[field.address] = way(to: .outcome(outcome))
      if let role {
        record[field.cards] = values.list(statements) {
          card($0, showsPhase: showsPhase, for: role)
        }
      } else {
        record[field.lines] = list(statements)
      }
    }
  }

  /// Neighbours with one key together; statements stand in the order of domains and outcomes.
  private func runs<Key: Equatable>(
    _ statements: [Ref<Statement>], by key: (Ref<Statement>) -> Key
  ) -> [(key: Key, elements: [Ref<Statement>])] {
    var runs: [(key: Key, elements: [Ref<Statement>])] = []
    for statement in statements {
      let next = key(statement)
      if runs.last?.key == next {
        runs[runs.count - 1].elements.append(statement)
      } else {
        runs.append((next, [statement]))
      }
    }
    return runs
  }
}

/// A part of what a phase or a role has, on a page of its own.
struct PartPage: RecordShape {
  static let layout = RecordLayout<PartPage>("part page")
  static let template = PageTemplate<PartPage>("part", .html)

  let frame: Field<PartPage, Record<Frame>>
  let whole: Field<PartPage, Record<LinkItem>>
  let title: Field<PartPage, String>
  let size: Field<PartPage, String>
  let domains: Field<PartPage, [Record<DomainPart>]>
  let previous: Field<PartPage, Record<LinkItem>>
  let next: Field<PartPage, Record<LinkItem>>

  init(_ declare: inout FieldDeclarations<PartPage>) {
    frame = declare("frame", "What is the same on every page.")
    whole = declare("whole", "What it is a part of: a phase or a role.")
    title = declare("title", "What the part is called.")
    size = declare("size", "How many statements it has, in words.")
    domains = declare("domains", "Its statements by domain and outcome.")
    previous = declare("previous", "The part before it.")
    next = declare("next", "The part after it.")
  }

  /// The pages of all parts of a whole, if they do not stand on its own page.
  static func plan(
    _ site: Site, _ parts: [StatementPart], of whole: Subject, in section: Section,
    for role: Ref<Role>? = nil
  ) -> [PagePlan] {
    parts.indices.map { index in
      PagePlan(path: site.addresses.part(parts[index].key, of: whole)) { place in
        render(site, place, parts, index, of: whole, in: section, for: role)
      }
    }
  }

  private static func render(
    _ site: Site, _ place: PagePlace, _ parts: [StatementPart], _ index: Int, of whole: Subject,
    in section: Section, for role: Ref<Role>?
  ) -> [UInt8] {
    let writer = PageWriter(site, place)
    let part = parts[index]
    func link(_ offset: Int) -> Record<LinkItem>? {
      guard parts.indices.contains(index + offset) else { return nil }
      return writer.link(to: parts[index + offset], of: whole)
    }
    return writer.render(template) { record, field in
      record[field.whole] = writer.link(to: whole)
      record[field.title] = part.title
      record[field.size] = site.words.statement.counted(part.statements.count)
      record[field.domains] = writer.domainParts(part.statements, for: role)
      record[field.previous] = link(-1)
      record[field.next] = link(1)
      record[field.frame] = writer.frame(
        "\(site.framework.title(of: whole)): \(part.title)", in: section,
        trail: [writer.trailLink(section), writer.link(to: whole)],
        parts: writer.domainAnchors(part.statements))
    }
  }
}

extension PageWriter {
  func link(to part: StatementPart, of whole: Subject) -> Record<LinkItem> {
    linkItem(part.title, place.link(to: site.addresses.part(part.key, of: whole)))
  }

  /// The anchors of the domains that statements are from.
  func domainAnchors(_ statements: [Ref<Statement>]) -> [(title: String, anchor: String)] {
    let contents = site.contents
    return runs(statements) { contents.outcomes[contents.statements[$0].outcome].domain }.map {
      (contents.domains[$0.key].title, contents.domains[$0.key].id)
    }
  }
}

/// A page that can be made: its place and how.
struct PagePlan: Sendable {
  let place: PagePlace
  let render: @Sendable (PagePlace) -> [UInt8]

  init(path: String, render: @escaping @Sendable (PagePlace) -> [UInt8]) {
    place = PagePlace(path: path)
    self.render = render
  }
}
