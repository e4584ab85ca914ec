internal import Model
internal import Templates

/// Two phases that follow each other, or two roles.
struct Comparison: Sendable {
  let first: Subject
  let second: Subject
}

extension Site {
  /// Each two neighbours, so that there are never more pages than phases.
  var phaseComparisons: [Comparison] {
    let phases = Array(contents.phases.refs)
    return zip(phases, phases.dropFirst()).map { Comparison(first: .phase($0), second: .phase($1)) }
  }

  /// Each two roles, if they and the statements are few: the pages grow with the square of the number of roles.
  var roleComparisons: [Comparison] {
    let roles = Array(contents.roles.refs)
    guard roles.count <= (contents.statements.count <= 2000 ? 8 : 4) else { return [] }
    return roles.enumerated().flatMap { index, first in
      roles[(index + 1)...].map { Comparison(first: .role(first), second: .role($0)) }
    }
  }
}

/// Two phases or roles side by side.
struct ComparisonPage: RecordShape {
  static let layout = RecordLayout<Self>("comparison page")
  static let template = PageTemplate<ComparisonPage>("comparison", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let word = Field<String>("word", "The framework's word for what is compared.")
  let first = Field<Record<LinkItem>>("first", "The one.")
  let second = Field<Record<LinkItem>>("second", "The other.")
  let sections = Field<[Record<ComparisonSection>]>(
    "sections", "What is compared, by domain and by sort of task.")

  static func plan(_ site: Site, _ comparison: Comparison, in section: Section) -> PagePlan {
    let path = site.addresses.comparison(comparison.first, comparison.second)
    return PagePlan(path) { render(site, $0, comparison, in: section) }
  }

  private static func render(
    _ site: Site, _ place: PagePlace, _ comparison: Comparison, in section: Section
  ) -> [UInt8] {
    let writer = PageWriter(site, place)
    let sections = writer.sections(of: comparison)
    return writer.render(template) { record, field in
      record[field.word] = section.title(site.words)
      record[field.first] = writer.link(to: comparison.first)
      record[field.second] = writer.link(to: comparison.second)
      record[field.sections] = sections
      record[field.frame] = writer.frame(
        site.title(of: comparison), in: section, trail: [writer.trailLink(section)],
        parts: sections.map { section in
          let fields = ComparisonSection.layout.fields
          return (section[fields.title] ?? "", section[fields.anchor] ?? "")
        })
    }
  }
}

/// One thing in which the two are compared.
struct ComparisonSection: RecordShape {
  static let layout = RecordLayout<Self>("section of a comparison")

  let anchor = Field<String>("anchor", "Its anchor on the page.")
  let title = Field<String>("title", "What is compared.")
  let first = Field<Record<ComparisonSide>>("first", "What the one has of it.")
  let second = Field<Record<ComparisonSide>>("second", "What the other has of it.")
  let rows = Field<[Record<ComparisonRow>]>(
    "rows", "Statements with what each of the two should know.")
}

/// What one of the two has.
struct ComparisonSide: RecordShape {
  static let layout = RecordLayout<Self>("side of a comparison")

  let title = Field<String>("title", "What it is called.")
  let isEmpty = Field<Bool>("isEmpty", "Whether it has nothing of this.")
  let size = Field<String>(
    "size", "How many statements it has of this, in words, if they are not shown.")
  let statements = Field<Record<StatementList>>("statements", "The statements that are new in it.")
  let hasGrowing = Field<Bool>("hasGrowing", "Whether more is expected in it of any statement.")
  let growing = Field<[Record<NotedStatement>]>(
    "growing", "The statements of which more is expected in it.")
  let links = Field<Record<LinkList>>("links", "Other things that it has.")
}

/// A statement with what each of two roles should know about it.
struct ComparisonRow: RecordShape {
  static let layout = RecordLayout<Self>("row of a comparison")

  let statement = Field<Record<StatementLine>>("statement", "The statement.")
  let firstTitle = Field<String>("firstTitle", "The one.")
  let first = Field<SafeMarkup>("first", "What the one should know.")
  let secondTitle = Field<String>("secondTitle", "The other.")
  let second = Field<SafeMarkup>("second", "What the other should know.")
}

extension Site {
  func title(of comparison: Comparison) -> String {
    "\(framework.title(of: comparison.first)) and \(framework.title(of: comparison.second))"
  }
}

extension PageWriter {
  /// Links to comparisons; nil if there are none.
  func links(_ comparisons: [Comparison]) -> Record<LinkList>? {
    guard !comparisons.isEmpty else { return nil }
    return Record(in: values) { record, field in
      record[field.items] = comparisons.map {
        linkItem(
          site.title(of: $0), place.link(to: site.addresses.comparison($0.first, $0.second)))
      }
    }
  }

  fileprivate func sections(of comparison: Comparison) -> [Record<ComparisonSection>] {
    switch (comparison.first, comparison.second) {
    case (.phase(let first), .phase(let second)): phaseSections(first, second)
    case (.role(let first), .role(let second)): roleSections(first, second)
    default: []
    }
  }

