internal import Model
internal import Templates

/// The first page: what this is, for whom, and where each reader starts.
struct HomePage: RecordShape {
  static let layout = RecordLayout<HomePage>("home page")
  static let template = PageTemplate<HomePage>("home", .html)

  let frame: Field<HomePage, Record<Frame>>
  let summary: Field<HomePage, SafeMarkup>
  let size: Field<HomePage, String>
  let hasRoles: Field<HomePage, Bool>
  let roleWord: Field<HomePage, String>
  let roles: Field<HomePage, [Record<SummaryItem>]>
  let domainsTitle: Field<HomePage, String>
  let domains: Field<HomePage, [Record<DomainItem>]>
  let grid: Field<HomePage, Record<CountGrid>>
  let hasPhases: Field<HomePage, Bool>
  let phasesTitle: Field<HomePage, String>
  let phases: Field<HomePage, [Record<PhaseItem>]>
  let hasKinds: Field<HomePage, Bool>
  let kindsTitle: Field<HomePage, String>
  let kinds: Field<HomePage, [Record<KindItem>]>
  let news: Field<HomePage, Record<EditionItem>>
  let changesAddress: Field<HomePage, String>

  init(_ declare: inout FieldDeclarations<HomePage>) {
    frame = declare("frame", "What is the same on every page.")
    summary = declare("summary", "What the framework is and for whom.")
    size = declare("size", "How many domains, outcomes and statements there are, in words.")
    hasRoles = declare("hasRoles", "Whether the framework has any roles.")
    roleWord = declare("roleWord", "The framework's word for a role.")
    roles = declare("roles", "All roles.")
    domainsTitle = declare("domainsTitle", "The framework's word for domains.")
    domains = declare("domains", "All domains.")
    grid = declare("grid", "How many statements of each domain are due in each phase.")
    hasPhases = declare("hasPhases", "Whether the framework has any phases.")
    phasesTitle = declare("phasesTitle", "The framework's word for phases.")
    phases = declare("phases", "All phases.")
    hasKinds = declare("hasKinds", "Whether the framework has any kinds.")
    kindsTitle = declare("kindsTitle", "The framework's word for kinds.")
    kinds = declare("kinds", "All kinds of statement.")
    news = declare("news", "What is new in this edition, if the framework says so.")
    changesAddress = declare("changesAddress", "The page with all changes.")
  }

  static func render(_ site: Site, _ place: PagePlace) -> [UInt8] {
    let writer = PageWriter(site, place)
    let contents = site.contents
    // With very many, a title each is enough; the pages have the rest.
    let isShort = contents.domains.count > mostExplained
    return writer.render(template) { record, field in
      record[field.summary] = writer.blocks(contents.identity.summary)
      record[field.size] = joined([
        site.words.domain.counted(contents.domains.count),
        site.words.outcome.counted(contents.outcomes.count),
        site.words.statement.counted(contents.statements.count - site.index.retired.count),
      ])
      record[field.roleWord] = site.words.role.one
      record[field.hasRoles] = !contents.roles.isEmpty
      record[field.roles] = contents.roles.refs.map { ref in
        let role = contents.roles[ref]
        return writer.summary(
          role.id, role.title, .role(ref),
          contents.roles.count > mostExplained ? nil : role.summary)
      }
      record[field.domainsTitle] = site.words.domain.titleMany
      record[field.domains] = contents.domains.refs.map { writer.item($0, isShort: isShort) }
      record[field.hasPhases] = !contents.phases.isEmpty
      record[field.phasesTitle] = site.words.phase.titleMany
      record[field.phases] = contents.phases.refs.map(writer.item)
      record[field.grid] = isShort ? nil : writer.domainGrid()
      record[field.hasKinds] = !contents.kinds.isEmpty
      record[field.kindsTitle] = site.words.kind.titleMany
      record[field.kinds] = contents.kinds.refs.map(writer.item)
      record[field.news] = writer.news
      record[field.changesAddress] = place.link(to: Section.changes.path)
      record[field.frame] = writer.frame(contents.identity.title, in: .home)
    }
  }

  /// How many domains or roles are explained and not only named.
  private static let mostExplained = 24
}

/// Something with a title and a summary.
struct SummaryItem: RecordShape {
  static let layout = RecordLayout<SummaryItem>("summary item")

  let id: Field<SummaryItem, String>
  let title: Field<SummaryItem, String>
  let address: Field<SummaryItem, String>
  let summary: Field<SummaryItem, SafeMarkup>

  init(_ declare: inout FieldDeclarations<SummaryItem>) {
    id = declare("id", "Its id.")
    title = declare("title", "What it is called.")
    address = declare("address", "Where it stands.")
    summary = declare("summary", "What readers should know about it.")
  }
}

/// A kind of statement, explained.
struct KindItem: RecordShape {
  static let layout = RecordLayout<KindItem>("kind item")

  let mark: Field<KindItem, Record<KindMark>>
  let summary: Field<KindItem, SafeMarkup>
  let count: Field<KindItem, String>

  init(_ declare: inout FieldDeclarations<KindItem>) {
    mark = declare("mark", "The kind.")
    summary = declare("summary", "What readers should know about it.")
    count = declare("count", "How many statements are of this kind, in words.")
  }
}

extension PageWriter {
  func summary(
    _ id: String, _ title: String, _ subject: Subject, _ text: Markdown?
  ) -> Record<SummaryItem> {
    Record(in: values) { record, field in
      record[field.id] = id
      record[field.title] = title
      record[field.address] = way(to: subject)
      record[field.summary] = blocks(text)
    }
  }

  fileprivate func item(_ ref: Ref<Kind>) -> Record<KindItem> {
    Record(in: values) { record, field in
      record[field.mark] = mark(ref)
      record[field.summary] = blocks(site.contents.kinds[ref].summary)
      record[field.count] =
        site.words.statement.counted(site.index.kindCounts[Int(ref.index)])
    }
  }
}
