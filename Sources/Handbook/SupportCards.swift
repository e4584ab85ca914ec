internal import Model
internal import Output
internal import Templates

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
  let language: Field<CitationCard, String>
  let at: Field<CitationCard, String>
  let hasFacts: Field<CitationCard, Bool>
  let facts: Field<CitationCard, [SafeMarkup]>

  init(_ declare: inout FieldDeclarations<CitationCard>) {
    source = declare("source", "The document.")
    language = declare("language", "The language of its title, if another than the framework's.")
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
  let language: Field<LabelledText, String>

  init(_ declare: inout FieldDeclarations<LabelledText>) {
    label = declare("label", "What it is about.")
    text = declare("text", "The text.")
    language = declare("language", "Its language, if it is another than the framework's.")
  }
}

/// Texts with what each is about; there is none without items.
struct LabelledTexts: RecordShape {
  static let layout = RecordLayout<LabelledTexts>("labelled texts")

  let items: Field<LabelledTexts, [Record<LabelledText>]>

  init(_ declare: inout FieldDeclarations<LabelledTexts>) {
    items = declare("items", "The texts.")
  }
}

/// What a statement corresponds to in another framework.
struct AlignmentCard: RecordShape {
  static let layout = RecordLayout<AlignmentCard>("alignment")

  let framework: Field<AlignmentCard, Record<LinkItem>>
  let code: Field<AlignmentCard, String>
  let title: Field<AlignmentCard, String>
  let relation: Field<AlignmentCard, String>
  let reason: Field<AlignmentCard, SafeMarkup>

  init(_ declare: inout FieldDeclarations<AlignmentCard>) {
    framework = declare("framework", "The other framework.")
    code = declare("code", "The item's code there.")
    title = declare("title", "The item's label.")
    relation = declare("relation", "How the two relate, in words.")
    reason = declare("reason", "Why.")
  }
}

/// How far one statement has come.
struct StatusCard: RecordShape {
  static let layout = RecordLayout<StatusCard>("statement status")

  let title: Field<StatusCard, String>
  let isOver: Field<StatusCard, Bool>
  let since: Field<StatusCard, String>
  let reason: Field<StatusCard, SafeMarkup>
  let successors: Field<StatusCard, Record<StatementList>>

  init(_ declare: inout FieldDeclarations<StatusCard>) {
    title = declare("title", "The status in words.")
    isOver = declare("isOver", "Whether nobody is to meet the statement any more.")
    since = declare("since", "The day from which it has the status.")
    reason = declare("reason", "Why.")
    successors = declare("successors", "The statements that have taken its place.")
  }
}

/// The level at which one role has to meet a statement.
struct RoleLevel: RecordShape {
  static let layout = RecordLayout<RoleLevel>("level for a role")

  let role: Field<RoleLevel, Record<LinkItem>>
  let level: Field<RoleLevel, Record<LinkItem>>

  init(_ declare: inout FieldDeclarations<RoleLevel>) {
    role = declare("role", "The role.")
    level = declare("level", "The level.")
  }
}

extension PageWriter {
  func labelled(
    _ label: String, _ text: Markdown, _ language: String? = nil
  ) -> Record<LabelledText> {
    Record(in: values) { record, field in
      record[field.label] = label
      record[field.text] = blocks(text)
      record[field.language] = language
    }
  }

  /// Nil if there are none.
  func labelled<Element>(
    _ elements: some RandomAccessCollection<Element>, _ item: (Element) -> Record<LabelledText>
  ) -> Record<LabelledTexts>? {
    guard !elements.isEmpty else { return nil }
    return Record(in: values) { record, field in
      record[field.items] = values.list(elements, item)
    }
  }

  func evidence(_ rule: EvidenceRule) -> Record<EvidenceCard> {
    Record(in: values) { record, field in
      record[field.amount] = rule.atLeast.map { count in
        values.text { words in
          words.append(fixed: "At least ")
          words.append(decimal: count)
          words.append(fixed: count == 1 ? " piece of evidence" : " pieces of evidence")
        }
      }
      record[field.anyOf] = links(to: rule.anyOf, Subject.evidenceType)
      record[field.allOf] = links(to: rule.allOf, Subject.evidenceType)
      record[field.observers] = rule.observers.map { count in
        values.text { words in
          guard count != 1 else { return words.append(fixed: "Seen by an observer") }
          words.append(fixed: "Seen by ")
          words.append(decimal: count)
          words.append(fixed: " different observers")
        }
      }
    }
  }

  func citation(_ citation: Citation) -> Record<CitationCard> {
    Record(in: values) { record, field in
      record[field.source] = link(to: .source(citation.source))
      record[field.language] = foreign(site.contents.sources[citation.source].language)
      record[field.at] = citation.at
      record[field.hasFacts] = !citation.facts.isEmpty
      if !citation.facts.isEmpty {
        let facts = site.contents.sources[citation.source].facts
        record[field.facts] = citation.facts.compactMap { number in
          blocks(facts.first { $0.number == number }?.text)
        }
      }
    }
  }

  func alignment(_ alignment: Alignment) -> Record<AlignmentCard> {
    let item = site.contents.crosswalks[alignment.crosswalk].items[alignment.item]
    return Record(in: values) { record, field in
      record[field.framework] = link(to: .crosswalk(alignment.crosswalk))
      record[field.code] = item.code
      record[field.title] = item.title
      record[field.relation] = alignment.relation.title
      record[field.reason] = blocks(alignment.reason)
    }
  }

  func status(_ status: StatementStatus) -> Record<StatusCard> {
    let successors = [status.replacedBy, status.mergedInto].compactMap { $0 } + status.splitInto
    return Record(in: values) { record, field in
      record[field.title] = status.status.title
      record[field.isOver] = status.isRetired
      record[field.since] = status.since?.longForm
      record[field.reason] = blocks(status.reason)
      record[field.successors] = list(successors)
    }
  }

  func roleLevel(_ entry: RequiredLevel) -> Record<RoleLevel> {
    Record(in: values) { record, field in
      record[field.role] = link(to: .role(entry.role))
      record[field.level] = link(to: .level(entry.level))
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
