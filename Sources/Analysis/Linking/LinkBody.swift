internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax
internal import Threads

extension Linker {
  /// Makes the domains, outcomes and statements. Their numbers in the tables follow from the order of the records.
  mutating func linkBody() {
    var outcomeCount = 0
    var owners: [Ref<Outcome>] = []
    owners.reserveCapacity(records(.statement).count)
    for (domainIndex, domain) in records(.domain).enumerated() {
      let outcomes = domain.records(.outcomes)
      draft.contents.domains.append(
        Domain(
          id: id(of: domain, .domain), title: title(of: domain),
          summary: domain.markdown(.summary),
          outcomes: (outcomeCount..<(outcomeCount + outcomes.count)).map { Ref($0) }))
      outcomeCount += outcomes.count
      for outcome in outcomes {
        let statementCount = outcome.records(.statements).count
        let ref = Ref<Outcome>(draft.contents.outcomes.count)
        draft.contents.outcomes.append(
          Outcome(
            id: id(of: outcome), title: title(of: outcome), summary: outcome.markdown(.summary),
            domain: Ref(domainIndex),
            statements: (owners.count..<(owners.count + statementCount)).map { Ref($0) }))
        owners += repeatElement(ref, count: statementCount)
      }
    }
    linkStatements(owners)
  }

  /// Makes the statements, each of the outcome given, in slices on all cores.
  ///
  /// Each slice is linked by a copy of this linker that reports into a bag of its own. The number of unknown references that
  /// came before decides what is said of one, so if any slice has anything to say, all are linked again in their order.
  private mutating func linkStatements(_ owners: [Ref<Outcome>]) {
    var start = self
    start.bag = DiagnosticBag()
    let (linker, records) = (start, records(.statement))
    let sliceCount = (owners.count + Linker.sliceSize - 1) / Linker.sliceSize
    let slices: [StatementColumns?] = Concurrency.map(count: sliceCount, stride: 1) { slice in
      var linker = linker
      let first = slice * Linker.sliceSize
      let range = first..<min(first + Linker.sliceSize, owners.count)
      let columns = linker.columns(range, records, of: owners)
      return linker.isUntouched ? columns : nil
    }
    let linked = slices.compactMap { $0 }
    draft.contents.statements =
      linked.count == slices.count
      ? Statements(joining: linked) : Statements(columns(owners.indices, records, of: owners))
  }

  /// The number of statements that one core links at a time: enough that sharing them out costs nothing.
  private static let sliceSize = 256

  /// Whether nothing was found to be wrong yet.
  private var isUntouched: Bool { bag.diagnostics.isEmpty }

  private mutating func columns(
    _ range: Range<Int>, _ records: [RecordReader], of owners: [Ref<Outcome>]
  ) -> StatementColumns {
    var columns = StatementColumns()
    for number in range { addStatement(records[number], of: owners[number], to: &columns) }
    return columns
  }

  private mutating func addStatement(
    _ record: RecordReader, of outcome: Ref<Outcome>, to columns: inout StatementColumns
  ) {
    let id = id(of: record)
    let text = record.markdown(.text) ?? Markdown("")
    let references = SingleReferences(
      outcome: outcome, domain: draft.contents.outcomes[outcome].domain, kind: kind(of: record),
      phase: ref(.phase, of: record, as: .phase),
      specialism: ref(.specialism, of: record, as: .specialism))
    forEachRef(.roles, of: record, as: .role) { columns.roles.append($0) }
    addLevels(of: record, to: &columns)
    forEachRef(.reliesOn, of: record, as: .statement) { columns.reliesOn.append($0) }
    for subject in subjects(.after, of: record, as: [.statement, .outcome]) {
      switch subject {
      case .statement(let ref): columns.after.append(.statement(ref))
      case .outcome(let ref): columns.after.append(.outcome(ref))
      default: break
      }
    }
    if let text = record.markdown(.buildsOn) { columns.buildsOn.append(text) }
    forEachCitation(of: record) { columns.citations.append($0) }
    let evidence = evidenceRule(of: record)
    if let text = record.markdown(.alternative) { columns.alternatives.append(text) }
    addProgression(of: record, to: &columns)
    addNotes(of: record, to: &columns)
    for example in record.records(.examples) {
      guard let setting = example.text(.setting), let text = example.markdown(.text) else {
        continue
      }
      columns.examples.append(
        Example(setting: setting, text: text, language: example.text(.language)))
    }
    addAlignments(of: record, to: &columns)
    if let status = status(of: record) { columns.statuses.append(status) }
    for tag in record.texts(.tags) { columns.tags.append(tag) }
    columns.endStatement(id: id, text: text, references, evidence: evidence)
  }

  private mutating func kind(of record: RecordReader) -> Ref<Kind>? {
    if let node = record.node(.kind) {
      guard case .kind(let ref) = resolve(node, in: record, as: [.kind]) else { return nil }
      return ref
    }
    // A statement without an id is most likely the rest of another one, and was reported.
    if record.entry(.kind) == nil, !records(.kind).isEmpty, record.text(.id) != nil,
      !record.record.isDamaged,
      let field = Grammar.entity(.statement).field(.kind)
    {
      bag.report(MissingKey(range: record.range(.id), entity: "a statement", fields: [field]))
    }
    return nil
  }

  private mutating func evidenceRule(of record: RecordReader) -> EvidenceRule? {
    guard let record = record.record(.evidence) else { return nil }
    return EvidenceRule(
      anyOf: refs(.anyOf, of: record, as: .evidenceType),
      allOf: refs(.allOf, of: record, as: .evidenceType),
      atLeast: record.number(.atLeast), observers: record.number(.observers))
  }

  private mutating func addProgression(
    of record: RecordReader, to columns: inout StatementColumns
  ) {
    record.forEachPair(.progression) { key, value in
      let text = record.markdown(at: value)
      switch resolve(key, in: record, as: [.phase, .level]) {
      case .phase(let ref): columns.progression.append(Progression(stage: .phase(ref), text: text))
      case .level(let ref): columns.progression.append(Progression(stage: .level(ref), text: text))
      default: break
      }
    }
  }

  private mutating func addLevels(of record: RecordReader, to columns: inout StatementColumns) {
    record.forEachPair(.levels) { key, value in
      if case .role(let role) = resolve(key, in: record, as: [.role]),
        case .level(let level) = resolve(value, in: record, as: [.level])
      {
        columns.levels.append(RequiredLevel(role: role, level: level))
      }
    }
  }

  private mutating func status(of record: RecordReader) -> StatementStatus? {
    guard let record = record.record(.status),
      let status = record.choice(.isNow, as: Status.self)
    else { return nil }
    return StatementStatus(
      status: status, since: record.date(.since), reason: record.markdown(.because),
      replacedBy: ref(.replacedBy, of: record, as: .statement),
      mergedInto: ref(.mergedInto, of: record, as: .statement),
      splitInto: refs(.splitInto, of: record, as: .statement))
  }

  private mutating func addNotes(of record: RecordReader, to columns: inout StatementColumns) {
    record.forEachPair(.notes) { key, value in
      if case .role(let ref) = resolve(key, in: record, as: [.role]) {
        columns.notes.append(RoleNote(role: ref, text: record.markdown(at: value)))
      }
    }
  }
}
