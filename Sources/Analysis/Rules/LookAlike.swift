internal import Diagnostics
internal import Model
internal import Syntax

/// A word some of whose letters only look like those of its alphabet.
struct LookAlike: Problem {
  static let rule = Rule(
    "KSF0624", "look-alike", .warning,
    summary:
      "Warns of a word in Latin letters in which some letters are Greek or Cyrillic ones that look the same.",
    reason:
      "Searches and screen readers take it for another word, and so do those who compare texts.",
    bad: "text: pl\u{0430}n direct work  # the a is a Cyrillic letter",
    good: "text: plan direct work")

  let range: SourceRange?
  let word: String

  /// The letters that are not what they seem, each once.
  let letters: [Unicode.Scalar]

  /// The word as it seems, if that is certain.
  let meant: String?

  var message: String {
    let named = letters.map { "\($0) (\(LookAlike.script(of: $0)))" }
    return "\"\(word)\" has letters that only look like Latin ones: \(joined(named, by: "and"))"
  }

  var help: String { "Type the word anew." }

  var fixes: [Diagnostic.Fix] {
    guard let meant, let range else { return [] }
    return [Diagnostic.Fix("write it in Latin letters", [Diagnostic.Edit(range, meant)])]
  }

  /// Looks at texts that are not in ASCII.
  struct Search: TextRule {
    init(_ draft: Draft) {}

    mutating func read(
      _ text: WrittenText, _ bytes: Span<UInt8>, _ words: borrowing Words,
      _ bag: inout DiagnosticBag
    ) {
      if words.hasOtherThanASCII { LookAlike.check(text, words, &bag) }
    }
  }

  private static func check(
    _ text: WrittenText, _ words: borrowing Words, _ bag: inout DiagnosticBag
  ) {
    for word in words.words where Int(word.smallLetters) + Int(word.capitals) < word.range.count {
      let written = text.text(word.range)
      let scalars = written.unicodeScalars
      let twins = scalars.filter { latinTwin(of: $0) != nil }
      guard !twins.isEmpty, scalars.contains(where: { $0.isASCII && $0.properties.isAlphabetic })
      else { continue }
      // With letters that have no twin it may as well be the Latin ones that are wrong.
      let isCertain = !scalars.contains {
        (0x370...0x52F).contains($0.value) && latinTwin(of: $0) == nil
      }
      let range = text.range(word.range)
      let isVerbatim = text.declarations.file.text(range) == written
      var letters: [Unicode.Scalar] = []
      for letter in twins where !letters.contains(letter) { letters.append(letter) }
      bag.report(
        LookAlike(
          range: range, word: written, letters: letters,
          meant: isCertain && isVerbatim
            ? String(String.UnicodeScalarView(scalars.map { latinTwin(of: $0) ?? $0 })) : nil))
    }
  }

  private static func script(of letter: Unicode.Scalar) -> String {
    letter.value < 0x400 ? "Greek" : "Cyrillic"
  }

  /// Letters that look the same as a Latin one in most fonts (Unicode Technical Standard 39, confusables).
  private static func latinTwin(of letter: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x370...0x52F).contains(letter.value) else { return nil }
    return latinTwins.first { $0.key == letter }?.value
  }

  private static let latinTwins: KeyValuePairs<Unicode.Scalar, Unicode.Scalar> = [
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C",
    "Т": "T", "У": "Y", "Х": "X", "Ѕ": "S", "І": "I", "Ј": "J",
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "ѕ": "s", "і": "i",
    "ј": "j", "һ": "h", "ԁ": "d",
    "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N",
    "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X", "ο": "o",
  ]
}
