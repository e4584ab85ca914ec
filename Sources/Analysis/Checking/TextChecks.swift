internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// Reads every text of a draft once, for all rules that look at words.
///
/// The texts are read in parts, which can be read side by side. What the rules have gathered in them is then put together
/// in the order of the parts, so that it does not matter who was quicker.
struct TextReading: Sendable {
  private let draft: Draft
  private let checks: TextChecks
  private let statementChecks: StatementChecks
  private let uses = TextUses()
  private let parts: [Part]

  /// Texts of statements, or all others of files.
  private enum Part {
    case statements(Range<Int>)
    case files(Range<Int>, firstTerm: Int)
  }

  /// What was found in one part, and what was gathered in it for the end.
  struct Found: Sendable {
    var diagnostics: [Diagnostic] = []
    fileprivate var checks: TextChecks
    fileprivate var statementChecks: StatementChecks
  }

  init(_ draft: Draft) {
    self.draft = draft
    checks = TextChecks(draft)
    statementChecks = StatementChecks(draft)
    parts = TextReading.parts(of: draft)
  }

  var partCount: Int { parts.count }

  /// Reads one part.
  func read(_ part: Int) -> Found {
    var found = Found(checks: checks, statementChecks: statementChecks)
    var bag = DiagnosticBag()
    switch parts[part] {
    case .statements(let range):
      let records = draft.records(.statement)
      for index in range {
        guard let node = records[index].node(.text) else { continue }
        let text = WrittenText(records[index].declarations, node, .statement)
        records[index].tree.withValue(of: node) { bytes in
          found.checks.read(text, bytes, &bag)
          found.statementChecks.read(text, bytes, found.checks.words, Ref(index), &bag)
        }
      }
    case .files(let range, var termCount):
      for file in draft.files[range] {
        file.forEachTextBesideStatements(uses, firstTerm: termCount) { text in
          file.tree.withValue(of: text.node) { found.checks.read(text, $0, &bag) }
        }
        termCount += file.termCount
      }
    }
    found.diagnostics = bag.diagnostics
    return found
  }

  /// Puts together what was found, and reports what only all texts together can tell. `isWhole` if there is no error.
  func finish(_ parts: [Found], isWhole: Bool, _ bag: inout DiagnosticBag) {
    guard var all = parts.first else { return }
    bag.append(contentsOf: all.diagnostics)
    for part in parts.dropFirst() {
      bag.append(contentsOf: part.diagnostics)
      all.checks.merge(part.checks)
      all.statementChecks.merge(part.statementChecks)
    }
    all.statementChecks.finish(&bag)
    all.checks.finish(isWhole: isWhole, &bag)
  }

  private static func parts(of draft: Draft) -> [Part] {
    let (statementCount, files) = (draft.contents.statements.count, draft.files)
    var parts = stride(from: 0, to: statementCount, by: 1024).map { start in
      Part.statements(start..<min(start + 1024, statementCount))
    }
    var (start, size, firstTerm, termCount) = (0, 0, 0, 0)
    for (index, file) in files.enumerated() {
      size += file.tree.nodes.count
      termCount += file.termCount
      guard size > 50_000 || index == files.count - 1 else { continue }
      parts.append(.files(start..<(index + 1), firstTerm: firstTerm))
      (start, size, firstTerm) = (index + 1, 0, termCount)
    }
    return parts
  }
}

/// The rules that look at all texts.
private struct TextChecks: Sendable {
  let draft: Draft

  /// Those of the text that was read last.
  private(set) var words = Words()

  private let avoided: AvoidedWord.Search
  private var abbreviations: UndefinedAbbreviation.Search
  private var terms: UnusedTerm.Search

  init(_ draft: Draft) {
    self.draft = draft
    avoided = AvoidedWord.Search(draft)
    abbreviations = UndefinedAbbreviation.Search(draft)
    terms = UnusedTerm.Search(draft)
  }

  mutating func read(_ text: WrittenText, _ bytes: Span<UInt8>, _ bag: inout DiagnosticBag) {
    words.read(bytes)
    if words.hasOtherThanASCII {
      HiddenCharacter.check(text, draft, &bag)
      LookAlike.check(text, words, &bag)
    }
    guard text.use != .line else { return }
    if text.use == .prose { LongSentence.check(text, words, &bag) }
    avoided.read(text, words, &bag)
    if words.hasCapitals { abbreviations.read(text, words) }
    terms.read(text, words)
  }

  mutating func merge(_ other: TextChecks) {
    abbreviations.merge(other.abbreviations)
    terms.merge(other.terms)
  }

  func finish(isWhole: Bool, _ bag: inout DiagnosticBag) {
    abbreviations.finish(&bag)
    if isWhole { terms.finish(&bag) }
  }
}

/// The rules that look at the text of a statement alone.
private struct StatementChecks: Sendable {
  let draft: Draft
  private let statements: [Statement]
  private let stems: [StemUse]
  private var ideas = TwoIdeas.Search()
  private var duplicates = NearDuplicate.Search()

  init(_ draft: Draft) {
    self.draft = draft
    statements = draft.statements
    stems = draft.contents.kinds.elements.map(StemUse.init)
  }

  mutating func read(
    _ text: WrittenText, _ bytes: Span<UInt8>, _ words: Words, _ ref: Ref<Statement>,
    _ bag: inout DiagnosticBag
  ) {
    guard !statements[ref].isOver, !words.words.isEmpty else { return }
    let kind = statements[ref].kind
    let stem = kind.map { stems[Int($0.index)] } ?? StemUse.none
    if stem.takesInfinitive { UnobservableVerb.check(text, words, &bag) }
    // One that holds two ideas is long for that reason.
    if !ideas.read(text, bytes, words, stem, draft, &bag) {
      LongStatement.check(text, words, draft, &bag)
    }
    duplicates.read(ref, bytes, words, kind)
  }

  mutating func merge(_ other: StatementChecks) {
    ideas.merge(other.ideas)
    duplicates.merge(other.duplicates)
  }

  func finish(_ bag: inout DiagnosticBag) {
    ideas.finish(draft, &bag)
    duplicates.finish(draft, &bag)
  }
}
