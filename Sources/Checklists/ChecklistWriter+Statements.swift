internal import Model
internal import Templates

extension ChecklistWriter {
  /// What a checklist of statements is for.
  enum Subject: Sendable {
    case whole
    case phase(Ref<Phase>)
    case specialism(Ref<Specialism>)
    case role(Ref<Role>)
    case review(Ref<Review>)
  }

  /// Whether a checklist would hold anything to tick.
  func hasItems(_ subject: Subject) -> Bool {
    if case .review = subject { return true }
    if case .phase(let phase) = subject,
      contents.statements.elements.contains(where: { isCarriedFurther($0, in: phase) })
    {
      return true
    }
    return contents.statements.entries.contains { belongs($0.ref, to: subject) }
      || !actions(of: subject).isEmpty
  }

  func checklist(_ subject: Subject) -> Record<StatementChecklist> {
    let statements = contents.statements.refs.filter { belongs($0, to: subject) }
    let sorted = StatementOrder.sorted(Array(statements), in: contents, by: block)
    return Record(in: values) { record, field in
      record[field.opening] = opening(of: subject, statements: sorted)
      record[field.actions] = actions(of: subject)
      record[field.sections] = sections(of: sorted, subject) + further(subject)
      record[field.codeHeading] = words.statement.title
      record[field.closing] = closing(of: subject)
    }
  }

  /// Whether a statement that is still to be met stands on a checklist.
  private func belongs(_ ref: Ref<Statement>, to subject: Subject) -> Bool {
    let statement = contents.statements[ref]
    guard !statement.isOver else { return false }
    switch subject {
    case .whole: return true
    case .phase(let phase): return statement.phase == phase
    case .specialism(let specialism): return statement.specialism == specialism
    case .role(let role): return concerns(statement, role)
    case .review(let review): return contents.covers(review, statement)
    }
  }

  /// Whether a role has a part in a statement: it is for the role or for all, says something to it, or asks it for
  /// evidence.
  private func concerns(_ statement: Statement, _ role: Ref<Role>) -> Bool {
    if statement.roles.contains(role) || statement.notedRoles.contains(role) {
      return true
    }
    let types = (statement.evidence?.allOf ?? []) + (statement.evidence?.anyOf ?? [])
    return types.contains { contents.evidenceTypes[$0].completedBy == role }
      || statement.roles.isEmpty && !hasStatementsForRoles
  }

  /// The place of a statement's section: by phase, then what is for everybody by domain, then each specialism.
  private func block(_ ref: Ref<Statement>) -> Int {
    let statement = contents.statements[ref]
    let width = contents.domains.count + contents.specialisms.count
    let phase = statement.phase.map { Int($0.index) + 1 } ?? 0
    let section =
      statement.specialism.map { contents.domains.count + Int($0.index) }
      ?? Int(contents.outcomes[statement.outcome].domain.index)
    return phase * width + section
  }

  /// Statements in their final order as sections and groups; a new one wherever the order leaves the last.
  private func sections(
    of statements: [Ref<Statement>], _ subject: Subject
  ) -> [Record<ChecklistSection>] {
    let hasPhases = Set(statements.map { contents.statements[$0].phase }).count > 1
    var seen: [Int: Set<Ref<Outcome>>] = [:]
    return statements.runs { block($0) == block($1) }.map { section in
      Record(in: values) { record, field in
        record[field.title] = title(of: section[0], withPhase: hasPhases)
        record[field.groups] =
          section.runs { contents.statements[$0].outcome == contents.statements[$1].outcome }
          .map { group($0, subject, &seen[block($0[0]), default: []]) }
      }
    }
  }

  private func title(of ref: Ref<Statement>, withPhase: Bool) -> String {
    let statement = contents.statements[ref]
    let section =
      statement.specialism.map {
        "\(words.specialism.title): \(contents.specialisms[$0].title)"
      } ?? contents.domains[contents.outcomes[statement.outcome].domain].title
    guard withPhase, let phase = statement.phase else { return section }
    return "\(contents.phases[phase].title): \(section)"
  }

