internal import Model
internal import Output
internal import Templates

/// A stretch of statements that stand on one page: those of a phase, or of a domain if they are many.
struct StatementPart: Sendable {
  /// For its address. Ids are joined by `_`, which none of them has.
  let key: String
  let title: String
  let statements: [Ref<Statement>]

  /// Whether the page shows them by phase, since all are of one domain, and not by domain.
  var isByPhase = false
}

extension Site {
  /// Statements by phase, those for any time last; by domain if there are no phases, or more statements in one than a
  /// page holds; and by several neighbouring domains if these are small. No part has more than that.
  func parts(of statements: [Ref<Statement>]) -> [StatementPart] {
    guard !contents.phases.isEmpty else { return byDomain(statements) }
    let all = framework.statements
    let byPhase = Dictionary(grouping: statements) { all[$0].phase }
    guard byPhase.values.allSatisfy({ $0.count <= Site.mostOnOnePage }) else {
      let domains = Set(statements.lazy.map { all[$0].domain })
      return statements.count < Site.leastForOwnPage * domains.count
        ? byNeighbouringDomains(statements, atMost: Site.mostFromSeveralDomains)
        : byDomain(statements, thenByPhase: true)
    }
    return (contents.phases.refs.map(Optional.some) + [nil]).compactMap { phase in
      guard let own = byPhase[phase] else { return nil }
      return StatementPart(
        key: phase.map { contents.phases[$0].id } ?? "any-time_",
        title: title(of: phase), statements: own)
    }
  }

  /// Statements by domain, in as many parts as each needs.
  func byDomain(
    _ statements: [Ref<Statement>], thenByPhase isByPhase: Bool = false
  ) -> [StatementPart] {
    let all = framework.statements
    var byDomain = [[Ref<Statement>]](repeating: [], count: contents.domains.count)
    for ref in statements { byDomain[Int(all[ref].domain.index)].append(ref) }
    return zip(contents.domains.elements, byDomain).flatMap { element, found -> [StatementPart] in
      let own = isByPhase ? inOrderOfPhases(found) : found
      return stride(from: 0, to: own.count, by: Site.mostOnOnePage).map { start in
        let number = start / Site.mostOnOnePage + 1
        let isOne = own.count <= Site.mostOnOnePage
        return StatementPart(
          key: isOne ? element.id : "\(element.id)_\(number)",
          title: isOne ? element.title : "\(element.title) (\(number))",
          statements: Array(own[start..<min(start + Site.mostOnOnePage, own.count)]),
          isByPhase: isByPhase)
      }
    }
  }

  /// Statements by domain, as many neighbours together as a page holds.
  func byNeighbouringDomains(
    _ statements: [Ref<Statement>], atMost most: Int = Site.mostOnOnePage
  ) -> [StatementPart] {
    var runs: [[StatementPart]] = []
    for part in byDomain(statements) {
      let count = runs.last?.reduce(part.statements.count) { $0 + $1.statements.count }
      if let count, count <= most {
        runs[runs.count - 1].append(part)
      } else {
        runs.append([part])
      }
    }
    return runs.compactMap { run in
      guard let first = run.first, let last = run.last else { return nil }
      return StatementPart(
        key: first.key, title: run.count == 1 ? first.title : "\(first.title) – \(last.title)",
        statements: run.flatMap(\.statements))
    }
  }

  /// What belongs to no phase comes last.
  private func inOrderOfPhases(_ statements: [Ref<Statement>]) -> [Ref<Statement>] {
    let all = framework.statements
    let byPhase = Dictionary(grouping: statements) { all[$0].phase }
    return (contents.phases.refs.map(Optional.some) + [nil]).flatMap { byPhase[$0] ?? [] }
  }

  func title(of phase: Ref<Phase>?) -> String {
    phase.map { contents.phases[$0].title } ?? "At any time"
  }
}

/// The statements of a domain, or of a phase, that stand on a page, by outcome.
struct StatementGroup: RecordShape {
  static let layout = RecordLayout<Self>("group of statements")

  let id = Field<String>("id", "The id of the domain or phase, and its anchor.")
  let title = Field<String>("title", "What the domain or phase is called.")
  let address = Field<String>("address", "Its page; absent for statements of no phase.")
  let outcomes = Field<[Record<OutcomePart>]>(
    "outcomes", "Its outcomes with statements here, and only those statements.")
}

/// The part of an outcome that stands on a page.
struct OutcomePart: RecordShape {
  static let layout = RecordLayout<Self>("part of an outcome")

  let id = Field<String>("id", "The outcome's id.")
  let title = Field<String>("title", "What the outcome is called.")
  let address = Field<String>("address", "Its page.")
  let lines = Field<Record<StatementList>>(
    "lines", "Its statements on one line each, where the page is for all roles.")
  let cards = Field<[Record<StatementCard>]>(
    "cards", "Its statements with their notes, where the page is for one role.")
}

extension PageWriter {
  /// Statements by domain and outcome, on one line each, or with what one role should know.
  func byDomain(
    _ statements: [Ref<Statement>], for role: Ref<Role>? = nil, showsPhase: Bool = false
  ) -> [Record<StatementGroup>] {
    let (contents, all) = (site.contents, site.framework.statements)
    return runs(statements) { all[$0].domain }.map {
      domain, own in
      Record(in: values) { record, field in
        record[field.id] = contents.domains[domain].id
        record[field.title] = contents.domains[domain].title
        record[field.address] = way(to: .domain(domain))
        record[field.outcomes] = outcomeParts(own, for: role, showsPhase: showsPhase)
      }
    }
  }

