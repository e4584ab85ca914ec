internal import Model
internal import Templates

/// A statement with all that supports it.
struct StatementCard: RecordShape {
  static let layout = RecordLayout<StatementCard>("statement")

  let id: Field<StatementCard, String>
  let kind: Field<StatementCard, Record<KindMark>>
  let text: Field<StatementCard, SafeMarkup>
  let phase: Field<StatementCard, Record<LinkItem>>
  let requirement: Field<StatementCard, String>
  let isOptional: Field<StatementCard, Bool>
  let specialism: Field<StatementCard, Record<LinkItem>>
  let status: Field<StatementCard, Record<StatusCard>>
  let roles: Field<StatementCard, Record<LinkList>>
  let levels: Field<StatementCard, [Record<RoleLevel>]>
  let reliesOn: Field<StatementCard, Record<StatementList>>
  let after: Field<StatementCard, Record<StatementList>>
  let usedBy: Field<StatementCard, Record<StatementList>>
  let evidence: Field<StatementCard, Record<EvidenceCard>>
  let hasCitations: Field<StatementCard, Bool>
  let citations: Field<StatementCard, [Record<CitationCard>]>
  let buildsOn: Field<StatementCard, SafeMarkup>
  let alternative: Field<StatementCard, SafeMarkup>
  let progression: Field<StatementCard, [Record<LabelledText>]>
  let notes: Field<StatementCard, [Record<LabelledText>]>
  let examples: Field<StatementCard, [Record<LabelledText>]>
  let hasAlignments: Field<StatementCard, Bool>
  let alignments: Field<StatementCard, [Record<AlignmentCard>]>
  let hasTags: Field<StatementCard, Bool>
  let tags: Field<StatementCard, [String]>

  init(_ declare: inout FieldDeclarations<StatementCard>) {
    id = declare("id", "Its id, which is also its anchor.")
    kind = declare("kind", "Which kind it is.")
    text = declare("text", "What is to be known or done.")
    phase = declare("phase", "When it is due.")
    requirement = declare("requirement", "Whether its phase is mandatory, in a word.")
    isOptional = declare("isOptional", "Whether people may leave it out.")
    specialism = declare("specialism", "The specialism that it belongs to.")
    status = declare("status", "How far it has come, if not as far as the whole framework.")
    roles = declare("roles", "The roles that it is for, if not for all.")
    levels = declare("levels", "The level at which each role has to meet it.")
    reliesOn = declare("reliesOn", "What it relies on.")
    after = declare("after", "What has to be achieved before it.")
    usedBy = declare("usedBy", "What relies on it or comes after it.")
    evidence = declare("evidence", "What shows that it is met.")
    hasCitations = declare("hasCitations", "Whether it cites anything.")
    citations = declare("citations", "What it rests on.")
    buildsOn = declare("buildsOn", "What earlier training covers, and what this adds.")
    alternative = declare("alternative", "Another way of showing it.")
    progression = declare("progression", "What more is expected later, by phase.")
    notes = declare("notes", "What each role should know.")
    examples = declare("examples", "What it looks like, by setting.")
    hasAlignments = declare("hasAlignments", "Whether it corresponds to items of other frameworks.")
    alignments = declare("alignments", "What it corresponds to in other frameworks.")
    hasTags = declare("hasTags", "Whether there are any such words.")
    tags = declare("tags", "Words to find it by.")
  }
}

/// A kind as a mark on a statement.
struct KindMark: RecordShape {
  static let layout = RecordLayout<KindMark>("kind")

  let id: Field<KindMark, String>
  let title: Field<KindMark, String>
  let stem: Field<KindMark, String>
  let number: Field<KindMark, String>

  init(_ declare: inout FieldDeclarations<KindMark>) {
    id = declare("id", "Its id.")
    title = declare("title", "What it is called.")
    stem = declare("stem", "The words that come before the statement's text.")
    number = declare("number", "Its place among the kinds, from 1: for colours and marks.")
  }
}

/// A statement, or something else with an id, on one line.
struct StatementLine: RecordShape {
  static let layout = RecordLayout<StatementLine>("statement line")

  let id: Field<StatementLine, String>
  let address: Field<StatementLine, String>
  let kind: Field<StatementLine, Record<KindMark>>
  let text: Field<StatementLine, SafeMarkup>
  let fate: Field<StatementLine, String>

