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
/// What was gathered in a part can be kept for the next time (`RememberedTexts`), unless there was something to report in it.
///
/// A class, as are the sets of rules in it: what both cores read must not have its references counted for each text.
final class TextReading: Sendable {
  private let draft: Draft
  private let rules: TextRules
  private let statementRules: StatementRules
  private let uses = TextUses()
  private let parts: [Part]

  /// What is remembered of the same parts; nil if nothing is, and none of it is to be kept.
  private let remembered: RememberedTexts?

  /// Texts of statements, or all others of files.
  private enum Part {
    case statements(Range<Int>)
    case files(Range<Int>, firstTerm: Int)

    /// What tells it from others.
    var key: [UInt32] {
      switch self {
      case .statements(let range): [0, UInt32(range.lowerBound), UInt32(range.upperBound), 0]
      case .files(let range, let firstTerm):
        [1, UInt32(range.lowerBound), UInt32(range.upperBound), UInt32(firstTerm)]
      }
    }
  }

  /// What was found in one part, and what was gathered in it for the end.
  struct Found: Sendable {
    var bag = DiagnosticBag()
    fileprivate var abbreviations = UndefinedAbbreviation.Gathered()
    fileprivate var terms: UnusedTerm.Gathered
    fileprivate var ideas = TwoIdeas.Gathered()
    fileprivate var duplicates = NearDuplicate.Gathered()

    /// What is kept of it for the next time; empty if nothing is.
    fileprivate var kept: ArraySlice<UInt8> = []

    fileprivate init(terms: UnusedTerm.Gathered) { self.terms = terms }
  }

  init(_ draft: Draft, _ remembered: RememberedTexts? = nil) {
    self.draft = draft
    self.remembered = remembered
    rules = TextRules(draft)
    statementRules = StatementRules(draft)
    parts = TextReading.parts(of: draft)
  }

  var partCount: Int { parts.count }

  /// Reads one part.
  func read(_ part: Int) -> Found {
    if let found = recall(part) { return found }
    var found = Found(terms: UnusedTerm.Gathered(count: draft.contents.terms.count))
    switch parts[part] {
    case .statements(let range): readStatements(range, &found)
    case .files(let range, let firstTerm): readFiles(range, firstTerm, &found)
    }
    if remembered != nil { found.kept = found.bytes(for: parts[part].key) }
    return found
  }

  /// What is remembered of a part, if none of its files has changed.
  private func recall(_ part: Int) -> Found? {
    guard let remembered else { return nil }
    let kept = remembered.part(part)
    guard !kept.isEmpty, files(of: parts[part]).allSatisfy(remembered.isSame) else { return nil }
    return Found(kept: kept, of: parts[part].key, draft)
  }

  /// The numbers of the files in which the texts of a part stand, some of them several times.
  private func files(of part: Part) -> [Int] {
    switch part {
    case .statements(let range):
      draft.records(.statement)[range].map { Int($0.declarations.file.id.rawValue) }
    case .files(let range, _): Array(range)
    }
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
    if isWhole { remembered?.keep(parts.map(\.kept)) }
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
    // An edit lets one part be read again, so they are small.
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

extension TextReading.Found {
  /// What was found in a part with a certain key; empty if there was something to report, which is not kept.
  fileprivate func bytes(for key: [UInt32]) -> ArraySlice<UInt8> {
    guard bag.diagnostics.isEmpty else { return [] }
    var writer = NumberWriter()
    for number in key { writer.append(number) }
    abbreviations.write(to: &writer)
    terms.write(to: &writer)
    ideas.write(to: &writer)
    duplicates.write(to: &writer)
    return writer.bytes[...]
  }

  /// Nil if that is not what was kept of the part with this key.
  fileprivate init?(kept: ArraySlice<UInt8>, of key: [UInt32], _ draft: Draft) {
    var reader = NumberReader(kept)
    for number in key where reader.number() != number { return nil }
    guard
      let abbreviations = UndefinedAbbreviation.Gathered(kept: &reader, draft.files),
      let terms = UnusedTerm.Gathered(kept: &reader, count: draft.contents.terms.count),
      let ideas = TwoIdeas.Gathered(kept: &reader, draft.files),
      let duplicates = NearDuplicate.Gathered(kept: &reader), reader.isAtEnd
    else { return nil }
    self.init(terms: terms)
    (self.abbreviations, self.ideas, self.duplicates) = (abbreviations, ideas, duplicates)
    self.kept = kept
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