  private func section(
    _ title: String, _ anchor: String, _ first: Record<ComparisonSide>?,
    _ second: Record<ComparisonSide>?, rows: [Record<ComparisonRow>] = []
  ) -> Record<ComparisonSection> {
    Record(in: values) { record, field in
      record[field.anchor] = anchor
      record[field.title] = title
      record[field.first] = first
      record[field.second] = second
      record[field.rows] = rows
    }
  }
}

extension PageWriter {
  private func phaseSections(_ first: Ref<Phase>, _ second: Ref<Phase>) -> [Record<
    ComparisonSection
  >] {
    let contents = site.contents
    let all = site.framework.statements
    let phases = [first, second]
    let statements = phases.map { site.index.statements(in: $0) }
    let isLong = statements.contains { $0.count > Site.mostOnOnePage }
    let byDomain = statements.map { list in
      Dictionary(grouping: list) { all[$0].domain }
    }
    let growing = Dictionary(grouping: site.index.growing[.phase(second)] ?? []) {
      all[$0].domain
    }
    return contents.domains.refs.compactMap { domain in
      let lists = byDomain.map { $0[domain] ?? [] }
      guard lists.contains(where: { !$0.isEmpty }) || growing[domain] != nil else { return nil }
      let sides = phases.indices.map { index in
        side(
          phases[index], lists[index], isLong: isLong,
          growing: index == 1 ? growing[domain] ?? [] : [])
      }
      return section(
        contents.domains[domain].title, contents.domains[domain].id, sides[0], sides[1])
    }
  }

  private func side(
    _ phase: Ref<Phase>, _ statements: [Ref<Statement>], isLong: Bool, growing: [Ref<Statement>]
  ) -> Record<ComparisonSide> {
    Record(in: values) { record, field in
      record[field.title] = site.contents.phases[phase].title
      record[field.isEmpty] = statements.isEmpty && growing.isEmpty
      if isLong {
        record[field.size] = site.words.statement.counted(statements.count)
      } else {
        record[field.statements] = list(statements)
        record[field.hasGrowing] = !growing.isEmpty
        record[field.growing] = growing.compactMap { noted($0, .phase(phase)) }
      }
    }
  }

  private func noted(
    _ ref: Ref<Statement>, _ stage: Progression.Stage
  ) -> Record<NotedStatement>? {
    let steps = site.contents.statements[ref].progression
    guard let step = steps.first(where: { $0.stage == stage }) else { return nil }
    return Record(in: values) { record, field in
      record[field.statement] = line(.statement(ref))
      record[field.note] = blocks(step.text)
    }
  }
}

extension PageWriter {
  private func roleSections(_ first: Ref<Role>, _ second: Ref<Role>) -> [Record<ComparisonSection>]
  {
    let contents = site.contents
    let tasks: [(String, String, (Ref<Role>) -> [Subject])] = [
      (
        site.words.duty.titleMany, "duties_",
        { role in contents.duties.entries.filter { $1.owner == role }.map { .duty($0.ref) } }
      ),
      (
        site.words.review.titleMany, "reviews_",
        { role in
          contents.reviewsByTime.filter { contents.reviews[$0].attends.contains(role) }
            .map { .review($0) }
        }
      ),
      (
        site.words.record.titleMany, "records_",
        { role in contents.forms.entries.filter { $1.completedBy == role }.map { .form($0.ref) } }
      ),
      (
        site.words.evidence.titleMany, "evidence_",
        { role in
          contents.evidenceTypes.entries.filter { $1.completedBy == role }
            .map { .evidenceType($0.ref) }
        }
      ),
    ]
    let taskSections = tasks.compactMap { title, anchor, own -> Record<ComparisonSection>? in
      let sides = [first, second].map { (role: $0, own: own($0)) }
      guard sides.contains(where: { !$0.own.isEmpty }) else { return nil }
      let records = sides.map { side($0.role, $0.own) }
      return section(title, anchor, records[0], records[1])
    }
    return taskSections + noteSections(first, second)
  }

  private func side(_ role: Ref<Role>, _ subjects: [Subject]) -> Record<ComparisonSide> {
    Record(in: values) { record, field in
      record[field.title] = site.contents.roles[role].title
      record[field.isEmpty] = subjects.isEmpty
      record[field.links] = links(to: subjects)
    }
  }

  /// The statements with a note for either of the two, by domain; none if there are more than a page holds.
  private func noteSections(_ first: Ref<Role>, _ second: Ref<Role>) -> [Record<ComparisonSection>]
  {
    let contents = site.contents
    var lists: [[Ref<Statement>]] = []
    for role in [first, second] {
      // No further than a page holds, since nearly all may have notes.
      let noted = site.index.statements(for: role).lazy.filter { statement in
        contents.statements[statement].notes.contains { $0.role == first || $0.role == second }
      }
      lists.append(Array(noted.prefix(Site.mostOnOnePage + 1)))
    }
    guard lists.allSatisfy({ $0.count <= Site.mostOnOnePage }) else { return [] }
    let noted = Set(lists[0] + lists[1]).sorted()
    guard noted.count <= Site.mostOnOnePage else { return [] }
    let byDomain = Dictionary(grouping: noted) {
      contents.outcomes[contents.statements[$0].outcome].domain
    }
    return contents.domains.refs.compactMap { domain in
      guard let own = byDomain[domain] else { return nil }
      return section(
        contents.domains[domain].title, contents.domains[domain].id, nil, nil,
        rows: own.map { row($0, first, second) })
    }
  }

  private func row(
    _ ref: Ref<Statement>, _ first: Ref<Role>, _ second: Ref<Role>
  ) -> Record<ComparisonRow> {
    let notes = site.contents.statements[ref].notes
    return Record(in: values) { record, field in
      record[field.statement] = line(.statement(ref))
      record[field.firstTitle] = site.contents.roles[first].title
      record[field.first] = blocks(notes.first { $0.role == first }?.text)
      record[field.secondTitle] = site.contents.roles[second].title
      record[field.second] = blocks(notes.first { $0.role == second }?.text)
    }
  }
}