  /// The same by phase and outcome, for statements that stand in the order of phases.
  fileprivate func byPhase(
    _ statements: [Ref<Statement>], for role: Ref<Role>?
  ) -> [Record<StatementGroup>] {
    let all = site.framework.statements
    return runs(statements) { all[$0].phase }.map { phase, own in
      Record(in: values) { record, field in
        record[field.id] = anchor(of: phase)
        record[field.title] = site.title(of: phase)
        record[field.address] = phase.map { way(to: .phase($0)) }
        record[field.outcomes] = outcomeParts(own, for: role, showsPhase: false)
      }
    }
  }

  private func anchor(of phase: Ref<Phase>?) -> String {
    phase.map { site.contents.phases[$0].id } ?? "any-time_"
  }

  private func outcomeParts(
    _ statements: [Ref<Statement>], for role: Ref<Role>?, showsPhase: Bool
  ) -> [Record<OutcomePart>] {
    let all = site.framework.statements
    return runs(statements) { all[$0].outcome }.map {
      outcomePart($0.key, $0.elements, for: role, showsPhase: showsPhase)
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
  static let layout = RecordLayout<Self>("part page")
  static let template = PageTemplate<PartPage>("part", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let whole = Field<Record<LinkItem>>("whole", "What it is a part of: a phase or a role.")
  let title = Field<String>("title", "What the part is called.")
  let size = Field<String>("size", "How many statements it has, in words.")
  let groups = Field<[Record<StatementGroup>]>(
    "groups", "Its statements by domain and outcome; by phase if all are of one domain.")
  let previous = Field<Record<LinkItem>>("previous", "The part before it.")
  let next = Field<Record<LinkItem>>("next", "The part after it.")

  /// The pages of all parts of a whole, if they do not stand on its own page.
  static func plan(
    _ site: Site, _ parts: [StatementPart], of whole: Subject, in section: Section,
    for role: Ref<Role>? = nil
  ) -> [PagePlan] {
    parts.indices.map { index in
      PagePlan(site.addresses.part(parts[index].key, of: whole)) { place in
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
      record[field.groups] =
        part.isByPhase
        ? writer.byPhase(part.statements, for: role) : writer.byDomain(part.statements, for: role)
      record[field.previous] = link(-1)
      record[field.next] = link(1)
      record[field.frame] = writer.frame(
        "\(site.framework.title(of: whole)): \(part.title)", in: section,
        trail: [writer.trailLink(section), writer.link(to: whole)],
        parts: writer.anchors(of: part))
    }
  }
}

extension PageWriter {
  func link(to part: StatementPart, of whole: Subject) -> Record<LinkItem> {
    linkItem(part.title, place.link(to: site.addresses.part(part.key, of: whole)))
  }

  /// The anchors of the groups on a part's page.
  fileprivate func anchors(of part: StatementPart) -> [(title: String, anchor: String)] {
    if part.isByPhase {
      let all = site.framework.statements
      return runs(part.statements) { all[$0].phase }.map {
        (site.title(of: $0.key), anchor(of: $0.key))
      }
    }
    return domainAnchors(part.statements)
  }

  /// The anchors of the domains that statements are from.
  func domainAnchors(_ statements: [Ref<Statement>]) -> [(title: String, anchor: String)] {
    let (contents, all) = (site.contents, site.framework.statements)
    return runs(statements) { all[$0].domain }.map {
      (contents.domains[$0.key].title, contents.domains[$0.key].id)
    }
  }
}

/// A page that can be made: where it stands and how.
///
/// Of as little as can be, since there are tens of thousands.
struct PagePlan: Sendable {
  /// Its path in the output.
  let path: String

  /// What makes it, of its path.
  private let make: @Sendable (String) -> [UInt8]

  /// `address` is relative to the handbook's folder.
  init(
    _ address: String, render: @escaping @Sendable (PagePlace) -> [UInt8]
  ) {
    path = Handbook.folder + address
    make = { render(PagePlan.place(of: $0)) }
  }

  /// The page of a thing.
  init<Element>(
    _ address: (folder: String, id: String, ending: String), _ site: Site, _ ref: Ref<Element>,
    _ render: @escaping @Sendable (Site, PagePlace, Ref<Element>) -> [UInt8]
  ) {
    var path = Handbook.folder
    path.reserveCapacity(
      path.utf8.count + address.folder.utf8.count + address.id.utf8.count
        + address.ending.utf8.count)
    path += address.folder
    path += address.id
    path += address.ending
    self.path = path
    make = { render(site, PagePlan.place(of: $0), ref) }
  }

  var place: PagePlace { PagePlan.place(of: path) }

  private static func place(of path: String) -> PagePlace {
    PagePlace(path: String(path.dropFirst(Handbook.folder.utf8.count)))
  }

  /// The bytes of the page, whose place is given.
  func render(_ place: PagePlace) -> [UInt8] { make(Handbook.folder + place.path) }

  /// The page as a file of the output.
  var file: PlannedFile { PlannedFile(path: path, makeAt: make) }

  /// The page as a file of the output. `use` gets the bytes as well, whenever they are made.
  func file(_ use: @escaping @Sendable (_ bytes: [UInt8]) -> Void) -> PlannedFile {
    PlannedFile(path: path) { [path, make] in
      let bytes = make(path)
      use(bytes)
      return bytes
    }
  }
}
