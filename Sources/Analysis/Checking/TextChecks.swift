internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// Reads every text of a draft once, for all rules that look at words.
func checkTexts(_ draft: Draft, isWhole: Bool, _ bag: inout DiagnosticBag) {
  var texts = TextChecks(draft)
  var statements = StatementChecks(draft)
  for (index, record) in draft.records(.statement).enumerated() {
    guard let node = record.node(.text) else { continue }
    let text = WrittenText(
      record.declarations, node, record.tree.value(of: node), .statement)
    texts.read(text, &bag)
    statements.read(text, texts.words, Ref(index), &bag)
  }
  let uses = TextUses()
  var termCount = 0
  for file in draft.files {
    let tree = file.tree
    for place in file.textsBesideStatements(uses, termCount: &termCount) {
      let bytes = tree.value(of: place.node)
      texts.read(WrittenText(file, place.node, bytes, place.use, term: place.term), &bag)
    }
  }
  statements.finish(&bag)
  texts.finish(isWhole: isWhole, &bag)
}

/// The rules that look at all texts.
private struct TextChecks {
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

  mutating func read(_ text: WrittenText, _ bag: inout DiagnosticBag) {
    words.read(text.bytes)
    if words.hasOtherThanASCII {
      HiddenCharacter.check(text, draft, &bag)
      LookAlike.check(text, words, &bag)
    }
    guard text.use != .line else { return }
    if text.use == .prose { LongSentence.check(text, words, &bag) }
    avoided.read(text, words, &bag)
    abbreviations.read(text, words)
    terms.read(text, words)
  }

  func finish(isWhole: Bool, _ bag: inout DiagnosticBag) {
    abbreviations.finish(&bag)
    if isWhole { terms.finish(&bag) }
  }
}

/// The rules that look at the text of a statement alone.
private struct StatementChecks {
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
    _ text: WrittenText, _ words: Words, _ ref: Ref<Statement>, _ bag: inout DiagnosticBag
  ) {
    guard !statements[ref].isOver, !words.words.isEmpty else { return }
    let kind = statements[ref].kind
    let stem = kind.map { stems[Int($0.index)] } ?? StemUse.none
    if stem.takesInfinitive { UnobservableVerb.check(text, words, &bag) }
    // One that holds two ideas is long for that reason.
    if !ideas.read(text, words, stem, draft, &bag) { LongStatement.check(text, words, draft, &bag) }
    duplicates.read(text, words, kind, ref)
  }

  func finish(_ bag: inout DiagnosticBag) {
    ideas.finish(draft, &bag)
    duplicates.finish(draft, &bag)
  }
}
