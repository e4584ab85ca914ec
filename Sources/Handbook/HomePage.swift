internal import Model
internal import Output
internal import Templates

/// The first page: what this is, and the ways in.
struct HomePage: RecordShape {
  static let layout = RecordLayout<HomePage>("home page")
  static let template = PageTemplate<HomePage>("home", .html)

  let frame: Field<HomePage, Record<Frame>>
  let summary: Field<HomePage, SafeMarkup>
  let domainsTitle: Field<HomePage, String>
  let domains: Field<HomePage, [Record<DomainItem>]>
  let hasPhases: Field<HomePage, Bool>
  let phasesTitle: Field<HomePage, String>
  let phases: Field<HomePage, [Record<PhaseItem>]>
  let hasRoles: Field<HomePage, Bool>
  let rolesTitle: Field<HomePage, String>
  let roles: Field<HomePage, [Record<SummaryItem>]>
  let hasKinds: Field<HomePage, Bool>
  let kindsTitle: Field<HomePage, String>
  let kinds: Field<HomePage, [Record<KindItem>]>
  let size: Field<HomePage, String>

  init(_ declare: inout FieldDeclarations<HomePage>) {
    frame = declare("frame", "What is the same on every page.")
    summary = declare("summary", "What the framework is and for whom.")
    domainsTitle = declare("domainsTitle", "The framework's word for domains.")
    domains = declare("domains", "All domains.")
    hasPhases = declare("hasPhases", "Whether the framework has any phases.")
    phasesTitle = declare("phasesTitle", "The framework's word for phases.")
    phases = declare("phases", "All phases.")
    hasRoles = declare("hasRoles", "Whether the framework has any roles.")
    rolesTitle = declare("rolesTitle", "The framework's word for roles.")
    roles = declare("roles", "All roles.")
    hasKinds = declare("hasKinds", "Whether the framework has any kinds.")
    kindsTitle = declare("kindsTitle", "The framework's word for kinds.")
    kinds = declare("kinds", "All kinds of statement.")
    size = declare("size", "How many domains, outcomes and statements there are, in words.")
  }

  static func file(_ site: Site) -> OutputFile {
    let place = PagePlace(path: Section.home.path)
    let writer = PageWriter(site, place)
    let contents = site.contents
    let record = Record<HomePage> { record, field in
      record[field.frame] = writer.frame(contents.identity.title, in: .home)
      record[field.summary] = writer.blocks(contents.identity.summary)
      record[field.domainsTitle] = site.words.domain.titleMany
      record[field.domains] = contents.domains.refs.map(writer.item)
      record[field.hasPhases] = !contents.phases.isEmpty
      record[field.phasesTitle] = site.words.phase.titleMany
      record[field.phases] = contents.phases.refs.map(writer.item)
      record[field.hasRoles] = !contents.roles.isEmpty
      record[field.rolesTitle] = site.words.role.titleMany
      record[field.roles] = contents.roles.refs.map { ref in
        let role = contents.roles[ref]
        return writer.summary(role.id, role.title, .role(ref), role.summary)
      }
      record[field.hasKinds] = !contents.kinds.isEmpty
      record[field.kindsTitle] = site.words.kind.titleMany
      record[field.kinds] = contents.kinds.refs.map(writer.item)
      record[field.size] =
        site.words.domain.counted(contents.domains.count) + ", "
        + site.words.outcome.counted(contents.outcomes.count) + " and "
        + site.words.statement.counted(contents.statements.count)
    }
    return site.file(place, template, record)
  }
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

/// A domain among others.
struct DomainItem: RecordShape {
  static let layout = RecordLayout<DomainItem>("domain item")

  let title: Field<DomainItem, String>
  let address: Field<DomainItem, String>
  let summary: Field<DomainItem, SafeMarkup>
  let size: Field<DomainItem, String>

  init(_ declare: inout FieldDeclarations<DomainItem>) {
    title = declare("title", "What it is called.")
    address = declare("address", "Its page.")
    summary = declare("summary", "What readers should know about it.")
    size = declare("size", "How many outcomes and statements it has, in words.")
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
    Record { record, field in
      record[field.id] = id
      record[field.title] = title
      record[field.address] = address(of: subject)
      record[field.summary] = blocks(text)
    }
  }

  func item(_ ref: Ref<Domain>) -> Record<DomainItem> {
    let domain = site.contents.domains[ref]
    let statements = domain.outcomes.reduce(0) {
      $0 + site.contents.outcomes[$1].statements.count
    }
    return Record { record, field in
      record[field.title] = domain.title
      record[field.address] = address(of: .domain(ref))
      record[field.summary] = blocks(domain.summary)
      record[field.size] =
        site.words.outcome.counted(domain.outcomes.count) + ", "
        + site.words.statement.counted(statements)
    }
  }

  func item(_ ref: Ref<Kind>) -> Record<KindItem> {
    let count = site.contents.statements.elements.count { $0.kind == ref }
    return Record { record, field in
      record[field.mark] = mark(ref)
      record[field.summary] = blocks(site.contents.kinds[ref].summary)
      record[field.count] = site.words.statement.counted(count)
    }
  }
}
