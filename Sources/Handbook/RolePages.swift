internal import Model
internal import Templates

/// All roles: where each of them starts.
struct RoleListPage: RecordShape {
  static let layout = RecordLayout<RoleListPage>("role list page")
  static let template = PageTemplate<RoleListPage>("roles", .html)

  let frame: Field<RoleListPage, Record<Frame>>
  let title: Field<RoleListPage, String>
  let roles: Field<RoleListPage, [Record<RoleItem>]>
  let comparisons: Field<RoleListPage, Record<LinkList>>

  init(_ declare: inout FieldDeclarations<RoleListPage>) {
    frame = declare("frame", "What is the same on every page.")
    title = declare("title", "The framework's word for roles.")
    roles = declare("roles", "All roles.")
    comparisons = declare("comparisons", "Each two roles side by side, if they are few.")
  }

  static func render(_ site: Site, _ place: PagePlace) -> [UInt8] {
    let writer = PageWriter(site, place)
    let title = Section.roles.title(site.words)
    return writer.render(template) { record, field in
      record[field.title] = title
      record[field.roles] = site.contents.roles.refs.map(writer.item)
      record[field.comparisons] = writer.links(site.roleComparisons)
      record[field.frame] = writer.frame(title, in: .roles)
    }
  }
}

/// A role among others.
struct RoleItem: RecordShape {
  static let layout = RecordLayout<RoleItem>("role")

  let title: Field<RoleItem, String>
  let verb: Field<RoleItem, String>
  let address: Field<RoleItem, String>
  let summary: Field<RoleItem, SafeMarkup>
  let size: Field<RoleItem, String>
  let notAlso: Field<RoleItem, Record<LinkList>>
  let hasCitations: Field<RoleItem, Bool>
  let citations: Field<RoleItem, [Record<CitationCard>]>

  init(_ declare: inout FieldDeclarations<RoleItem>) {
    title = declare("title", "What it is called.")
    verb = declare("verb", "What this role does, in a word.")
    address = declare("address", "Its page.")
    summary = declare("summary", "What readers should know about it.")
    size = declare("size", "How many statements its pages show, in words; empty if none.")
    notAlso = declare("notAlso", "The roles that the same person may not have.")
    hasCitations = declare("hasCitations", "Whether it cites anything.")
    citations = declare("citations", "What it rests on.")
  }
}

/// The handbook of one role: its part in the statements, and what else it has to do.
struct RolePage: RecordShape {
  static let layout = RecordLayout<RolePage>("role page")
  static let template = PageTemplate<RolePage>("role", .html)

  let frame: Field<RolePage, Record<Frame>>
  let word: Field<RolePage, String>
  let role: Field<RolePage, Record<RoleItem>>
  let statementsTitle: Field<RolePage, String>
  let parts: Field<RolePage, [Record<PartItem>]>
  let hasParts: Field<RolePage, Bool>
  let domains: Field<RolePage, [Record<StatementGroup>]>
  let hasDomains: Field<RolePage, Bool>
  let dutiesTitle: Field<RolePage, String>
  let duties: Field<RolePage, [Record<SummaryItem>]>
  let hasDuties: Field<RolePage, Bool>
  let reviewsTitle: Field<RolePage, String>
  let reviews: Field<RolePage, [Record<TimelineRow>]>
  let hasReviews: Field<RolePage, Bool>
  let recordsTitle: Field<RolePage, String>
  let records: Field<RolePage, Record<LinkList>>
  let evidenceTitle: Field<RolePage, String>
  let evidence: Field<RolePage, Record<LinkList>>
  let comparisons: Field<RolePage, Record<LinkList>>

  init(_ declare: inout FieldDeclarations<RolePage>) {
    frame = declare("frame", "What is the same on every page.")
    word = declare("word", "The framework's word for a role.")
    role = declare("role", "The role.")
    statementsTitle = declare("statementsTitle", "The framework's word for statements.")
    parts = declare("parts", "Pages with its statements, if they are too many for one.")
    hasParts = declare("hasParts", "Whether there are such pages.")
    domains = declare("domains", "Its statements, if they are few.")
    hasDomains = declare("hasDomains", "Whether they stand on this page.")
    dutiesTitle = declare("dutiesTitle", "The framework's word for duties.")
    duties = declare("duties", "The duties that it owes.")
    hasDuties = declare("hasDuties", "Whether it owes any.")
    reviewsTitle = declare("reviewsTitle", "The framework's word for reviews.")
    reviews = declare("reviews", "The reviews that it attends, in order of time.")
    hasReviews = declare("hasReviews", "Whether it attends any.")
    recordsTitle = declare("recordsTitle", "The framework's word for records.")
    records = declare("records", "The records that it completes.")
    evidenceTitle = declare("evidenceTitle", "The framework's word for types of evidence.")
    evidence = declare("evidence", "The types of evidence that it completes.")
    comparisons = declare("comparisons", "This role beside the others, if they are few.")
  }

