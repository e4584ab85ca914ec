internal import Model
internal import Output
internal import Templates

/// An evidence rule in words.
struct EvidenceCard: RecordShape {
  static let layout = RecordLayout<Self>("evidence")

  let amount = Field<String>("amount", "How much at least, in words.")
  let anyOf = Field<Record<LinkList>>("anyOf", "Types of which any will do.")
  let allOf = Field<Record<LinkList>>("allOf", "Types that are all needed.")
  let observers = Field<String>("observers", "How many people have to have observed it, in words.")
}

/// A citation with what it says there.
struct CitationCard: RecordShape {
  static let layout = RecordLayout<Self>("citation")

  let source = Field<Record<LinkItem>>("source", "The document.")
  let language = Field<String>(
    "language", "The language of its title, if another than the framework's.")
  let at = Field<String>("at", "Where in it.")
  let hasFacts = Field<Bool>("hasFacts", "Whether it cites facts of the document's record.")
  let facts = Field<[SafeMarkup]>("facts", "The facts that are cited.")
}

/// A text with what it is about: a phase, a role or a setting.
struct LabelledText: RecordShape {
  static let layout = RecordLayout<Self>("labelled text")

  let label = Field<String>("label", "What it is about.")
  let text = Field<SafeMarkup>("text", "The text.")
  let language = Field<String>("language", "Its language, if it is another than the framework's.")
}

/// Texts with what each is about; there is none without items.
struct LabelledTexts: RecordShape {
  static let layout = RecordLayout<Self>("labelled texts")

  let items = Field<[Record<LabelledText>]>("items", "The texts.")
}

/// What a statement corresponds to in another framework.
struct AlignmentCard: RecordShape {
  static let layout = RecordLayout<Self>("alignment")

  let framework = Field<Record<LinkItem>>("framework", "The other framework.")
  let code = Field<String>("code", "The item's code there.")
  let title = Field<String>("title", "The item's label.")
  let relation = Field<String>("relation", "How the two relate, in words.")
  let reason = Field<SafeMarkup>("reason", "Why.")
}

/// How far one statement has come.
struct StatusCard: RecordShape {
  static let layout = RecordLayout<Self>("statement status")

  let title = Field<String>("title", "The status in words.")
  let isOver = Field<Bool>("isOver", "Whether nobody is to meet the statement any more.")
  let since = Field<String>("since", "The day from which it has the status.")
  let reason = Field<SafeMarkup>("reason", "Why.")
  let successors = Field<Record<StatementList>>(
    "successors", "The statements that have taken its place.")
}

/// The level at which one role has to meet a statement.
struct RoleLevel: RecordShape {
  static let layout = RecordLayout<Self>("level for a role")

  let role = Field<Record<LinkItem>>("role", "The role.")
  let level = Field<Record<LinkItem>>("level", "The level.")
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
