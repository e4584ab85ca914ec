internal import Model
internal import Templates

/// All roles: where each of them starts.
struct RoleListPage: RecordShape {
  static let layout = RecordLayout<Self>("role list page")
  static let template = PageTemplate<RoleListPage>("roles", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let title = Field<String>("title", "The framework's word for roles.")
  let roles = Field<[Record<RoleItem>]>("roles", "All roles.")
  let comparisons = Field<Record<LinkList>>(
    "comparisons", "Each two roles side by side, if they are few.")

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
  static let layout = RecordLayout<Self>("role")

  let title = Field<String>("title", "What it is called.")
  let verb = Field<String>("verb", "What this role does, in a word.")
  let address = Field<String>("address", "Its page.")
  let summary = Field<SafeMarkup>("summary", "What readers should know about it.")
  let size = Field<String>("size", "How many statements its pages show, in words; empty if none.")
  let notAlso = Field<Record<LinkList>>("notAlso", "The roles that the same person may not have.")
  let hasCitations = Field<Bool>("hasCitations", "Whether it cites anything.")
  let citations = Field<[Record<CitationCard>]>("citations", "What it rests on.")
}

/// The handbook of one role: its part in the statements, and what else it has to do.
struct RolePage: RecordShape {
  static let layout = RecordLayout<Self>("role page")
  static let template = PageTemplate<RolePage>("role", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let word = Field<String>("word", "The framework's word for a role.")
  let role = Field<Record<RoleItem>>("role", "The role.")
  let statementsTitle = Field<String>("statementsTitle", "The framework's word for statements.")
  let parts = Field<[Record<PartItem>]>(
    "parts", "Pages with its statements, if they are too many for one.")
  let hasParts = Field<Bool>("hasParts", "Whether there are such pages.")
  let domains = Field<[Record<StatementGroup>]>("domains", "Its statements, if they are few.")
  let hasDomains = Field<Bool>("hasDomains", "Whether they stand on this page.")
  let dutiesTitle = Field<String>("dutiesTitle", "The framework's word for duties.")
  let duties = Field<[Record<SummaryItem>]>("duties", "The duties that it owes.")
  let hasDuties = Field<Bool>("hasDuties", "Whether it owes any.")
  let reviewsTitle = Field<String>("reviewsTitle", "The framework's word for reviews.")
  let reviews = Field<[Record<TimelineRow>]>(
    "reviews", "The reviews that it attends, in order of time.")
  let hasReviews = Field<Bool>("hasReviews", "Whether it attends any.")
  let recordsTitle = Field<String>("recordsTitle", "The framework's word for records.")
  let records = Field<Record<LinkList>>("records", "The records that it completes.")
  let evidenceTitle = Field<String>("evidenceTitle", "The framework's word for types of evidence.")
  let evidence = Field<Record<LinkList>>("evidence", "The types of evidence that it completes.")
  let comparisons = Field<Record<LinkList>>(
    "comparisons", "This role beside the others, if they are few.")

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
  static let layout = RecordLayout<Self>("part item")

  let title = Field<String>("title", "What it is called.")
  let address = Field<String>("address", "Its page.")
  let size = Field<String>("size", "How many statements it has, in words.")
}

/// A statement with a note on it.
struct NotedStatement: RecordShape {
  static let layout = RecordLayout<Self>("statement with a note")

  let statement = Field<Record<StatementLine>>("statement", "The statement.")
  let note = Field<SafeMarkup>("note", "What is to be known about it here.")
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
