internal import Diagnostics
internal import Grammar
internal import Model
internal import Output
internal import Syntax

/// Reads every text of a draft once, for all rules that look at words.
///
/// The texts are read in parts, which can be read side by side. What the rules have gathered in them is then put together
/// in the order of the parts, so that it does not matter who was quicker.
///
/// A class, as are the sets of rules in it: what both cores read must not have its references counted for each text.
final class TextReading: Sendable {
  private let draft: Draft
  private let rules: TextRules
  private let statementRules: StatementRules
  private let uses = TextUses()
  private let parts: [Part]

  /// Texts of statements, or all others of files.
  private enum Part {
    case statements(Range<Int>)
    case files(Range<Int>, firstTerm: Int)
  }

  /// What was found in one part, and what was gathered in it for the end.
  struct Found: Sendable {
    var bag = DiagnosticBag()
    fileprivate var abbreviations = UndefinedAbbreviation.Gathered()
    fileprivate var terms: UnusedTerm.Gathered
    fileprivate var ideas = TwoIdeas.Gathered()
    fileprivate var duplicates = NearDuplicate.Gathered()

    fileprivate init(terms: UnusedTerm.Gathered) { self.terms = terms }
  }

  init(_ draft: Draft) {
    self.draft = draft
    rules = TextRules(draft)
    statementRules = StatementRules(draft)
    parts = TextReading.parts(of: draft)
  }

  var partCount: Int { parts.count }

  /// Reads one part.
  func read(_ part: Int) -> Found {
    var found = Found(terms: UnusedTerm.Gathered(count: draft.contents.terms.count))
    switch parts[part] {
    case .statements(let range): readStatements(range, &found)
    case .files(let range, let firstTerm): readFiles(range, firstTerm, &found)
    }
    return found
  }

  private func readStatements(_ range: Range<Int>, _ found: inout Found) {
    var words = Words()
    let records = draft.records(.statement)
    for index in range {
      guard let node = records[index].node(.text) else { continue }
      let text = WrittenText(records[index].declarations, node, .statement)
      records[index].tree.withValue(of: node) { bytes in
        words.read(bytes)
        rules.read(text, words, &found)
        statementRules.read(text, bytes, words, Ref(index), &found)
      }
    }
  }

  private func readFiles(_ range: Range<Int>, _ firstTerm: Int, _ found: inout Found) {
    var words = Words()
    var termCount = firstTerm
    for file in draft.files[range] {
      file.forEachTextBesideStatements(uses, firstTerm: termCount) { text in
        file.tree.withValue(of: text.node) { words.read($0) }
        rules.read(text, words, &found)
      }
      termCount += file.termCount
    }
  }

  /// Puts together what was found, and reports what only all texts together can tell. `isWhole` if there is no error.
  func finish(_ parts: [Found], isWhole: Bool, _ bag: inout DiagnosticBag) {
    guard var all = parts.first else { return }
    for part in parts.dropFirst() {
      all.bag.append(contentsOf: part.bag.diagnostics)
      all.abbreviations.merge(part.abbreviations)
      all.terms.merge(part.terms)
      all.ideas.merge(part.ideas)
      all.duplicates.merge(part.duplicates)
    }
    bag.append(contentsOf: all.bag.diagnostics)
    all.ideas.finish(draft, &bag)
    all.duplicates.finish(draft, &bag)
    all.abbreviations.finish(&bag)
    if isWhole { all.terms.finish(draft, &bag) }
  }

  private static func parts(of draft: Draft) -> [Part] {
    let (statementCount, files) = (draft.contents.statements.count, draft.files)
    let size = 256
    var parts = stride(from: 0, to: statementCount, by: size).map { start in
      Part.statements(start..<min(start + size, statementCount))
    }
    var (start, nodeCount, firstTerm, termCount) = (0, 0, 0, 0)
    for (index, file) in files.enumerated() {
      nodeCount += file.tree.nodes.count
      termCount += file.termCount
      guard nodeCount > 15_000 || index == files.count - 1 else { continue }
      parts.append(.files(start..<(index + 1), firstTerm: firstTerm))
      (start, nodeCount, firstTerm) = (index + 1, 0, termCount)
    }
    return parts
  }
}

/// The rules that look at all texts.
private final class TextRules: Sendable {
  private let draft: Draft

  /// Those of the rule about avoided words, and then those about terms, so that texts are looked through only once.
  private let phrases: Phrases
  private let avoided: AvoidedWord.Search
  private let abbreviations: UndefinedAbbreviation.Search

  init(_ draft: Draft) {
    self.draft = draft
    var phrases = PhraseList()
    avoided = AvoidedWord.Search(draft, &phrases)
    abbreviations = UndefinedAbbreviation.Search(draft)
    UnusedTerm.addPhrases(of: draft, to: &phrases, firstNumber: avoided.count)
    self.phrases = Phrases(phrases)
  }

  func read(_ text: WrittenText, _ words: borrowing Words, _ found: inout TextReading.Found) {
    if words.hasOtherThanASCII {
      HiddenCharacter.check(text, draft, &found.bag)
      LookAlike.check(text, words, &found.bag)
    }
    guard text.use != .line else { return }
    if text.use == .prose { LongSentence.check(text, words, &found.bag) }
    if words.hasCapitals { abbreviations.read(text, words, &found.abbreviations) }
    var reported = -1
    phrases.forEachMatch(in: words) { number, range in
      if number < avoided.count {
        avoided.read(number, range, text, words, &reported, &found.bag)
      } else {
        found.terms.add(number - avoided.count, in: text)
      }
    }
  }
}

/// The rules that look at the text of a statement alone.
private final class StatementRules: Sendable {
  private let draft: Draft
  private let table: StatementTable
  private let stems: [StemUse]

  init(_ draft: Draft) {
    self.draft = draft
    table = draft.table
    stems = draft.contents.kinds.elements.map(StemUse.init)
  }

  func read(
    _ text: WrittenText, _ bytes: Span<UInt8>, _ words: borrowing Words, _ ref: Ref<Statement>,
    _ found: inout TextReading.Found
  ) {
    guard !table[ref].isOver, !words.words.isEmpty else { return }
    let kind = table[ref].kind
    let stem = kind.map { stems[Int($0.index)] } ?? StemUse.none
    if stem.takesInfinitive { UnobservableVerb.check(text, words, &found.bag) }
    // One that holds two ideas is long for that reason.
    if !found.ideas.read(text, bytes, words, stem, draft, &found.bag) {
      LongStatement.check(text, words, draft, &found.bag)
    }
    found.duplicates.read(ref, bytes, words, kind)
  }
}
