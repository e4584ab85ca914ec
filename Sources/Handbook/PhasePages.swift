internal import Model
internal import Templates

/// All phases in order of time.
struct PhaseListPage: RecordShape {
  static let layout = RecordLayout<Self>("phase list page")
  static let template = PageTemplate<PhaseListPage>("phases", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let title = Field<String>("title", "The framework's word for phases.")
  let timeline = Field<Record<Timeline>>(
    "timeline", "The phases and reviews on a line, if all phases have a length.")
  let phases = Field<[Record<PhaseItem>]>("phases", "All phases.")
  let comparisons = Field<Record<LinkList>>("comparisons", "Each two neighbours side by side.")

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
  static let layout = RecordLayout<Self>("phase item")

  let id = Field<String>("id", "Its id.")
  let title = Field<String>("title", "What it is called.")
  let address = Field<String>("address", "Its page.")
  let summary = Field<SafeMarkup>("summary", "What readers should know about it.")
  let requirement = Field<String>("requirement", "Whether it is mandatory, in a word.")
  let isOptional = Field<Bool>("isOptional", "Whether people may leave it out.")
  let length = Field<String>("length", "How long it lasts, in words.")
  let size = Field<String>("size", "How many statements it has, in words.")
  let specialisms = Field<Record<LinkList>>(
    "specialisms", "The specialisms that people may choose in it.")
  let hasCitations = Field<Bool>("hasCitations", "Whether it cites anything.")
  let citations = Field<[Record<CitationCard>]>("citations", "What it rests on.")
}

/// What is new in one phase and what grows in it, with what else happens then.
struct PhasePage: RecordShape {
  static let layout = RecordLayout<Self>("phase page")
  static let template = PageTemplate<PhasePage>("phase", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let word = Field<String>("word", "The framework's word for a phase.")
  let specialismsTitle = Field<String>("specialismsTitle", "The framework's word for specialisms.")
  let reviewsTitle = Field<String>("reviewsTitle", "The framework's word for reviews.")
  let dutiesTitle = Field<String>("dutiesTitle", "The framework's word for duties.")
  let phase = Field<Record<PhaseItem>>("phase", "The phase.")
  let domains = Field<[Record<StatementGroup>]>(
    "domains", "The domains with statements for everybody in this phase.")
  let parts = Field<Record<LinkList>>(
    "parts", "Pages with those statements, if they are too many for one.")
  let specialisms = Field<[Record<SummaryItem>]>(
    "specialisms", "The specialisms that people may choose in it.")
  let hasSpecialisms = Field<Bool>("hasSpecialisms", "Whether there are any.")
  let hasGrowing = Field<Bool>("hasGrowing", "Whether more is expected here of earlier statements.")
  let growing = Field<[Record<NotedStatement>]>(
    "growing", "The earlier statements of which more is expected here, and what.")
  let reviews = Field<Record<LinkList>>("reviews", "The reviews that fall into it.")
  let duties = Field<Record<LinkList>>("duties", "The duties that are owed in it.")
  let comparisons = Field<Record<LinkList>>("comparisons", "This phase beside its neighbours.")
  let previous = Field<Record<LinkItem>>("previous", "The phase before it.")
  let next = Field<Record<LinkItem>>("next", "The phase after it.")

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
