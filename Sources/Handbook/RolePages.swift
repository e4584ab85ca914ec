internal import Model
internal import Output
internal import Templates

/// All roles, and the types of evidence that they complete.
struct RoleListPage: RecordShape {
  static let layout = RecordLayout<RoleListPage>("role list page")
  static let template = PageTemplate<RoleListPage>("roles", .html)

  let frame: Field<RoleListPage, Record<Frame>>
  let title: Field<RoleListPage, String>
  let rolesTitle: Field<RoleListPage, String>
  let roles: Field<RoleListPage, [Record<RoleItem>]>
  let hasEvidence: Field<RoleListPage, Bool>
  let evidenceTitle: Field<RoleListPage, String>
  let evidence: Field<RoleListPage, [Record<EvidenceItem>]>

  init(_ declare: inout FieldDeclarations<RoleListPage>) {
    frame = declare("frame", "What is the same on every page.")
    title = declare("title", "The page's title.")
    rolesTitle = declare("rolesTitle", "The framework's word for roles.")
    roles = declare("roles", "All roles.")
    hasEvidence = declare("hasEvidence", "Whether the framework has any types of evidence.")
    evidenceTitle = declare("evidenceTitle", "The framework's word for types of evidence.")
    evidence = declare("evidence", "All types of evidence.")
  }

  static func file(_ site: Site) -> OutputFile {
    let place = PagePlace(path: Section.roles.path)
    let writer = PageWriter(site, place)
    let record = Record<RoleListPage> { record, field in
      record[field.frame] = writer.frame(Section.roles.title(site.words), in: .roles)
      record[field.title] = Section.roles.title(site.words)
      record[field.rolesTitle] = site.words.role.titleMany
      record[field.roles] = site.contents.roles.refs.map(writer.item)
      record[field.hasEvidence] = !site.contents.evidenceTypes.isEmpty
      record[field.evidenceTitle] = site.words.evidence.titleMany
      record[field.evidence] = site.contents.evidenceTypes.refs.map(writer.item)
    }
    return site.file(place, template, record)
  }
}

/// A role among others.
struct RoleItem: RecordShape {
  static let layout = RecordLayout<RoleItem>("role")

  let title: Field<RoleItem, String>
  let verb: Field<RoleItem, String>
  let address: Field<RoleItem, String>
  let summary: Field<RoleItem, SafeMarkup>
  let notAlso: Field<RoleItem, Record<LinkList>>
  let completes: Field<RoleItem, Record<LinkList>>
  let hasCitations: Field<RoleItem, Bool>
  let citations: Field<RoleItem, [Record<CitationCard>]>

  init(_ declare: inout FieldDeclarations<RoleItem>) {
    title = declare("title", "What it is called.")
    verb = declare("verb", "What this role does, in a word.")
    address = declare("address", "Its page.")
    summary = declare("summary", "What readers should know about it.")
    notAlso = declare("notAlso", "The roles that the same person may not have.")
    completes = declare("completes", "The types of evidence that this role completes.")
    hasCitations = declare("hasCitations", "Whether it cites anything.")
    citations = declare("citations", "What it rests on.")
  }
}

/// A type of evidence.
struct EvidenceItem: RecordShape {
  static let layout = RecordLayout<EvidenceItem>("type of evidence")

  let id: Field<EvidenceItem, String>
  let title: Field<EvidenceItem, String>
  let summary: Field<EvidenceItem, SafeMarkup>
  let completedBy: Field<EvidenceItem, Record<LinkItem>>
  let hasCitations: Field<EvidenceItem, Bool>
  let citations: Field<EvidenceItem, [Record<CitationCard>]>

  init(_ declare: inout FieldDeclarations<EvidenceItem>) {
    id = declare("id", "Its id, which is also its anchor.")
    title = declare("title", "What it is called.")
    summary = declare("summary", "What readers should know about it.")
    completedBy = declare("completedBy", "The role that completes it.")
    hasCitations = declare("hasCitations", "Whether it cites anything.")
    citations = declare("citations", "What it rests on.")
  }
}

/// A role with the notes that are meant for it.
struct RolePage: RecordShape {
  static let layout = RecordLayout<RolePage>("role page")
  static let template = PageTemplate<RolePage>("role", .html)

  let frame: Field<RolePage, Record<Frame>>
  let word: Field<RolePage, String>
  let role: Field<RolePage, Record<RoleItem>>
  let statements: Field<RolePage, Record<StatementList>>
  let statementsTitle: Field<RolePage, String>
  let domains: Field<RolePage, [Record<RoleDomain>]>

