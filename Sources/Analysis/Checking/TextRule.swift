internal import Diagnostics

/// A rule that looks at the words of texts.
///
/// One value is made for a draft, and each slice of its texts is read by a copy of that value. Then the copies are merged in
/// the order of the slices, so that it does not matter which slice was read first.
protocol TextRule: Sendable {
  init(_ draft: Draft)

  /// Reads one text. Reports what the text tells by itself, and notes what only all texts together tell.
  mutating func read(
    _ text: WrittenText, _ bytes: Span<UInt8>, _ words: borrowing Words,
    _ bag: inout DiagnosticBag)

  /// Adds the notes of a later slice.
  mutating func merge(_ later: Self)

  /// Reports what all texts together tell. `isWhole` if there is no error: only then is it certain that something is missing.
  func finish(_ draft: Draft, isWhole: Bool, _ bag: inout DiagnosticBag)
}

extension TextRule {
  mutating func merge(_ later: Self) {}
  func finish(_ draft: Draft, isWhole: Bool, _ bag: inout DiagnosticBag) {}
}

/// The rules that look at words, in the order in which each text is shown to them.
typealias TextRules = Both<
  Both<
    Both<HiddenCharacter.Search, LookAlike.Search>,
    Both<LongSentence.Search, AvoidedWord.Search>
  >,
  Both<
    Both<Both<UnobservableVerb.Search, TwoIdeas.Search>, LongStatement.Search>,
    Both<NearDuplicate.Search, Both<UndefinedAbbreviation.Search, UnusedTerm.Search>>
  >
>

/// Two rules as one: each text is shown to the first and then to the second.
///
/// A type and not a list of rules: the compiler knows each call. A list of existential values would check a box for each rule
/// and text.
struct Both<First: TextRule, Second: TextRule>: TextRule {
  private var first: First
  private var second: Second

  init(_ draft: Draft) {
    first = First(draft)
    second = Second(draft)
  }

  mutating func read(
    _ text: WrittenText, _ bytes: Span<UInt8>, _ words: borrowing Words,
    _ bag: inout DiagnosticBag
  ) {
    first.read(text, bytes, words, &bag)
    second.read(text, bytes, words, &bag)
  }

  mutating func merge(_ later: Both) {
    first.merge(later.first)
    second.merge(later.second)
  }

  func finish(_ draft: Draft, isWhole: Bool, _ bag: inout DiagnosticBag) {
    first.finish(draft, isWhole: isWhole, &bag)
    second.finish(draft, isWhole: isWhole, &bag)
  }
}