  private func group(
    _ statements: [Ref<Statement>], _ subject: Subject, _ seen: inout Set<Ref<Outcome>>
  ) -> Record<ChecklistGroup> {
    let ref = contents.statements[statements[0]].outcome
    let isContinued = !seen.insert(ref).inserted
    let width = max(
      words.statement.title.count, statements.map { contents.statements[$0].id.count }.max() ?? 0)
    return Record(in: values) { record, field in
      record[field.id] = contents.outcomes[ref].id
      record[field.title] = contents.outcomes[ref].title
      record[field.isContinued] = isContinued
      record[field.items] = statements.map { item($0, subject, width: width) }
    }
  }

  private func item(
    _ ref: Ref<Statement>, _ subject: Subject, width: Int, further: SafeMarkup? = nil
  ) -> Record<ChecklistItem> {
    let statement = contents.statements[ref]
    let role: Ref<Role>? = if case .role(let role) = subject { role } else { nil }
    return Record(in: values) { record, field in
      record[field.id] = statement.id
      record[field.paddedID] = statement.id.padded(to: width)
      record[field.kind] = statement.kind.map { contents.kinds[$0].title }
      record[field.stem] = statement.kind.flatMap { contents.kinds[$0].stem }
      record[field.text] = line(statement.text)
      record[field.levels] = levels(of: statement, for: role)
      record[field.evidence] = statement.evidence.map(inWords)
      record[field.alternative] = line(statement.alternative)
      record[field.before] = prerequisites(of: statement)
      record[field.further] = further
      record[field.note] = line(statement.notes.first { $0.role == role }?.text)
    }
  }

  private func prerequisites(of statement: Statement) -> String {
    let all = statement.reliesOn.map(Prerequisite.statement) + statement.after
    var seen: Set<Prerequisite> = []
    return all.filter { seen.insert($0).inserted }.map { prerequisite in
      switch prerequisite {
      case .statement(let ref): contents.statements[ref].id
      case .outcome(let ref): contents.outcomes[ref].id
      }
    }.joined(separator: ", ")
  }

  private func levels(of statement: Statement, for role: Ref<Role>?) -> String {
    statement.levels.filter { role == nil || $0.role == role }.map { entry in
      let level = contents.levels[entry.level].title
      return role == nil ? "\(level) (\(contents.roles[entry.role].title))" : level
    }.joined(separator: ", ")
  }
}

extension ChecklistWriter {
  private func isCarriedFurther(_ statement: Statement, in phase: Ref<Phase>) -> Bool {
    !statement.isOver && statement.stages.contains(.phase(phase))
  }

  private func carriedFurther(in phase: Ref<Phase>) -> [(Ref<Statement>, Progression)] {
    contents.statements.entries.compactMap { ref, statement in
      guard isCarriedFurther(statement, in: phase) else { return nil }
      return statement.progression.first { $0.stage == .phase(phase) }.map { (ref, $0) }
    }
  }

  /// What is expected more of statements of earlier phases, as a section of a phase's checklist.
  private func further(_ subject: Subject) -> [Record<ChecklistSection>] {
    guard case .phase(let phase) = subject else { return [] }
    let carried = carriedFurther(in: phase)
    guard !carried.isEmpty else { return [] }
    let groups = carried.runs {
      contents.statements[$0.0].outcome == contents.statements[$1.0].outcome
    }
    return [
      Record(in: values) { record, field in
        record[field.title] = "Taken further: \(contents.phases[phase].title)"
        record[field.groups] = groups.map { carried in
          let outcome = contents.statements[carried[0].0].outcome
          return Record(in: values) { record, field in
            record[field.id] = contents.outcomes[outcome].id
            record[field.title] = contents.outcomes[outcome].title
            record[field.items] = carried.map { ref, progression in
              item(ref, subject, width: 12, further: line(progression.text))
            }
          }
        }
      }
    ]
  }
}

extension Array {
  /// The elements in runs of neighbours that belong together.
  func runs(_ belong: (Element, Element) -> Bool) -> [[Element]] {
    var runs: [[Element]] = []
    for element in self {
      if let last = runs.last?.last, belong(last, element) {
        runs[runs.count - 1].append(element)
      } else {
        runs.append([element])
      }
    }
    return runs
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
