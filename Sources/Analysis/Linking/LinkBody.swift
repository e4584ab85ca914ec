internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

extension Linker {
  /// Makes the domains, outcomes and statements. Their places in the tables follow from the order of the records.
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

  /// Makes the statements, of which the outcomes are given, on all cores.
  ///
  /// Each part of them is linked by a copy of this linker that reports into a bag of its own. How many unknown references
  /// came before decides what is said of one, so if any part has anything to say, all are linked again in their order.
  private mutating func linkStatements(_ owners: [Ref<Outcome>]) {
    var start = self
    start.bag = DiagnosticBag()
    let (linker, records) = (start, records(.statement))
    let partCount = (owners.count + Linker.partSize - 1) / Linker.partSize
    let parts: [LinkedStatements?] = spreading.map(count: partCount) { part in
      var linker = linker
      let first = part * Linker.partSize
      let range = first..<min(first + Linker.partSize, owners.count)
      let linked = linker.statements(range, records, of: owners)
      return linker.isUntouched ? linked : nil
    }
    let linked = parts.compactMap { $0 }
    add(
      linked.count == parts.count
        ? linked : [statements(owners.indices, records, of: owners)])
  }

  private mutating func add(_ parts: [LinkedStatements]) {
    var all: [Statement] = []
    all.reserveCapacity(parts.reduce(0) { $0 + $1.statements.count })
    for part in parts { all += part.statements }
    draft.contents.statements = Table(all)
    draft.table = StatementTable(parts.map(\.part))
  }

  /// Some statements that follow one another.
  private struct LinkedStatements: Sendable {
    var statements: [Statement] = []
    var part = StatementTable.Part()
  }

  private mutating func statements(
    _ range: Range<Int>, _ records: [RecordReader], of owners: [Ref<Outcome>]
  ) -> LinkedStatements {
    var linked = LinkedStatements()
    linked.statements.reserveCapacity(range.count)
    for number in range {
      let parts = statement(records[number], of: owners[number])
      linked.part.add(parts)
      linked.statements.append(Statement(parts))
    }
    return linked
  }

  /// How many statements are linked by one core at a time: enough that sharing them out costs nothing.
  private static let partSize = 256

  /// Whether nothing was found to be wrong yet.
  private var isUntouched: Bool { bag.diagnostics.isEmpty }

  private mutating func statement(
    _ record: RecordReader, of outcome: Ref<Outcome>
  ) -> StatementParts {
    var statement = StatementParts(
      id: id(of: record), outcome: outcome, text: record.markdown(.text) ?? Markdown(""))
    statement.kind = kind(of: record)
    statement.phase = ref(.phase, of: record, as: .phase)
    statement.specialism = ref(.specialism, of: record, as: .specialism)
    statement.roles = refs(.roles, of: record, as: .role)
    statement.levels = levels(of: record)
    statement.reliesOn = refs(.reliesOn, of: record, as: .statement)
    statement.after = subjects(.after, of: record, as: [.statement, .outcome]).compactMap {
      switch $0 {
      case .statement(let ref): .statement(ref)
      case .outcome(let ref): .outcome(ref)
      default: nil
      }
    }
    statement.buildsOn = record.markdown(.buildsOn)
    statement.citations = citations(of: record)
    statement.evidence = evidenceRule(of: record)
    statement.alternative = record.markdown(.alternative)
    statement.progression = progression(of: record)
    statement.notes = notes(of: record)
    for example in record.records(.examples) {
      guard let setting = example.text(.setting), let text = example.markdown(.text) else {
        continue
      }
      statement.examples.append(
        Example(setting: setting, text: text, language: example.text(.language)))
    }
    statement.alignments = alignments(of: record)
    statement.status = status(of: record)
    statement.tags = record.texts(.tags)
    return statement
  }

  private mutating func kind(of record: RecordReader) -> Ref<Kind>? {
    if let node = record.node(.kind) {
      guard case .kind(let ref) = resolve(node, in: record, as: [.kind]) else { return nil }
      return ref
    }
    // What has no id either is most likely the rest of another statement, and was reported.
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
    let rule = EvidenceRule(
      anyOf: refs(.anyOf, of: record, as: .evidenceType),
      allOf: refs(.allOf, of: record, as: .evidenceType),
      atLeast: record.number(.atLeast), observers: record.number(.observers))
    // Thousands of statements have a handful of rules, so equal ones are held once in each part.
    if let known = evidenceRules.first(where: { $0 == rule }) { return known }
    if evidenceRules.count < Linker.mostKnownRules { evidenceRules.append(rule) }
    return rule
  }

  private static let mostKnownRules = 8

  private mutating func progression(of record: RecordReader) -> [Progression] {
    var steps: [Progression] = []
    record.forEachPair(.progression) { key, value in
      let text = record.markdown(at: value)
      switch resolve(key, in: record, as: [.phase, .level]) {
      case .phase(let ref): steps.append(Progression(stage: .phase(ref), text: text))
      case .level(let ref): steps.append(Progression(stage: .level(ref), text: text))
      default: break
      }
    }
    return steps
  }

  private mutating func levels(
    of record: RecordReader
  ) -> [(role: Ref<Role>, level: Ref<Level>)] {
    var levels: [(role: Ref<Role>, level: Ref<Level>)] = []
    record.forEachPair(.levels) { key, value in
      if case .role(let role) = resolve(key, in: record, as: [.role]),
        case .level(let level) = resolve(value, in: record, as: [.level])
      {
        levels.append((role, level))
      }
    }
    return levels
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

  private mutating func notes(of record: RecordReader) -> [RoleNote] {
    var notes: [RoleNote] = []
    record.forEachPair(.notes) { key, value in
      if case .role(let ref) = resolve(key, in: record, as: [.role]) {
        notes.append(RoleNote(role: ref, text: record.markdown(at: value)))
      }
    }
    return notes
  }
}