  static func render(_ site: Site, _ place: PagePlace, _ ref: Ref<Role>) -> [UInt8] {
    let role = site.contents.roles[ref]
    let writer = PageWriter(site, place)
    return writer.render(template) { record, field in
      record[field.word] = site.words.role.title
      record[field.role] = writer.item(ref)
      writer.fillTitles(&record, field)
      writer.fillStatements(&record, field, ref)
      writer.fillTasks(&record, field, ref)
      record[field.comparisons] = writer.links(
        site.roleComparisons.filter { $0.first == .role(ref) || $0.second == .role(ref) })
      record[field.frame] = writer.frame(
        role.title, in: .roles, trail: [writer.trailLink(.roles)],
        parts: writer.parts(of: record, field), about: .role(ref))
    }
  }
}

/// A page with some statements, among others.
struct PartItem: RecordShape {
  static let layout = RecordLayout<PartItem>("part item")

  let title: Field<PartItem, String>
  let address: Field<PartItem, String>
  let size: Field<PartItem, String>

  init(_ declare: inout FieldDeclarations<PartItem>) {
    title = declare("title", "What it is called.")
    address = declare("address", "Its page.")
    size = declare("size", "How many statements it has, in words.")
  }
}

/// A statement with a note on it.
struct NotedStatement: RecordShape {
  static let layout = RecordLayout<NotedStatement>("statement with a note")

  let statement: Field<NotedStatement, Record<StatementLine>>
  let note: Field<NotedStatement, SafeMarkup>

  init(_ declare: inout FieldDeclarations<NotedStatement>) {
    statement = declare("statement", "The statement.")
    note = declare("note", "What is to be known about it here.")
  }
}

extension Site {
  /// How many statements a role's own page holds before they get pages of their own.
  private static let mostBesideTasks = 12

  /// The pages with a role's statements; none if they stand on its own page.
  func parts(for role: Ref<Role>) -> [StatementPart] {
    let statements = index.statements(for: role)
    return statements.count > Site.mostBesideTasks ? parts(of: statements) : []
  }
}

extension PageWriter {
  fileprivate func item(_ ref: Ref<Role>) -> Record<RoleItem> {
    let role = site.contents.roles[ref]
    let count = site.index.statements(for: ref).count
    return Record(in: values) { record, field in
      record[field.title] = role.title
      record[field.verb] = role.verb
      record[field.address] = way(to: .role(ref))
      record[field.summary] = blocks(role.summary)
      record[field.size] = count == 0 ? nil : site.words.statement.counted(count)
      record[field.notAlso] = links(to: role.notAlso.map(Subject.role))
      record[field.hasCitations] = !role.citations.isEmpty
      record[field.citations] = role.citations.map(citation)
    }
  }

  fileprivate func fillTitles(_ record: inout Record<RolePage>, _ field: RolePage) {
    record[field.statementsTitle] = site.words.statement.titleMany
    record[field.dutiesTitle] = site.words.duty.titleMany
    record[field.reviewsTitle] = site.words.review.titleMany
    record[field.recordsTitle] = site.words.record.titleMany
    record[field.evidenceTitle] = site.words.evidence.titleMany
  }

  fileprivate func fillStatements(
    _ record: inout Record<RolePage>, _ field: RolePage, _ ref: Ref<Role>
  ) {
    let parts = site.parts(for: ref)
    record[field.hasParts] = !parts.isEmpty
    record[field.parts] = parts.map { part in
      Record(in: values) { record, field in
        record[field.title] = part.title
        record[field.address] = place.link(to: site.addresses.part(part.key, of: .role(ref)))
        record[field.size] = site.words.statement.counted(part.statements.count)
      }
    }
    let domains =
      parts.isEmpty
      ? byDomain(site.index.statements(for: ref), for: ref, showsPhase: true) : []
    record[field.hasDomains] = !domains.isEmpty
    record[field.domains] = domains
  }

  fileprivate func fillTasks(
    _ record: inout Record<RolePage>, _ field: RolePage, _ ref: Ref<Role>
  ) {
    let contents = site.contents
    let duties = contents.duties.entries.filter { $0.element.owner == ref }
    record[field.hasDuties] = !duties.isEmpty
    record[field.duties] = duties.map { summary($1.id, $1.title, .duty($0), $1.text) }
    let reviews = contents.reviewsByTime.filter { contents.reviews[$0].attends.contains(ref) }
    record[field.hasReviews] = !reviews.isEmpty
    record[field.reviews] = reviews.map { review in
      Record(in: values) { record, field in
        record[field.time] = monthInWords(contents.reviews[review].month)
        record[field.what] = link(to: .review(review))
      }
    }
    record[field.records] = links(
      to: contents.forms.entries.filter { $0.element.completedBy == ref }.map { .form($0.ref) })
    record[field.evidence] = links(
      to: contents.evidenceTypes.entries.filter { $0.element.completedBy == ref }
        .map { .evidenceType($0.ref) })
  }

  fileprivate func parts(
    of record: Record<RolePage>, _ field: RolePage
  ) -> [(title: String, anchor: String)] {
    let words = site.words
    let hasStatements = record[field.hasParts] == true || record[field.hasDomains] == true
    let all: [(Bool, String, String)] = [
      (hasStatements, words.statement.titleMany, "statements_"),
      (record[field.hasDuties] == true, words.duty.titleMany, "duties_"),
      (record[field.hasReviews] == true, words.review.titleMany, "reviews_"),
      (record[field.records] != nil, words.record.titleMany, "records_"),
      (record[field.evidence] != nil, words.evidence.titleMany, "evidence_"),
    ]
    return all.filter(\.0).map { ($0.1, $0.2) }
  }
}
