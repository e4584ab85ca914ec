internal import Model
internal import Templates

/// All phases in order of time.
struct PhaseListPage: RecordShape {
  static let layout = RecordLayout<PhaseListPage>("phase list page")
  static let template = PageTemplate<PhaseListPage>("phases", .html)

  let frame: Field<PhaseListPage, Record<Frame>>
  let title: Field<PhaseListPage, String>
  let timeline: Field<PhaseListPage, Record<Timeline>>
  let phases: Field<PhaseListPage, [Record<PhaseItem>]>
  let comparisons: Field<PhaseListPage, Record<LinkList>>

  init(_ declare: inout FieldDeclarations<PhaseListPage>) {
    frame = declare("frame", "What is the same on every page.")
    title = declare("title", "The framework's word for phases.")
    timeline = declare("timeline", "The phases and reviews on a line, if all phases have a length.")
    phases = declare("phases", "All phases.")
    comparisons = declare("comparisons", "Each two neighbours side by side.")
  }

  static func render(_ site: Site, _ place: PagePlace) -> [UInt8] {
    let writer = PageWriter(site, place)
    let title = Section.phases.title(site.words)
    return writer.render(template) { record, field in
      record[field.title] = title
      record[field.timeline] = writer.timeline()
      record[field.phases] = site.contents.phases.refs.map(writer.item)
      record[field.comparisons] = writer.links(site.phaseComparisons)
      record[field.frame] = writer.frame(title, in: .phases)
    }
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

/// What is new in one phase and what grows in it, with what else happens then.
struct PhasePage: RecordShape {
  static let layout = RecordLayout<PhasePage>("phase page")
  static let template = PageTemplate<PhasePage>("phase", .html)

  let frame: Field<PhasePage, Record<Frame>>
  let word: Field<PhasePage, String>
  let specialismsTitle: Field<PhasePage, String>
  let reviewsTitle: Field<PhasePage, String>
  let dutiesTitle: Field<PhasePage, String>
  let phase: Field<PhasePage, Record<PhaseItem>>
  let domains: Field<PhasePage, [Record<StatementGroup>]>
  let parts: Field<PhasePage, Record<LinkList>>
  let specialisms: Field<PhasePage, [Record<SummaryItem>]>
  let hasSpecialisms: Field<PhasePage, Bool>
  let hasGrowing: Field<PhasePage, Bool>
  let growing: Field<PhasePage, [Record<NotedStatement>]>
  let reviews: Field<PhasePage, Record<LinkList>>
  let duties: Field<PhasePage, Record<LinkList>>
  let comparisons: Field<PhasePage, Record<LinkList>>
  let previous: Field<PhasePage, Record<LinkItem>>
  let next: Field<PhasePage, Record<LinkItem>>

  init(_ declare: inout FieldDeclarations<PhasePage>) {
    frame = declare("frame", "What is the same on every page.")
    word = declare("word", "The framework's word for a phase.")
    specialismsTitle = declare("specialismsTitle", "The framework's word for specialisms.")
    reviewsTitle = declare("reviewsTitle", "The framework's word for reviews.")
    dutiesTitle = declare("dutiesTitle", "The framework's word for duties.")
    phase = declare("phase", "The phase.")
    domains = declare("domains", "The domains with statements for everybody in this phase.")
    parts = declare("parts", "Pages with those statements, if they are too many for one.")
    specialisms = declare("specialisms", "The specialisms that people may choose in it.")
    hasSpecialisms = declare("hasSpecialisms", "Whether there are any.")
    hasGrowing = declare("hasGrowing", "Whether more is expected here of earlier statements.")
    growing = declare("growing", "The earlier statements of which more is expected here, and what.")
    reviews = declare("reviews", "The reviews that fall into it.")
    duties = declare("duties", "The duties that are owed in it.")
    comparisons = declare("comparisons", "This phase beside its neighbours.")
    previous = declare("previous", "The phase before it.")
    next = declare("next", "The phase after it.")
  }

  static func render(_ site: Site, _ place: PagePlace, _ ref: Ref<Phase>) -> [UInt8] {
    let phase = site.contents.phases[ref]
    let writer = PageWriter(site, place)
    let specialisms = site.specialisms(of: ref)
    return writer.render(template) { record, field in
      record[field.word] = site.words.phase.title
      record[field.specialismsTitle] = site.words.specialism.titleMany
      record[field.reviewsTitle] = site.words.review.titleMany
      record[field.dutiesTitle] = site.words.duty.titleMany
      record[field.phase] = writer.item(ref)
      writer.fillStatements(&record, field, ref)
      record[field.specialisms] = specialisms.map {
        let element = site.contents.specialisms[$0]
        return writer.summary(element.id, element.title, .specialism($0), element.summary)
      }
      record[field.hasSpecialisms] = !specialisms.isEmpty
      record[field.reviews] = writer.links(to: site.reviews(in: ref).map(Subject.review))
      record[field.duties] = writer.links(to: site.duties(in: ref).map(Subject.duty))
      record[field.comparisons] = writer.links(
        site.phaseComparisons.filter { $0.first == .phase(ref) || $0.second == .phase(ref) })
      record[field.previous] = writer.neighbour(ref, -1)
      record[field.next] = writer.neighbour(ref, 1)
      record[field.frame] = writer.frame(
        phase.title, in: .phases, trail: [writer.trailLink(.phases)],
        parts: writer.parts(of: record, field), about: .phase(ref))
    }
  }
}

extension Site {
  func specialisms(of phase: Ref<Phase>) -> [Ref<Specialism>] {
    contents.specialisms.entries.filter { $0.element.phase == phase }.map(\.ref)
  }

  /// The statements of a phase that are for everybody in it.
  func commonStatements(of phase: Ref<Phase>) -> [Ref<Statement>] {
    let all = framework.statements
    return index.statements(in: phase).filter { all[$0].specialism == nil }
  }

  /// The pages on which a phase's statements stand, if there are too many for its own.
  func longParts(of phase: Ref<Phase>) -> [StatementPart] {
    let statements = commonStatements(of: phase)
    return statements.count > Site.mostOnOnePage ? byNeighbouringDomains(statements) : []
  }

  /// The months from and to which a phase lasts; nil if an earlier one has no length.
  func months(of phase: Ref<Phase>) -> (start: Int, end: Int)? {
    let lengths = contents.phases.elements.prefix(Int(phase.index) + 1).map(\.months)
    let known = lengths.compactMap { $0 }
    guard known.count == lengths.count, let own = known.last else { return nil }
    let end = known.reduce(0, +)
    return (end - own, end)
  }

  /// The reviews that cover a phase by name or, if they name none, fall into its months.
  func reviews(in phase: Ref<Phase>) -> [Ref<Review>] {
    contents.reviewsByTime.filter { ref in
      let review = contents.reviews[ref]
      if review.covers.contains(where: { if case .phase = $0 { true } else { false } }) {
        return review.covers.contains(.phase(phase))
      }
      guard let months = months(of: phase) else { return false }
      return review.month > months.start && review.month <= months.end
        || review.month == 0 && months.start == 0
    }
  }

  func duties(in phase: Ref<Phase>) -> [Ref<Duty>] {
    contents.duties.entries.filter {
      $0.element.phases.isEmpty || $0.element.phases.contains(phase)
    }.map(\.ref)
  }
}

extension Contents {
  var reviewsByTime: [Ref<Review>] {
    reviews.refs.sorted { (reviews[$0].month, $0) < (reviews[$1].month, $1) }
  }
}

extension PageWriter {
  func item(_ ref: Ref<Phase>) -> Record<PhaseItem> {
    let phase = site.contents.phases[ref]
    return Record(in: values) { record, field in
      record[field.id] = phase.id
      record[field.title] = phase.title
      record[field.address] = way(to: .phase(ref))
      record[field.summary] = blocks(phase.summary)
      record[field.requirement] = phase.requirement.title
      record[field.isOptional] = phase.requirement != .mandatory
      record[field.length] = phase.months.map(lengthInWords)
      record[field.size] = site.words.statement.counted(site.index.statements(in: ref).count)
      record[field.specialisms] = links(to: site.specialisms(of: ref).map(Subject.specialism))
      record[field.hasCitations] = !phase.citations.isEmpty
      record[field.citations] = phase.citations.map(citation)
    }
  }

  fileprivate func fillStatements(
    _ record: inout Record<PhasePage>, _ field: PhasePage, _ ref: Ref<Phase>
  ) {
    let parts = site.longParts(of: ref)
    if parts.isEmpty {
      record[field.domains] = byDomain(site.commonStatements(of: ref))
    } else {
      record[field.parts] = Record(in: values) { list, field in
        list[field.items] = parts.map { link(to: $0, of: .phase(ref)) }
      }
    }
    let growing = growing(in: .phase(ref))
    record[field.hasGrowing] = !growing.isEmpty
    record[field.growing] = growing
  }

  fileprivate func parts(
    of record: Record<PhasePage>, _ field: PhasePage
  ) -> [(title: String, anchor: String)] {
    let hasNew = record[field.domains]?.isEmpty == false || record[field.parts] != nil
    let all: [(Bool, String, String)] = [
      (hasNew, "What is new", "new_"),
      (record[field.hasGrowing] == true, "What grows here", "growing_"),
      (record[field.hasSpecialisms] == true, site.words.specialism.titleMany, "specialisms_"),
      (record[field.reviews] != nil, site.words.review.titleMany, "reviews_"),
      (record[field.duties] != nil, site.words.duty.titleMany, "duties_"),
    ]
    return all.filter(\.0).map { ($0.1, $0.2) }
  }

  /// The statements of which more is expected in a phase or at a level, with what is expected.
  func growing(in stage: Progression.Stage) -> [Record<NotedStatement>] {
    (site.index.growing[stage] ?? []).prefix(Site.mostOnOnePage).compactMap { ref in
      let statement = site.contents.statements[ref]
      guard let step = statement.progression.first(where: { $0.stage == stage }) else { return nil }
      return Record(in: values) { record, field in
        record[field.statement] = line(.statement(ref))
        record[field.note] = blocks(step.text)
      }
    }
  }

  fileprivate func neighbour(_ ref: Ref<Phase>, _ offset: Int) -> Record<LinkItem>? {
    let index = Int(ref.index) + offset
    guard (0..<site.contents.phases.count).contains(index) else { return nil }
    return link(to: .phase(Ref(index)))
  }
}
