internal import Diagnostics
internal import Grammar
internal import Model

/// A word for which there is a plainer one, or that the authors agreed to avoid.
struct AvoidedWord: Problem {
  static let rule = Rule(
    "KSF0610", "avoided-word", .warning,
    summary: """
      Warns of words that the framework lists under `wording: avoid`, and, in English, of a few for which there is nearly \
      always a plainer one. Those under `wording: allow` are not reported.
      """,
    reason:
      "Plain words are read faster, also by those for whom English is a second language, and mean one thing.",
    bad: "text: utilise a genogram prior to the visit",
    good: "text: use a genogram before the visit")

  let range: SourceRange?
  let written: String

  /// The word to write in its place, if that is known.
  let instead: String?

  /// The range in the framework's own list, if it is there.
  let listed: SourceRange?

  /// The word to put there, if that is certain.
  let replacement: String?

  var message: String {
    listed == nil
      ? "\"\(written)\" can be said more plainly"
      : "\"\(written)\" is a word that this framework avoids"
  }

  var label: String { (replacement ?? instead).map { "better: \($0)" } ?? "" }

  var notes: [Diagnostic.Note] {
    listed.map { [Diagnostic.Note("it is on the list of words to avoid", at: $0)] } ?? []
  }

  var help: String {
    let advice = (replacement ?? instead).map { "Write \"\($0)\"" } ?? "Write it in another way"
    return
      "\(advice). If this word is meant, list it in the framework under `wording`: allow: [\(written)]"
  }

  var fixes: [Diagnostic.Fix] {
    guard let replacement, let range else { return [] }
    return [
      Diagnostic.Fix(
        "write \"\(replacement)\" for \"\(written)\"", [Diagnostic.Edit(range, replacement)])
    ]
  }

  struct Search: TextRule {
    /// The words and phrases that it looks for, each with the number of its entry.
    private let phrases: Phrases
    private let entries: [Entry]

    private struct Entry: Sendable {
      let word: String
      let instead: String?

      /// Whether `instead` can be put there as it is.
      let isExact: Bool

      /// The range in the framework's own list.
      let listed: SourceRange?

      /// Whether the framework allows the word, so that no text is at fault.
      let isAllowed: Bool
    }

    /// The allowed words that some text uses, in lower case.
    private var used: Set<String> = []

    init(_ draft: Draft) {
      entries = Search.entries(draft)
      var phrases = PhraseList()
      for (number, entry) in entries.enumerated() { phrases.add(entry.word, as: number) }
      self.phrases = Phrases(phrases)
    }

    private static func entries(_ draft: Draft) -> [Entry] {
      var entries: [Entry] = []
      let record = draft.records(.framework).first?.record(.wording)
      let allowed = Set((record?.texts(.allow) ?? []).map { $0.lowercased() })
      for entry in record.map({ Array($0.records(.avoid)) }) ?? [] {
        guard let word = entry.text(.word) else { continue }
        entries.append(
          Entry(
            word: word, instead: entry.text(.instead), isExact: false, listed: entry.range(.word),
            isAllowed: allowed.contains(word.lowercased())))
      }
      guard draft.contents.identity.language.lowercased().hasPrefix("en") else { return entries }
      let listed = Set(entries.map { $0.word.lowercased() })
      for (word, instead) in plainerWords where !listed.contains(word) {
        entries.append(
          Entry(
            word: word, instead: instead, isExact: true, listed: nil,
            isAllowed: allowed.contains(word)))
      }
      return entries
    }

    mutating func read(
      _ text: WrittenText, _ bytes: Span<UInt8>, _ words: borrowing Words,
      _ bag: inout DiagnosticBag
    ) {
      guard text.use != .line else { return }
      var lastReported = -1
      phrases.forEachMatch(in: words) { number, range in
        guard !entries[number].isAllowed else {
          used.insert(entries[number].word.lowercased())
          return
        }
        let part = words.extent(of: range)
        guard range.lowerBound > lastReported, isRunOn(range, text, words), !isQuoted(part, text)
        else { return }
        lastReported = range.upperBound - 1
        report(entries[number], text, part, &bag)
      }
    }

    mutating func merge(_ later: Search) { used.formUnion(later.used) }

    func finish(_ draft: Draft, isWhole: Bool, _ bag: inout DiagnosticBag) {
      guard isWhole else { return }
      let words = Set(entries.lazy.filter(\.isAllowed).map { $0.word.lowercased() })
      IdleAllowance.check(draft, avoided: words, used: used, &bag)
    }

    private func report(
      _ entry: Entry, _ text: WrittenText, _ part: Range<Int>, _ bag: inout DiagnosticBag
    ) {
      let written = text.text(part).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      bag.report(
        AvoidedWord(
          range: text.range(part), written: written, instead: entry.instead, listed: entry.listed,
          replacement: entry.isExact ? entry.instead.map { matchingCase($0, written) } : nil))
    }

    /// Whether only white space, or the hyphen of one word, stands between the words.
    private func isRunOn(_ range: Range<Int>, _ text: WrittenText, _ words: borrowing Words) -> Bool
    {
      let bytes = text.bytes
      return zip(words.words[range], words.words[range].dropFirst()).allSatisfy { left, right in
        bytes[(bytes.startIndex + Int(left.end))..<(bytes.startIndex + Int(right.start))]
          .allSatisfy { $0 <= UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
      }
    }

    /// Whether the words stand in quotation marks by themselves, so that they are spoken about and not used.
    private func isQuoted(_ part: Range<Int>, _ text: WrittenText) -> Bool {
      let before = text.text(max(0, part.lowerBound - 3)..<part.lowerBound).unicodeScalars.last
      return before.map { "\"\u{201C}\u{2018}'".unicodeScalars.contains($0) } ?? false
    }

    private func matchingCase(_ word: String, _ written: String) -> String {
      written.first?.isUppercase == true ? word.prefix(1).uppercased() + word.dropFirst() : word
    }
  }
}
