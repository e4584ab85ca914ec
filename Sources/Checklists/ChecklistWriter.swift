internal import Markup
internal import Model
internal import Output
internal import Templates

/// The input of all checklists and forms, prepared once.
final class ChecklistBasis: Sendable {
  let framework: Framework

  fileprivate let renderer: MarkdownRenderer

  /// The evidence rules in words, by number.
  let evidenceRules: [String]

  /// The length of the framework's word for a statement, in letters.
  let codeWidth: Int

  /// The number of each statement's section: by phase, then statements without a phase by domain, then by specialism.
  let blocks: [Int32]

  /// The statements still to be met, by checklist.
  let lists: StatementLists

  init(_ framework: Framework) {
    self.framework = framework
    blocks = ChecklistBasis.blocks(framework)
    lists = StatementLists(
      framework, blocks: blocks, blockCount: ChecklistBasis.blockCount(framework.contents))
    let titles = framework.contents.evidenceTypes.elements.map { $0.title.lowercased() }
    evidenceRules = framework.statements.evidenceRules.map { ChecklistBasis.inWords($0, titles) }
    codeWidth = framework.contents.identity.vocabulary.statement.title.count
    renderer = MarkdownRenderer { id in
      guard let subject = framework.links.subject(withID: id) else { return nil }
      if case .statement = subject { return MarkdownRenderer.Target(address: "", label: id) }
      return MarkdownRenderer.Target(address: "", label: framework.title(of: subject))
    }
  }
}

extension ChecklistBasis {
  /// A rule on one line: "at least 2 pieces; any of: observation, reflection; seen by 2 different observers".
  private static func inWords(_ rule: EvidenceRule, _ titles: [String]) -> String {
    func list(_ types: [Ref<EvidenceType>]) -> String {
      types.map { titles[Int($0.index)] }.joined(separator: ", ")
    }
    var parts: [String] = []
    if let count = rule.atLeast {
      parts.append("at least \(count) \(count == 1 ? "piece" : "pieces")")
    }
    if !rule.allOf.isEmpty { parts.append("all of: " + list(rule.allOf)) }
    if !rule.anyOf.isEmpty { parts.append("any of: " + list(rule.anyOf)) }
    if let count = rule.observers {
      parts.append(count == 1 ? "seen by an observer" : "seen by \(count) different observers")
    }
    return parts.joined(separator: "; ")
  }

  private static func blocks(_ framework: Framework) -> [Int32] {
    let contents = framework.contents
    let width = sectionCount(contents)
    return contents.statements.map { statement in
      let phase = statement.phase.map { Int($0.index) + 1 } ?? 0
      let section =
        statement.specialism.map { contents.domains.count + Int($0.index) }
        ?? Int(statement.domain.index)
      return Int32(phase * width + section)
    }
  }

  /// The most sections of one phase, or of the statements without a phase.
  private static func sectionCount(_ contents: Contents) -> Int {
    contents.domains.count + contents.specialisms.count
  }

  private static func blockCount(_ contents: Contents) -> Int {
    (contents.phases.count + 1) * sectionCount(contents)
  }
}

/// Makes the records of one checklist or form.
final class ChecklistWriter {
  let basis: ChecklistBasis
  let framework: Framework

  /// The values that it shows.
  let values = PageValues()

  /// The words that many statements share: those of kinds and evidence rules.
  private(set) lazy var shared = SharedWords(basis, values)

  private let renderer: MarkdownRenderer

  init(_ basis: ChecklistBasis) {
    self.basis = basis
    framework = basis.framework
    renderer = basis.renderer
  }

  var contents: Contents { framework.contents }
  var words: Vocabulary { contents.identity.vocabulary }

  /// The head of a checklist or form.
  func opening(
    _ title: String, purpose: String, completedBy: [String], summary: Markdown?,
    people: [String] = []
  ) -> Record<ChecklistOpening> {
    let identity = contents.identity
    return Record(in: values) { record, field in
      record[field.title] = title
      record[field.purpose] = purpose
      record[field.completedBy] = completedBy.joined(separator: ", ")
      record[field.framework] = identity.title
      record[field.edition] = identity.edition.description
      record[field.status] = identity.status.rawValue
      record[field.issued] = identity.issued?.description
      record[field.notice] = lines(identity.notice)
      record[field.summary] = lines(summary)
      record[field.people] = people
    }
  }

  /// Markdown as lines, one for each paragraph and item.
  func lines(_ text: Markdown?) -> [SafeMarkup] {
    guard let text else { return [] }
    return renderer.markdownLines(text.bytes).map { values.markup(alreadySafe: $0.bytes) }
  }

  /// Markdown in one line; nil if there is none.
  func line(_ text: Markdown?) -> SafeMarkup? {
    guard let text, !text.isEmpty else { return nil }
    let bytes = text.bytes
    // There are thousands of lines, and most need no conversion.
    let copy = bytes.withUnsafeBufferPointer {
      MarkdownRenderer.plainLine($0).map(values.markup(alreadySafe:))
    }
    return copy ?? values.markup { renderer.appendMarkdownLine(bytes, to: &$0) }
  }

  func titles(_ roles: [Ref<Role>]) -> [String] { roles.map { contents.roles[$0].title } }

  /// The reviews in chronological order.
  var reviewsInTime: [Ref<Review>] {
    contents.reviews.refs.sorted {
      (contents.reviews[$0].month, $0) < (contents.reviews[$1].month, $1)
    }
  }

  /// The records that a review names, then those that name the review.
  func forms(for review: Ref<Review>) -> [Ref<Form>] {
    let named = contents.reviews[review].forms
    let naming = contents.forms.entries
      .filter { $0.element.reviews.contains(review) && !named.contains($0.ref) }.map(\.ref)
    return named + naming
  }

  /// The time of a review: "month 3", "at the start".
  func time(of review: Review) -> String {
    review.month == 0 ? "at the start" : "month \(review.month)"
  }
}

/// Words that many statements of a checklist share, stored once among its values.
///
/// It is a class, since it is looked up for each statement.
final class SharedWords {
  /// The title and stem of each kind.
  let kinds: [(title: PageText, stem: PageText?)]

  /// The words of each evidence rule, by number.
  let evidenceRules: [PageText]

  init(_ basis: ChecklistBasis, _ values: PageValues) {
    kinds = basis.framework.contents.kinds.elements.map { kind in
      (title: values.text(kind.title), stem: kind.stem.map { values.text($0) })
    }
    evidenceRules = basis.evidenceRules.map { values.text($0) }
  }
}

/// The head of a checklist or form.
struct ChecklistOpening: RecordShape {
  static let layout = RecordLayout<Self>("checklist opening")

  let title = Field<String>("title", "What it is about.")
  let purpose = Field<String>("purpose", "What it is for, in a sentence.")
  let completedBy = Field<String>(
    "completedBy", "The roles that complete it, with commas between them.")
  let framework = Field<String>("framework", "What the framework is called.")
  let edition = Field<String>("edition", "Its edition.")
  let status = Field<String>("status", "How far the framework has come.")
  let issued = Field<String>("issued", "The day of issue.")
  let notice = Field<[SafeMarkup]>("notice", "What every reader must know, one line a paragraph.")
  let summary = Field<[SafeMarkup]>(
    "summary", "What readers should know about it, one line a paragraph.")
  let people = Field<[String]>("people", "The roles, to be filled in with names or numbers.")
}
