internal import Model
internal import Output
internal import Templates

extension ChecklistWriter {
  /// The subject of a checklist of statements.
  enum Subject: Sendable {
    case whole
    case phase(Ref<Phase>)
    case specialism(Ref<Specialism>)
    case role(Ref<Role>)
    case review(Ref<Review>)
  }

  /// Whether a checklist would have anything to tick.
  func hasItems(_ subject: Subject) -> Bool {
    if case .review = subject { return true }
    if case .phase(let phase) = subject, !basis.lists.further(in: phase).isEmpty { return true }
    return !basis.lists.statements(of: subject).isEmpty || !actions(of: subject).isEmpty
  }

  /// A checklist in one file, or the file with links to its parts in a folder beside it.
  func checklist(_ list: ChecklistParts, folder: String) -> Record<StatementChecklist> {
    let subject = list.subject
    let own = list.isDivided ? [] : list.parts.first?.statements ?? []
    return Record(in: values) { record, field in
      record[field.opening] = opening(of: subject, statements: list.parts.map(\.statements))
      record[field.actions] = actions(of: subject)
      record[field.isDivided] = list.isDivided
      record[field.partsWord] = words.statement.many
      record[field.parts] = partItems(list, folder: folder)
      record[field.sections] =
        sections(of: own, subject, hasPhases: list.hasSeveralPhases)
        + (list.isDivided ? [] : further(subject, furtherStatements(of: subject)[...]))
      record[field.codeHeading] = words.statement.title
      record[field.closing] = closing(of: subject)
    }
  }

  /// The number of a statement's section, which orders the sections.
  func block(_ ref: Ref<Statement>) -> Int { Int(basis.blocks[Int(ref.index)]) }

  /// Sorted statements as sections and groups. A new one begins whenever the section or outcome changes.
  func sections(
    of statements: ArraySlice<Ref<Statement>>, _ subject: Subject, hasPhases: Bool
  ) -> [Record<ChecklistSection>] {
    var seen: [Int: Set<Ref<Outcome>>] = [:]
    let all = framework.statements
    return statements.runs { block($0) == block($1) }.map { section in
      Record(in: values) { record, field in
        let first = section[section.startIndex]
        record[field.title] = title(of: first, withPhase: hasPhases)
        let groups = section.runs { all[$0].outcome == all[$1].outcome }
        record[field.groups] = values.list(groups) {
          group($0, subject, &seen[block(first), default: []])
        }
      }
    }
  }

  func title(of ref: Ref<Statement>, withPhase: Bool) -> String {
    let statement = framework.statements[ref]
    let section =
      statement.specialism.map {
        "\(words.specialism.title): \(contents.specialisms[$0].title)"
      } ?? contents.domains[statement.domain].title
    guard withPhase, let phase = statement.phase else { return section }
    return "\(contents.phases[phase].title): \(section)"
  }

  private func group(
    _ statements: ArraySlice<Ref<Statement>>, _ subject: Subject, _ seen: inout Set<Ref<Outcome>>
  ) -> Record<ChecklistGroup> {
    let ref = framework.statements[statements[statements.startIndex]].outcome
    let isContinued = !seen.insert(ref).inserted
    // Ids are ASCII.
    var width = basis.codeWidth
    for ref in statements { width = max(width, framework.statements[ref].id.utf8.count) }
    return Record(in: values) { record, field in
      record[field.id] = contents.outcomes[ref].id
      record[field.title] = contents.outcomes[ref].title
      record[field.isContinued] = isContinued
      record[field.items] = values.list(statements) { item($0, subject, width: width) }
    }
  }

  private func item(
    _ ref: Ref<Statement>, _ subject: Subject, width: Int, further: SafeMarkup? = nil
  ) -> Record<ChecklistItem> {
    let statement = framework.statements[ref]
    let role: Ref<Role>? = if case .role(let role) = subject { role } else { nil }
    return Record(in: values) { record, field in
      let id = values.plainText(statement.id)
      record[field.id] = id
      record[field.paddedID] = padded(id, to: width)
      if let kind = statement.kind {
        record[field.kind] = shared.kinds[Int(kind.index)].title
        record[field.stem] = shared.kinds[Int(kind.index)].stem
      }
      record[field.text] = line(statement.text)
      record[field.levels] = levels(of: statement, for: role)
      record[field.evidence] = statement.evidenceNumber.map { shared.evidenceRules[$0] }
      record[field.alternative] = line(statement.alternative)
      record[field.before] = prerequisites(of: statement)
      record[field.further] = further
      guard let role else { return }
      for note in statement.notes where note.role == role {
        record[field.note] = line(note.text)
        break
      }
    }
  }

