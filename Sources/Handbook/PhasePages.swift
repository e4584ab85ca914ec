internal import Model
internal import Output
internal import Templates

/// All phases in order of time.
struct PhaseListPage: RecordShape {
  static let layout = RecordLayout<PhaseListPage>("phase list page")
  static let template = PageTemplate<PhaseListPage>("phases", .html)

  let frame: Field<PhaseListPage, Record<Frame>>
  let title: Field<PhaseListPage, String>
  let phases: Field<PhaseListPage, [Record<PhaseItem>]>

  init(_ declare: inout FieldDeclarations<PhaseListPage>) {
    frame = declare("frame", "What is the same on every page.")
    title = declare("title", "The framework's word for phases.")
    phases = declare("phases", "All phases.")
  }

  static func file(_ site: Site) -> OutputFile {
    let place = PagePlace(path: Section.phases.path)
    let writer = PageWriter(site, place)
    let record = Record<PhaseListPage> { record, field in
      record[field.frame] = writer.frame(Section.phases.title(site.words), in: .phases)
      record[field.title] = Section.phases.title(site.words)
      record[field.phases] = site.contents.phases.refs.map(writer.item)
    }
    return site.file(place, template, record)
  }
}

/// A phase among others.
struct PhaseItem: RecordShape {
  static let layout = RecordLayout<PhaseItem>("phase item")

  let id: Field<PhaseItem, String>
  let title: Field<PhaseItem, String>
  let address: Field<PhaseItem, String>
  let summary: Field<PhaseItem, SafeMarkup>
  let requirement: Field<PhaseItem, String>
  let isOptional: Field<PhaseItem, Bool>
  let length: Field<PhaseItem, String>
  let size: Field<PhaseItem, String>
  let specialisms: Field<PhaseItem, Record<LinkList>>
  let hasCitations: Field<PhaseItem, Bool>
  let citations: Field<PhaseItem, [Record<CitationCard>]>

  init(_ declare: inout FieldDeclarations<PhaseItem>) {
    id = declare("id", "Its id.")
    title = declare("title", "What it is called.")
    address = declare("address", "Its page.")
    summary = declare("summary", "What readers should know about it.")
    requirement = declare("requirement", "Whether it is mandatory, in a word.")
    isOptional = declare("isOptional", "Whether people may leave it out.")
    length = declare("length", "How long it lasts, in words.")
    size = declare("size", "How many statements it has, in words.")
    specialisms = declare("specialisms", "The specialisms that people may choose in it.")
    hasCitations = declare("hasCitations", "Whether it cites anything.")
    citations = declare("citations", "What it rests on.")
  }
}

/// What is due in one phase: its statements by outcome, then by specialism.
struct PhasePage: RecordShape {
  static let layout = RecordLayout<PhasePage>("phase page")
  static let template = PageTemplate<PhasePage>("phase", .html)

  let frame: Field<PhasePage, Record<Frame>>
  let word: Field<PhasePage, String>
  let specialismsTitle: Field<PhasePage, String>
  let phase: Field<PhasePage, Record<PhaseItem>>
  let domains: Field<PhasePage, [Record<PhaseDomain>]>
  let specialisms: Field<PhasePage, [Record<SpecialismItem>]>
  let hasGrowing: Field<PhasePage, Bool>
  let growing: Field<PhasePage, [Record<NotedStatement>]>

  init(_ declare: inout FieldDeclarations<PhasePage>) {
    frame = declare("frame", "What is the same on every page.")
    word = declare("word", "The framework's word for a phase.")
    specialismsTitle = declare("specialismsTitle", "The framework's word for specialisms.")
    phase = declare("phase", "The phase.")
    domains = declare("domains", "The domains with statements for everybody in this phase.")
    specialisms = declare("specialisms", "The specialisms that people may choose in it.")
    hasGrowing = declare("hasGrowing", "Whether more is expected here of earlier statements.")
    growing = declare("growing", "The earlier statements of which more is expected here, and what.")
  }

  static func file(_ site: Site, _ ref: Ref<Phase>) -> OutputFile {
    let phase = site.contents.phases[ref]
    let place = PagePlace(path: "phases/\(phase.id).html")
    let writer = PageWriter(site, place)
    let record = Record<PhasePage> { record, field in
      record[field.frame] = writer.frame(
        phase.title, in: .phases, trail: [writer.trailLink(.phases)])
      record[field.word] = site.words.phase.title
      record[field.specialismsTitle] = site.words.specialism.titleMany
      record[field.phase] = writer.item(ref)
      record[field.domains] = writer.domains(of: ref)
      record[field.specialisms] = site.contents.specialisms.refs
        .filter { site.contents.specialisms[$0].phase == ref }.map(writer.item)
      let growing = writer.growing(in: .phase(ref))
      record[field.hasGrowing] = !growing.isEmpty
      record[field.growing] = growing
    }
    return site.file(place, template, record)
  }
}

