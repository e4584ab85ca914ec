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
  let tags: Field<StatementCard, [String]>

  init(_ declare: inout FieldDeclarations<StatementCard>) {
    id = declare("id", "Its id, which is also its anchor.")
    kind = declare("kind", "Which kind it is.")
    text = declare("text", "What is to be known or done.")
    phase = declare("phase", "When it is due.")
    requirement = declare("requirement", "Whether its phase is mandatory, in a word.")
    isOptional = declare("isOptional", "Whether people may leave it out.")
    specialism = declare("specialism", "The specialism that it belongs to.")
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

  init(_ declare: inout FieldDeclarations<StatementLine>) {
    id = declare("id", "Its id.")
    address = declare("address", "Where it stands.")
    kind = declare("kind", "Which kind it is.")
    text = declare("text", "What is to be known or done.")
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

/// An evidence rule in words.
struct EvidenceCard: RecordShape {
  static let layout = RecordLayout<EvidenceCard>("evidence")

  let amount: Field<EvidenceCard, String>
  let anyOf: Field<EvidenceCard, Record<LinkList>>
  let allOf: Field<EvidenceCard, Record<LinkList>>
  let observers: Field<EvidenceCard, String>

  init(_ declare: inout FieldDeclarations<EvidenceCard>) {
    amount = declare("amount", "How much at least, in words.")
    anyOf = declare("anyOf", "Types of which any will do.")
    allOf = declare("allOf", "Types that are all needed.")
    observers = declare("observers", "How many people have to have observed it, in words.")
  }
}

/// A citation with what it says there.
struct CitationCard: RecordShape {
  static let layout = RecordLayout<CitationCard>("citation")

  let source: Field<CitationCard, Record<LinkItem>>
  let at: Field<CitationCard, String>
  let hasFacts: Field<CitationCard, Bool>
  let facts: Field<CitationCard, [SafeMarkup]>

  init(_ declare: inout FieldDeclarations<CitationCard>) {
    source = declare("source", "The document.")
    at = declare("at", "Where in it.")
    hasFacts = declare("hasFacts", "Whether it cites facts of the document's record.")
    facts = declare("facts", "The facts that are cited.")
  }
}

/// A text with what it is about: a phase, a role or a setting.
struct LabelledText: RecordShape {
  static let layout = RecordLayout<LabelledText>("labelled text")

  let label: Field<LabelledText, String>
  let text: Field<LabelledText, SafeMarkup>

  init(_ declare: inout FieldDeclarations<LabelledText>) {
    label = declare("label", "What it is about.")
    text = declare("text", "The text.")
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
      record[field.reliesOn] = list(statement.reliesOn.map(Subject.statement))
      record[field.after] = list(statement.after.map(\.subject))
      record[field.usedBy] = list(site.framework.links.usedBy(ref).map(Subject.statement))
      record[field.evidence] = statement.evidence.map(evidence)
      record[field.hasCitations] = !statement.citations.isEmpty
      record[field.citations] = statement.citations.map(citation)
      record[field.buildsOn] = blocks(statement.buildsOn)
      record[field.alternative] = blocks(statement.alternative)
      record[field.progression] = statement.progression.map {
        labelled(site.contents.phases[$0.phase].title, $0.text)
      }
      record[field.notes] = statement.notes.map {
        labelled(site.contents.roles[$0.role].title, $0.text)
      }
      record[field.examples] = statement.examples.map { labelled($0.setting, $0.text) }
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
        record[field.kind] = site.contents.statements[ref].kind.map(mark)
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

  private func evidence(_ rule: EvidenceRule) -> Record<EvidenceCard> {
    Record { record, field in
      record[field.amount] = rule.atLeast.map {
        "At least \($0) \($0 == 1 ? "piece" : "pieces") of evidence"
      }
      record[field.anyOf] = links(to: rule.anyOf.map(Subject.evidenceType))
      record[field.allOf] = links(to: rule.allOf.map(Subject.evidenceType))
      record[field.observers] = rule.observers.map {
        $0 == 1 ? "Seen by an observer" : "Seen by \($0) different observers"
      }
    }
  }

  private func citation(_ citation: Citation) -> Record<CitationCard> {
    let source = site.contents.sources[citation.source]
    return Record { record, field in
      record[field.source] = link(to: .source(citation.source))
      record[field.at] = citation.at
      record[field.hasFacts] = !citation.facts.isEmpty
      record[field.facts] = citation.facts.compactMap { source.fact(numbered: $0) }
        .compactMap { blocks($0.text) }
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
