internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// Links the declarations of all files, given in path order, into one draft.
package func link(_ files: [Declarations]) -> Draft {
  var linker = Linker(files)
  return linker.link()
}

/// Makes one draft of many declarations.
struct Linker: Sendable {
  let files: [Declarations]
  var draft = Draft()
  var bag = DiagnosticBag()
  var names: Names

  /// How many ids were compared with references that resolve to nothing, to say what was meant, and how many are at most.
  /// Beyond that the cause is another than a slip, and the comparison would take time in proportion to both.
  var comparedIDs = 0
  static let mostComparedIDs = 200_000

  /// By unknown id: what was found for its last reference.
  var explanations: [String: Explanation] = [:]

  /// The advice about an unknown id.
  struct Explanation: Sendable {
    let kinds: [EntityName]
    let meant: (id: String, range: SourceRange)?
    let isExplained: Bool
  }

  /// The sources in which two facts have one number.
  var damagedSources: Set<Ref<Source>> = []

  /// By source: the numbers of its facts.
  var factNumbers = PackedLists<Int32>()

  /// The items of each crosswalk by their codes.
  var itemCodes: [ItemCodes] = []

  init(_ files: [Declarations]) {
    self.files = files
    names = Names(files)
    for file in files { bag.append(contentsOf: file.diagnostics) }
  }

  mutating func link() -> Draft {
    collectRecords()
    defineNames()
    if let draft = linkedWithoutCopies() { return draft }
    linkSources()
    linkCrosswalks()
    linkFramework()
    linkBody()
    linkProcess()
    linkTerms()
    checkTextLinks()
    draft.files = files
    draft.diagnostics = bag.diagnostics
    return draft
  }

  /// The records of one kind, in the order of their table.
  func records(_ entity: EntityName) -> [RecordReader] {
    draft.origins[entity] ?? []
  }
}

extension Linker {
  /// Puts the records of each kind into the order of the handbook.
  private mutating func collectRecords() {
    let frameworks = roots(.framework)
    reportCount(of: frameworks)
    draft.origins[.framework] = Array(frameworks.prefix(1))
    // Without its file, whatever it would declare is missing.
    if frameworks.isEmpty { names.lose(Grammar.entity(.framework).kinds) }
    if let framework = frameworks.first {
      let lists: [(EntityName, Key)] = [
        (.kind, .kinds), (.phase, .phases), (.specialism, .specialisms), (.role, .roles),
        (.evidenceType, .evidence), (.level, .levels), (.result, .results),
        (.retiredID, .retired),
      ]
      for (entity, key) in lists { draft.origins[entity] = Array(framework.records(key)) }
    }
    let domains = ordered(roots(.domain), by: frameworks.first?.texts(.domains) ?? [])
    let outcomes = domains.flatMap { $0.records(.outcomes) }
    draft.origins[.domain] = domains
    draft.origins[.outcome] = outcomes
    draft.origins[.statement] = outcomes.flatMap { $0.records(.statements) }
    draft.origins[.source] = roots(.source)
    draft.origins[.duty] = roots(.duties).flatMap { $0.records(.duties) }
    draft.origins[.review] = roots(.reviews).flatMap { $0.records(.reviews) }
    draft.origins[.form] = roots(.form)
    draft.origins[.crosswalk] = roots(.crosswalk)
    draft.origins[.term] = roots(.glossary).flatMap { $0.records(.glossary) }
    draft.origins[.change] = roots(.changes).flatMap { $0.records(.changes) }
    draft.origins[.event] = roots(.history).flatMap { $0.records(.history) }
  }

  /// The records that are whole files of one kind, in path order.
  private func roots(_ entity: EntityName) -> [RecordReader] {
    files.filter { $0.entity == entity }.map { RecordReader(declarations: $0, index: 0) }
  }

  /// The domains that the framework names, in its order, and then the others.
  private func ordered(_ domains: [RecordReader], by ids: [String]) -> [RecordReader] {
    func place(of domain: RecordReader) -> Int {
      domain.text(.domain).flatMap(ids.firstIndex) ?? ids.count
    }
    return domains.enumerated().sorted { left, right in
      (place(of: left.element), left.offset) < (place(of: right.element), right.offset)
    }.map(\.element)
  }

  private mutating func reportCount(of frameworks: [RecordReader]) {
    guard let first = frameworks.first else {
      if !names.lost.contains(.framework), !names.hasUnreadFile {
        bag.report(MissingFramework(range: files.first?.file.startRange))
      }
      return
    }
    for other in frameworks.dropFirst() {
      bag.report(
        SeveralFrameworks(range: other.range(.framework), first: first.range(.framework)))
    }
  }

  private mutating func defineNames() {
    define(.framework, .framework) { _ in .framework }
    define(.kind) { .kind(Ref($0)) }
    define(.phase) { .phase(Ref($0)) }
    define(.specialism) { .specialism(Ref($0)) }
    define(.role) { .role(Ref($0)) }
    define(.evidenceType) { .evidenceType(Ref($0)) }
    define(.level) { .level(Ref($0)) }
    define(.result) { .result(Ref($0)) }
    define(.domain, .domain) { .domain(Ref($0)) }
    define(.outcome) { .outcome(Ref($0)) }
    define(.statement) { .statement(Ref($0)) }
    define(.duty) { .duty(Ref($0)) }
    define(.review) { .review(Ref($0)) }
    define(.form, .record) { .form(Ref($0)) }
    define(.source, .source) { .source(Ref($0)) }
    define(.crosswalk, .crosswalk) { .crosswalk(Ref($0)) }
  }

  private mutating func define(
    _ entity: EntityName, _ key: Key = .id, _ subject: (Int) -> Subject
  ) {
    for (index, record) in records(entity).enumerated() {
      guard let node = record.node(key) else { continue }
      let definition = Names.Definition(
        subject: subject(index), entity: entity, range: record.tree.range(of: node))
      let earlier = record.tree.withValue(of: node) { names.define($0, as: definition) }
      if let earlier {
        bag.report(
          DuplicateID(
            range: definition.range, id: record.tree.text(of: node), first: names.id(earlier),
            at: names.definitions[earlier].range))
        names.lose(entity)
      }
    }
  }
}
