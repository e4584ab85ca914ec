internal import Model
internal import Output
internal import Templates

/// A statement among others: what it says, when it is due, and in a few words what supports it.
struct StatementCard: RecordShape {
  static let layout = RecordLayout<Self>("statement")

  let id = Field<String>("id", "Its id, which is also its anchor.")
  let address = Field<String>("address", "Its own page.")
  let kind = Field<Record<KindMark>>("kind", "Which kind it is.")
  let text = Field<SafeMarkup>("text", "What is to be known or done.")
  let phase = Field<Record<LinkItem>>(
    "phase", "When it is due, where that is not the same for all on the page.")
  let hasFacts = Field<Bool>(
    "hasFacts", "Whether there is anything but what it says, such as a phase or evidence.")
  let option = Field<String>("option", "`Offered` or `Optional`, if not everybody has to meet it.")
  let isOptional = Field<Bool>("isOptional", "Whether people may leave it out.")
  let specialism = Field<Record<LinkItem>>("specialism", "The specialism that it belongs to.")
  let status = Field<Record<StatusCard>>(
    "status", "How far it has come, if not as far as the whole framework.")
  let isOver = Field<Bool>("isOver", "Whether nobody is to meet it any more.")
  let buildsOn = Field<SafeMarkup>("buildsOn", "What earlier training covers, and what this adds.")
  let evidence = Field<String>("evidence", "What shows that it is met, in a few words.")
  let reliesOn = Field<Record<LinkList>>("reliesOn", "What it relies on, by id.")
  let note = Field<SafeMarkup>("note", "What the role that the page is for should know about it.")
  let noteTitle = Field<String>("noteTitle", "What that role does with it, in a word.")
  let level = Field<Record<LinkItem>>("level", "The level at which that role has to meet it.")
}

extension PageWriter {
  /// A statement on a page of many phases, or of one; for one role, or for all.
  func card(
    _ ref: Ref<Statement>, showsPhase: Bool = true, for role: Ref<Role>? = nil
  ) -> Record<StatementCard> {
    let statement = site.framework.statements[ref]
    return Record(in: values) { record, field in
      let (id, address) = idAndWay(to: statement)
      record[field.id] = id
      record[field.address] = address
      record[field.kind] = statement.kind.map(mark)
      record[field.text] = inline(statement.text)
      record[field.phase] = showsPhase ? statement.phase.map { link(to: .phase($0)) } : nil
      let option = option(of: statement.phase)
      record[field.option] = option
      record[field.isOptional] = option != nil
      record[field.specialism] = statement.specialism.map { link(to: .specialism($0)) }
      record[field.status] = statement.status.map(status)
      record[field.isOver] = statement.isRetired
      record[field.evidence] = statement.evidenceNumber.map(evidenceInWords)
      record[field.reliesOn] = idLinks(statement.reliesOn)
      if let role {
        for note in statement.notes where note.role == role {
          record[field.note] = blocks(note.text)
          break
        }
        record[field.noteTitle] = site.headings.roles[Int(role.index)]
        record[field.level] =
          statement.levels.first { $0.role == role }.map { link(to: .level($0.level)) }
      } else {
        record[field.buildsOn] = blocks(statement.buildsOn)
      }
      record[field.hasFacts] =
        option != nil || record.shows(field.specialism) || record.shows(field.status)
        || statement.evidenceNumber != nil || record.shows(field.reliesOn)
        || record.shows(field.phase) || record.shows(field.level)
    }
  }

  private func idLinks(_ statements: some RandomAccessCollection<Ref<Statement>>) -> Record<
    LinkList
  >? {
    guard !statements.isEmpty else { return nil }
    return Record(in: values) { record, field in
      record[field.items] = values.list(statements) {
        let (id, address) = idAndWay(to: site.contents.statements[$0])
        return linkItem(id, address)
      }
    }
  }

  /// A rule of evidence in words. `number` is that of the rule among all.
  private func evidenceInWords(_ number: Int) -> PageText {
    site.shared.words(forRule: number)
      ?? values.words(
        for: site.framework.statements.evidenceRules[number], site.contents.evidenceTypes)
  }
}

extension PageValues {
  /// An evidence rule in a few words: "at least 2, of observation or reflection, seen by 2 people".
  func words(for rule: EvidenceRule, _ types: Table<EvidenceType>) -> PageText {
    text { words in
      if let count = rule.atLeast {
        words.append(raw: "at least ")
        words.append(decimal: count)
      }
      if !rule.allOf.isEmpty {
        words.addPart()
        words.addTitles(of: rule.allOf, last: " and ", types)
      }
      if !rule.anyOf.isEmpty {
        words.addPart()
        if rule.anyOf.count > 1 { words.append(raw: "any of ") }
        words.addTitles(of: rule.anyOf, last: ", ", types)
      }
      if let count = rule.observers, count > 1 {
        words.addPart()
        words.append(decimal: count)
        words.append(raw: " different observers")
      }
    }
  }
}

extension ByteBuffer {
  fileprivate mutating func addPart() {
    if !isEmpty { append(raw: "; ") }
  }

  /// Titles with commas between them, and `last` before the last.
  fileprivate mutating func addTitles(
    of chosen: [Ref<EvidenceType>], last: String, _ types: Table<EvidenceType>
  ) {
    for (index, type) in chosen.enumerated() {
      if index > 0 { append(raw: index == chosen.count - 1 ? last : ", ") }
      append(raw: types[type].title)
    }
  }
}