/// The part of a domain that is due in one phase.
struct PhaseDomain: RecordShape {
  static let layout = RecordLayout<PhaseDomain>("domain in a phase")

  let title: Field<PhaseDomain, String>
  let address: Field<PhaseDomain, String>
  let outcomes: Field<PhaseDomain, [Record<OutcomeItem>]>

  init(_ declare: inout FieldDeclarations<PhaseDomain>) {
    title = declare("title", "What the domain is called.")
    address = declare("address", "Its page.")
    outcomes = declare(
      "outcomes", "Its outcomes with statements in this phase, and only those statements.")
  }
}

/// A specialism with its statements.
struct SpecialismItem: RecordShape {
  static let layout = RecordLayout<SpecialismItem>("specialism")

  let id: Field<SpecialismItem, String>
  let title: Field<SpecialismItem, String>
  let summary: Field<SpecialismItem, SafeMarkup>
  let statements: Field<SpecialismItem, Record<StatementList>>
  let hasCitations: Field<SpecialismItem, Bool>
  let citations: Field<SpecialismItem, [Record<CitationCard>]>

  init(_ declare: inout FieldDeclarations<SpecialismItem>) {
    id = declare("id", "Its id, which is also its anchor.")
    title = declare("title", "What it is called.")
    summary = declare("summary", "What readers should know about it.")
    statements = declare("statements", "Its statements.")
    hasCitations = declare("hasCitations", "Whether it cites anything.")
    citations = declare("citations", "What it rests on.")
  }
}

extension PageWriter {
  func item(_ ref: Ref<Phase>) -> Record<PhaseItem> {
    let phase = site.contents.phases[ref]
    let count = site.contents.statements.elements.count { $0.phase == ref && !$0.isOver }
    let specialisms = site.contents.specialisms.refs.filter {
      site.contents.specialisms[$0].phase == ref
    }
    return Record { record, field in
      record[field.id] = phase.id
      record[field.hasCitations] = !phase.citations.isEmpty
      record[field.citations] = phase.citations.map(citation)
      record[field.title] = phase.title
      record[field.address] = address(of: .phase(ref))
      record[field.summary] = blocks(phase.summary)
      record[field.requirement] = phase.requirement.title
      record[field.isOptional] = phase.requirement != .mandatory
      record[field.length] = phase.months.map(lengthInWords)
      record[field.size] = site.words.statement.counted(count)
      record[field.specialisms] = links(to: specialisms.map(Subject.specialism))
    }
  }

  func item(_ ref: Ref<Specialism>) -> Record<SpecialismItem> {
    let specialism = site.contents.specialisms[ref]
    let statements = site.contents.statements.entries.filter {
      $0.element.specialism == ref && !$0.element.isOver
    }
    return Record { record, field in
      record[field.id] = specialism.id
      record[field.hasCitations] = !specialism.citations.isEmpty
      record[field.citations] = specialism.citations.map(citation)
      record[field.title] = specialism.title
      record[field.summary] = blocks(specialism.summary)
      record[field.statements] = list(statements.map { .statement($0.ref) })
    }
  }

  /// The domains and outcomes that have statements in a phase outside its specialisms.
  fileprivate func domains(of phase: Ref<Phase>) -> [Record<PhaseDomain>] {
    site.contents.domains.refs.compactMap { domain in
      let outcomes = site.contents.domains[domain].outcomes.compactMap { outcome in
        let statements = site.contents.outcomes[outcome].statements.filter {
          let statement = site.contents.statements[$0]
          return statement.phase == phase && statement.specialism == nil && !statement.isOver
        }
        return statements.isEmpty ? nil : item(outcome, statements)
      }
      guard !outcomes.isEmpty else { return nil }
      return Record { record, field in
        record[field.title] = site.contents.domains[domain].title
        record[field.address] = address(of: .domain(domain))
        record[field.outcomes] = outcomes
      }
    }
  }

  /// The statements of which more is expected in a phase or at a level, with what is expected.
  func growing(in stage: Progression.Stage) -> [Record<NotedStatement>] {
    site.contents.statements.entries.compactMap { ref, statement in
      guard let step = statement.progression.first(where: { $0.stage == stage }) else { return nil }
      return Record { record, field in
        record[field.statement] = line(.statement(ref))
        record[field.note] = blocks(step.text)
      }
    }
  }

  private func lengthInWords(_ months: Int) -> String {
    if months % 12 == 0 { return months == 12 ? "1 year" : "\(months / 12) years" }
    return months == 1 ? "1 month" : "\(months) months"
  }
}