  init(_ declare: inout FieldDeclarations<StatementLine>) {
    id = declare("id", "Its id.")
    address = declare("address", "Where it stands.")
    kind = declare("kind", "Which kind it is.")
    text = declare("text", "What is to be known or done.")
    fate = declare("fate", "Its status in a word, if nobody is to meet it any more.")
  }
}

/// Statements on one line each; there is none without items.
struct StatementList: RecordShape {
  static let layout = RecordLayout<StatementList>("statement list")

  let items: Field<StatementList, [Record<StatementLine>]>

  init(_ declare: inout FieldDeclarations<StatementList>) {
    items = declare("items", "The statements.")
  }
}

extension PageWriter {
  func card(_ ref: Ref<Statement>) -> Record<StatementCard> {
    let statement = site.contents.statements[ref]
    let phase = statement.phase.map { site.contents.phases[$0] }
    return Record { record, field in
      record[field.id] = statement.id
      record[field.kind] = statement.kind.map(mark)
      record[field.text] = inline(statement.text)
      record[field.phase] = statement.phase.map { link(to: .phase($0)) }
      record[field.requirement] = phase?.requirement.title
      record[field.isOptional] = phase.map { $0.requirement != .mandatory } ?? false
      record[field.specialism] = statement.specialism.map { link(to: .specialism($0)) }
      record[field.status] = statement.status.map(status)
      record[field.roles] = links(to: statement.roles.map(Subject.role))
      record[field.levels] = statement.levels.map(roleLevel)
      record[field.reliesOn] = list(statement.reliesOn.map(Subject.statement))
      record[field.after] = list(statement.after.map(\.subject))
      record[field.usedBy] = list(site.framework.links.usedBy(ref).map(Subject.statement))
      record[field.evidence] = statement.evidence.map(evidence)
      record[field.hasCitations] = !statement.citations.isEmpty
      record[field.citations] = statement.citations.map(citation)
      record[field.hasAlignments] = !statement.alignments.isEmpty
      record[field.alignments] = statement.alignments.map(alignment)
      record[field.buildsOn] = blocks(statement.buildsOn)
      record[field.alternative] = blocks(statement.alternative)
      record[field.progression] = statement.progression.map {
        labelled(site.framework.title(of: $0.stage.subject), $0.text)
      }
      record[field.notes] = statement.notes.map {
        labelled(site.contents.roles[$0.role].title, $0.text)
      }
      record[field.examples] = statement.examples.map { labelled($0.setting, $0.text) }
      record[field.hasTags] = !statement.tags.isEmpty
      record[field.tags] = statement.tags
    }
  }

  /// The things on one line each; nil if there are none.
  func list(_ subjects: [Subject]) -> Record<StatementList>? {
    guard !subjects.isEmpty else { return nil }
    return Record { record, field in record[field.items] = subjects.map(line) }
  }

  func line(_ subject: Subject) -> Record<StatementLine> {
    Record { record, field in
      record[field.id] = site.framework.id(of: subject)
      record[field.address] = address(of: subject)
      record[field.text] = inline(Markdown(site.framework.title(of: subject)))
      if case .statement(let ref) = subject {
        let statement = site.contents.statements[ref]
        record[field.kind] = statement.kind.map(mark)
        record[field.fate] = statement.isOver ? statement.status?.status.title : nil
      }
    }
  }

  func mark(_ ref: Ref<Kind>) -> Record<KindMark> {
    let kind = site.contents.kinds[ref]
    return Record { record, field in
      record[field.id] = kind.id
      record[field.title] = kind.title
      record[field.stem] = kind.stem
      record[field.number] = String(ref.index + 1)
    }
  }

  func labelled(_ label: String, _ text: Markdown) -> Record<LabelledText> {
    Record { record, field in
      record[field.label] = label
      record[field.text] = blocks(text)
    }
  }
}

extension Prerequisite {
  var subject: Subject {
    switch self {
    case .statement(let ref): .statement(ref)
    case .outcome(let ref): .outcome(ref)
    }
  }
}

extension Progression.Stage {
  var subject: Subject {
    switch self {
    case .phase(let ref): .phase(ref)
    case .level(let ref): .level(ref)
    }
  }
}