  /// An id padded with spaces. Ids are ASCII.
  private func padded(_ id: PageText, to width: Int) -> PageText {
    guard id.count < width else { return id }
    return values.text { buffer in
      values.append(id, to: &buffer)
      for _ in id.count..<width { buffer.append(UInt8(ascii: " ")) }
    }
  }

  /// The ids of a statement's prerequisites, each once.
  private func prerequisites(of statement: Statement) -> PageText? {
    let (reliesOn, after) = (statement.reliesOn, statement.after)
    guard !reliesOn.isEmpty || !after.isEmpty else { return nil }
    return values.text { buffer in
      func add(_ id: String) {
        if !buffer.isEmpty { buffer.append(fixed: ", ") }
        buffer.append(raw: id)
      }
      for (index, ref) in reliesOn.enumerated() where !reliesOn.prefix(index).contains(ref) {
        add(contents.statements[ref].id)
      }
      for (index, prerequisite) in after.enumerated()
      where !after.prefix(index).contains(prerequisite) {
        switch prerequisite {
        case .statement(let ref):
          if !reliesOn.contains(ref) { add(contents.statements[ref].id) }
        case .outcome(let ref): add(contents.outcomes[ref].id)
        }
      }
    }
  }

  private func levels(of statement: Statement, for role: Ref<Role>?) -> PageText? {
    let levels = statement.levels
    guard !levels.isEmpty else { return nil }
    return values.text { buffer in
      for entry in levels where role == nil || entry.role == role {
        if !buffer.isEmpty { buffer.append(fixed: ", ") }
        buffer.append(raw: contents.levels[entry.level].title)
        guard role == nil else { continue }
        buffer.append(fixed: " (")
        buffer.append(raw: contents.roles[entry.role].title)
        buffer.append(fixed: ")")
      }
    }
  }
}

extension ChecklistWriter {
  /// The statements of earlier phases of which a phase expects more; empty for other checklists.
  func furtherStatements(of subject: Subject) -> [Ref<Statement>] {
    guard case .phase(let phase) = subject else { return [] }
    return basis.lists.further(in: phase)
  }

  /// The heading of those statements.
  func furtherTitle(_ subject: Subject) -> String {
    guard case .phase(let phase) = subject else { return "" }
    return "Taken further: \(contents.phases[phase].title)"
  }

  /// A section of a phase's checklist with the statements of earlier phases of which it expects more.
  func further(
    _ subject: Subject, _ statements: ArraySlice<Ref<Statement>>
  ) -> [Record<ChecklistSection>] {
    guard case .phase(let phase) = subject, !statements.isEmpty else { return [] }
    let all = framework.statements
    let groups = statements.runs { all[$0].outcome == all[$1].outcome }
    return [
      Record(in: values) { record, field in
        record[field.title] = furtherTitle(subject)
        record[field.groups] = groups.map { carried in
          let outcome = all[carried[carried.startIndex]].outcome
          return Record(in: values) { record, field in
            record[field.id] = contents.outcomes[outcome].id
            record[field.title] = contents.outcomes[outcome].title
            record[field.items] = values.list(carried) { ref in
              let step = contents.statements[ref].progression.first { $0.stage == .phase(phase) }
              return item(ref, subject, width: 12, further: line(step?.text))
            }
          }
        }
      }
    ]
  }
}

extension ArraySlice {
  /// The elements in runs of neighbours that belong together.
  func runs(_ belong: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    var runs: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices where index + 1 == endIndex || !belong(self[index], self[index + 1]) {
      runs.append(self[start...index])
      start = index + 1
    }
    return runs
  }
}
