internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

extension Linker {
  /// Makes the domains, outcomes and statements. Their places in the tables follow from the order of the records.
  mutating func linkBody() {
    var outcomeCount = 0
    var statementCount = 0
    for (domainIndex, domain) in records(.domain).enumerated() {
      let outcomes = domain.records(.outcomes)
      draft.contents.domains.append(
        Domain(
          id: id(of: domain, .domain), title: title(of: domain),
          summary: domain.markdown(.summary),
          outcomes: (outcomeCount..<(outcomeCount + outcomes.count)).map { Ref($0) }))
      outcomeCount += outcomes.count
      for outcome in outcomes {
        let statements = outcome.records(.statements)
        let ref = Ref<Outcome>(draft.contents.outcomes.count)
        draft.contents.outcomes.append(
          Outcome(
            id: id(of: outcome), title: title(of: outcome), summary: outcome.markdown(.summary),
            domain: Ref(domainIndex),
            statements: (statementCount..<(statementCount + statements.count)).map { Ref($0) }))
        statementCount += statements.count
        for record in statements {
          let statement = statement(record, of: ref)
          draft.contents.statements.append(statement)
        }
      }
    }
  }

  private mutating func statement(
    _ record: RecordReader, of outcome: Ref<Outcome>
  ) -> Statement {
    var statement = StatementParts(
      id: id(of: record), outcome: outcome, text: record.markdown(.text) ?? Markdown(""))
    statement.number = Int32(draft.contents.statements.count)
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
    statement.examples = record.records(.examples).compactMap { example in
      guard let setting = example.text(.setting), let text = example.markdown(.text) else {
        return nil
      }
      return Example(setting: setting, text: text, language: example.text(.language))
    }
    statement.alignments = alignments(of: record)
    statement.status = status(of: record)
    statement.tags = record.texts(.tags)
    return Statement(statement)
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
    guard let rule = record.record(.evidence) else { return nil }
    return EvidenceRule(
      anyOf: refs(.anyOf, of: rule, as: .evidenceType),
      allOf: refs(.allOf, of: rule, as: .evidenceType),
      atLeast: rule.number(.atLeast), observers: rule.number(.observers))
  }

  private mutating func progression(of record: RecordReader) -> [Progression] {
    var steps: [Progression] = []
    for (key, value) in record.pairs(.progression) {
      let text = Markdown(record.tree.text(of: value))
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
    for (key, value) in record.pairs(.levels) {
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
    for (key, value) in record.pairs(.notes) {
      if case .role(let ref) = resolve(key, in: record, as: [.role]) {
        notes.append(RoleNote(role: ref, text: Markdown(record.tree.text(of: value))))
      }
    }
    return notes
  }
}
