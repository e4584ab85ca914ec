internal import Model
internal import Output
internal import Templates

/// A statement among others: what it says, when it is due, and in a few words what supports it.
struct StatementCard: RecordShape {
  static let layout = RecordLayout<StatementCard>("statement")

  let id: Field<StatementCard, String>
  let address: Field<StatementCard, String>
  let kind: Field<StatementCard, Record<KindMark>>
  let text: Field<StatementCard, SafeMarkup>
  let phase: Field<StatementCard, Record<LinkItem>>
  let hasFacts: Field<StatementCard, Bool>
  let option: Field<StatementCard, String>
  let isOptional: Field<StatementCard, Bool>
  let specialism: Field<StatementCard, Record<LinkItem>>
  let status: Field<StatementCard, Record<StatusCard>>
  let isOver: Field<StatementCard, Bool>
  let buildsOn: Field<StatementCard, SafeMarkup>
  let evidence: Field<StatementCard, String>
  let reliesOn: Field<StatementCard, Record<LinkList>>
  let note: Field<StatementCard, SafeMarkup>
  let noteTitle: Field<StatementCard, String>
  let level: Field<StatementCard, Record<LinkItem>>

  init(_ declare: inout FieldDeclarations<StatementCard>) {
    id = declare("id", "Its id, which is also its anchor.")
    address = declare("address", "Its own page.")
    kind = declare("kind", "Which kind it is.")
    text = declare("text", "What is to be known or done.")
    phase = declare("phase", "When it is due, where that is not the same for all on the page.")
    hasFacts = declare(
      "hasFacts", "Whether there is anything but what it says, such as a phase or evidence.")
    option = declare("option", "`Offered` or `Optional`, if not everybody has to meet it.")
    isOptional = declare("isOptional", "Whether people may leave it out.")
    specialism = declare("specialism", "The specialism that it belongs to.")
    status = declare("status", "How far it has come, if not as far as the whole framework.")
    isOver = declare("isOver", "Whether nobody is to meet it any more.")
    buildsOn = declare("buildsOn", "What earlier training covers, and what this adds.")
    evidence = declare("evidence", "What shows that it is met, in a few words.")
    reliesOn = declare("reliesOn", "What it relies on, by id.")
    note = declare("note", "What the role that the page is for should know about it.")
    noteTitle = declare("noteTitle", "What that role does with it, in a word.")
    level = declare("level", "The level at which that role has to meet it.")
  }
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
