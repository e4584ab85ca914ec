internal import Diagnostics

/// A rule that looks at the words of texts.
///
/// One value is made for a draft, and each slice of its texts is read by a copy of that value. Then the copies are merged in
/// the order of the slices, so that it does not matter which slice was read first.
protocol TextRule: Sendable {
  /// Whether the rule reports what is missing. Such a rule finishes only if there is no error, since what it misses may be
  /// what a mistake hides.
  static var isAboutMissing: Bool { get }

  init(_ draft: Draft)

  /// Reads one text. Reports what the text tells by itself, and notes what only all texts together tell.
  mutating func read(
    _ text: WrittenText, _ bytes: Span<UInt8>, _ words: borrowing Words,
    _ bag: inout DiagnosticBag)

  /// Adds the notes of a later slice.
  mutating func merge(_ later: Self)

  /// Reports what all texts together tell.
  func finish(_ draft: Draft, _ bag: inout DiagnosticBag)
}

extension TextRule {
  static var isAboutMissing: Bool { false }
  mutating func merge(_ later: Self) {}
  func finish(_ draft: Draft, _ bag: inout DiagnosticBag) {}

  /// Adds the notes of a later slice that are known to be of the same rule.
  fileprivate mutating func merge(sameRule later: any TextRule) {
    if let later = later as? Self { merge(later) }
  }
}

/// The rules that look at words, in the order in which each text is shown to them.
private let textRules: [any TextRule.Type] = [
  HiddenCharacter.Search.self,
  LookAlike.Search.self,
  LongSentence.Search.self,
  AvoidedWord.Search.self,
  UnobservableVerb.Search.self,
  TwoIdeas.Search.self,
  LongStatement.Search.self,
  NearDuplicate.Search.self,
  UndefinedAbbreviation.Search.self,
  UnusedTerm.Search.self,
]

/// All rules that look at words, and what they have found so far.
struct TextRules: Sendable {
  private var rules: [any TextRule]
  private var bag = DiagnosticBag()

  init(_ draft: Draft) {
    rules = textRules.map { $0.init(draft) }
  }

  /// Shows a text to each rule.
  mutating func read(_ text: WrittenText, _ bytes: Span<UInt8>, _ words: borrowing Words) {
    for index in rules.indices { rules[index].read(text, bytes, words, &bag) }
  }

  /// Adds what was found in a later slice.
  mutating func merge(_ later: TextRules) {
    for index in rules.indices { rules[index].merge(sameRule: later.rules[index]) }
    bag.append(contentsOf: later.bag.diagnostics)
  }

  /// Reports everything that was found. `isWhole` if there is no error.
  func finish(_ draft: Draft, isWhole: Bool, _ bag: inout DiagnosticBag) {
    bag.append(contentsOf: self.bag.diagnostics)
    for rule in rules where isWhole || !type(of: rule).isAboutMissing { rule.finish(draft, &bag) }
  }
}
