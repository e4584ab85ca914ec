internal import Model
internal import Templates

/// The first page: what this is, for whom, and where each reader starts.
struct HomePage: RecordShape {
  static let layout = RecordLayout<Self>("home page")
  static let template = PageTemplate<HomePage>("home", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let summary = Field<SafeMarkup>("summary", "What the framework is and for whom.")
  let size = Field<String>("size", "How many domains, outcomes and statements there are, in words.")
  let hasRoles = Field<Bool>("hasRoles", "Whether the framework has any roles.")
  let roleWord = Field<String>("roleWord", "The framework's word for a role.")
  let roles = Field<[Record<SummaryItem>]>("roles", "All roles.")
  let domainsTitle = Field<String>("domainsTitle", "The framework's word for domains.")
  let domains = Field<[Record<DomainItem>]>("domains", "All domains.")
  let grid = Field<Record<CountGrid>>(
    "grid", "How many statements of each domain are due in each phase.")
  let hasPhases = Field<Bool>("hasPhases", "Whether the framework has any phases.")
  let phasesTitle = Field<String>("phasesTitle", "The framework's word for phases.")
  let phases = Field<[Record<PhaseItem>]>("phases", "All phases.")
  let hasKinds = Field<Bool>("hasKinds", "Whether the framework has any kinds.")
  let kindsTitle = Field<String>("kindsTitle", "The framework's word for kinds.")
  let kinds = Field<[Record<KindItem>]>("kinds", "All kinds of statement.")
  let news = Field<Record<EditionItem>>(
    "news", "What is new in this edition, if the framework says so.")
  let changesAddress = Field<String>("changesAddress", "The page with all changes.")

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
  static let layout = RecordLayout<Self>("summary item")

  let id = Field<String>("id", "Its id.")
  let title = Field<String>("title", "What it is called.")
  let address = Field<String>("address", "Where it stands.")
  let summary = Field<SafeMarkup>("summary", "What readers should know about it.")
}

/// A kind of statement, explained.
struct KindItem: RecordShape {
  static let layout = RecordLayout<Self>("kind item")

  let mark = Field<Record<KindMark>>("mark", "The kind.")
  let summary = Field<SafeMarkup>("summary", "What readers should know about it.")
  let count = Field<String>("count", "How many statements are of this kind, in words.")
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
