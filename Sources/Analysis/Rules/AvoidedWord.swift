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

  /// What to write in its place, if that is known.
  let instead: String?

  /// Whether it is on the framework's own list, and where.
  let listed: SourceRange?

  /// What to put there, if that is certain.
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

  /// Looks for all of them in one go.
  struct Search: Sendable {
    private var entries: [(instead: String?, isExact: Bool, place: SourceRange?)] = []

    /// How many phrases it looks for. Their numbers start at 0.
    var count: Int { entries.count }

    init(_ draft: Draft, _ phrases: inout PhraseList) {
      let record = draft.records(.framework).first?.record(.wording)
      let allowed = Set((record?.texts(.allow) ?? []).map { $0.lowercased() })
      var listed: Set<String> = []
      for entry in record.map({ Array($0.records(.avoid)) }) ?? [] {
        guard let word = entry.text(.word), !allowed.contains(word.lowercased()) else { continue }
        listed.insert(word.lowercased())
        add(word, entry.text(.instead), isExact: false, entry.range(.word), &phrases)
      }
      guard draft.contents.identity.language.lowercased().hasPrefix("en") else { return }
      for (word, instead) in plainerWords where !allowed.contains(word) && !listed.contains(word) {
        add(word, instead, isExact: true, nil, &phrases)
      }
    }

    private mutating func add(
      _ word: String, _ instead: String?, isExact: Bool, _ place: SourceRange?,
      _ phrases: inout PhraseList
    ) {
      phrases.add(word, as: entries.count)
      entries.append((instead, isExact, place))
    }

    /// Reports the words of a text that are one of the phrases. `reported` is the last word of the text that was reported.
    func read(
      _ number: Int, _ range: Range<Int>, _ text: WrittenText, _ words: borrowing Words,
      _ reported: inout Int, _ bag: inout DiagnosticBag
    ) {
      let part = words.extent(of: range)
      guard range.lowerBound > reported, isRunOn(range, text, words), !isQuoted(part, text) else {
        return
      }
      reported = range.upperBound - 1
      let (instead, isExact, place) = entries[number]
      let written = text.text(part).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      bag.report(
        AvoidedWord(
          range: text.range(part), written: written, instead: instead, listed: place,
          replacement: isExact ? instead.map { matchingCase($0, written) } : nil))
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