  init(_ declare: inout FieldDeclarations<RolePage>) {
    frame = declare("frame", "What is the same on every page.")
    word = declare("word", "The framework's word for a role.")
    role = declare("role", "The role.")
    statements = declare("statements", "The statements that are for this role and not for all.")
    statementsTitle = declare("statementsTitle", "The framework's word for statements.")
    domains = declare("domains", "The domains with notes for this role.")
  }

  static func file(_ site: Site, _ ref: Ref<Role>) -> OutputFile {
    let role = site.contents.roles[ref]
    let place = PagePlace(path: "roles/\(role.id).html")
    let writer = PageWriter(site, place)
    let record = Record<RolePage> { record, field in
      record[field.frame] = writer.frame(role.title, in: .roles, trail: [writer.trailLink(.roles)])
      record[field.word] = site.words.role.title
      record[field.role] = writer.item(ref)
      record[field.statements] = writer.list(
        site.contents.statements.entries.filter { $0.element.roles.contains(ref) }
          .map { .statement($0.ref) })
      record[field.statementsTitle] = site.words.statement.titleMany
      record[field.domains] = writer.domains(for: ref)
    }
    return site.file(place, template, record)
  }
}

/// The notes for one role in one domain.
struct RoleDomain: RecordShape {
  static let layout = RecordLayout<RoleDomain>("domain for a role")

  let title: Field<RoleDomain, String>
  let address: Field<RoleDomain, String>
  let notes: Field<RoleDomain, [Record<NotedStatement>]>

  init(_ declare: inout FieldDeclarations<RoleDomain>) {
    title = declare("title", "What the domain is called.")
    address = declare("address", "Its page.")
    notes = declare("notes", "Its statements with a note for this role.")
  }
}

/// A statement with its note for one role.
struct NotedStatement: RecordShape {
  static let layout = RecordLayout<NotedStatement>("statement with a note")

  let statement: Field<NotedStatement, Record<StatementLine>>
  let note: Field<NotedStatement, SafeMarkup>

  init(_ declare: inout FieldDeclarations<NotedStatement>) {
    statement = declare("statement", "The statement.")
    note = declare("note", "What this role should know about it.")
  }
}

extension PageWriter {
  fileprivate func item(_ ref: Ref<Role>) -> Record<RoleItem> {
    let role = site.contents.roles[ref]
    let completes = site.contents.evidenceTypes.refs.filter {
      site.contents.evidenceTypes[$0].completedBy == ref
    }
    return Record { record, field in
      record[field.hasCitations] = !role.citations.isEmpty
      record[field.citations] = role.citations.map(citation)
      record[field.title] = role.title
      record[field.verb] = role.verb
      record[field.address] = address(of: .role(ref))
      record[field.summary] = blocks(role.summary)
      record[field.notAlso] = links(to: role.notAlso.map(Subject.role))
      record[field.completes] = links(to: completes.map(Subject.evidenceType))
    }
  }

  fileprivate func item(_ ref: Ref<EvidenceType>) -> Record<EvidenceItem> {
    let type = site.contents.evidenceTypes[ref]
    return Record { record, field in
      record[field.id] = type.id
      record[field.hasCitations] = !type.citations.isEmpty
      record[field.citations] = type.citations.map(citation)
      record[field.title] = type.title
      record[field.summary] = blocks(type.summary)
      record[field.completedBy] = type.completedBy.map { link(to: .role($0)) }
    }
  }

  fileprivate func domains(for role: Ref<Role>) -> [Record<RoleDomain>] {
    site.contents.domains.refs.compactMap { ref in
      let domain = site.contents.domains[ref]
      let notes = domain.outcomes.flatMap { site.contents.outcomes[$0].statements }
        .compactMap { noted($0, for: role) }
      guard !notes.isEmpty else { return nil }
      return Record { record, field in
        record[field.title] = domain.title
        record[field.address] = address(of: .domain(ref))
        record[field.notes] = notes
      }
    }
  }

  private func noted(_ ref: Ref<Statement>, for role: Ref<Role>) -> Record<NotedStatement>? {
    guard let note = site.contents.statements[ref].notes.first(where: { $0.role == role }) else {
      return nil
    }
    return Record { record, field in
      record[field.statement] = line(.statement(ref))
      record[field.note] = blocks(note.text)
    }
  }
}
