internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// An allowed word that no warning would name.
struct IdleAllowance: Problem {
  static let rule = Rule(
    "KSF0636", "idle-allowance", .warning,
    summary:
      "Warns of a word under `wording: allow` that no text uses, or that nobody would be warned of.",
    reason: "It says nothing now, and would later hide a warning that nobody has thought about.",
    bad: "wording:\n  allow: [leverage]  # and no text says so",
    good: "text: explain how leverage works")

  let range: SourceRange?
  let word: String

  /// Whether the word would bring a warning where it is used.
  let isAvoided: Bool

  var message: String {
    isAvoided
      ? "\"\(word)\" is allowed, but no text uses it"
      : "\"\(word)\" is allowed, but nothing would warn of it"
  }

  var help: String { "Take it out of the list, or correct how it is spelt." }

  struct Search: TextRule {
    /// The allowed words that would bring a warning, each with its number.
    private let phrases: Phrases

    /// By number: whether some text uses the word.
    private var isUsed: [Bool]

    init(_ draft: Draft) {
      let words = IdleAllowance.allowed(draft)
      let avoided = words.isEmpty ? [] : IdleAllowance.avoided(draft)
      isUsed = Array(repeating: false, count: words.count)
      var phrases = PhraseList()
      for (number, word) in words.enumerated() where avoided.contains(word.text) {
        phrases.add(word.text, as: number)
      }
      self.phrases = Phrases(phrases)
    }

    mutating func read(
      _ text: WrittenText, _ bytes: Span<UInt8>, _ words: borrowing Words,
      _ bag: inout DiagnosticBag
    ) {
      guard !isUsed.isEmpty, text.use != .line else { return }
      phrases.forEachMatch(in: words) { number, _ in isUsed[number] = true }
    }

    mutating func merge(_ later: Search) {
      for (number, isUsed) in later.isUsed.enumerated() where isUsed { self.isUsed[number] = true }
    }

    func finish(_ draft: Draft, isWhole: Bool, _ bag: inout DiagnosticBag) {
      guard isWhole, isUsed.contains(false) else { return }
      let avoided = IdleAllowance.avoided(draft)
      for (word, isUsed) in zip(IdleAllowance.allowed(draft), isUsed) where !isUsed {
        bag.report(
          IdleAllowance(
            range: word.range, word: word.text, isAvoided: avoided.contains(word.text)))
      }
    }
  }

  /// The words under `wording: allow`, in lower case.
  private static func allowed(_ draft: Draft) -> [(text: String, range: SourceRange)] {
    guard let record = draft.records(.framework).first?.record(.wording) else { return [] }
    return record.items(.allow).map { node in
      (record.tree.text(of: node).lowercased(), record.tree.range(of: node))
    }
  }

  /// The words that bring a warning unless they are allowed, in lower case.
  private static func avoided(_ draft: Draft) -> Set<String> {
    let record = draft.records(.framework).first?.record(.wording)
    var words = Set(
      (record.map { Array($0.records(.avoid)) } ?? []).compactMap { $0.text(.word)?.lowercased() })
    if draft.contents.identity.language.lowercased().hasPrefix("en") {
      words.formUnion(plainerWords.map(\.word))
    }
    return words
  }
}
