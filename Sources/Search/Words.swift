/// Cuts texts into the words that are searched for. `search.js` cuts what people type in the same way.
///
/// A word is a run of letters, digits and marks (the Unicode categories L, N and M), in lower case and with the accents
/// of Latin and Greek letters taken off. A text in a script without spaces between words is cut into pairs of letters
/// that overlap.
struct WordCutter {
  /// What letters outside ASCII have been folded to, where that is something else. `search.js` gets this table, so that
  /// it folds the same letters in the same way.
  private(set) var folded: [Unicode.Scalar: String] = [:]

  private var known: [Unicode.Scalar: Letter] = [:]

  /// Letters that are written as two where they are not to be had.
  private static let ligatures: [Unicode.Scalar: String] = ["ß": "ss", "æ": "ae", "œ": "oe"]

  private enum Letter {
    case none, dropped
    case part(String)
    case unspaced(Unicode.Scalar)
  }

  /// Calls `body` with each word of a text, in order.
  mutating func cut(_ text: String, _ body: (String) -> Void) {
    var text = text
    let isDone = text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
      WordCutter.cut(ascii: bytes, body)
      return true
    }
    if !isDone { cutScalars(text, body) }
  }

  /// The same for a text in ASCII alone, as most are.
  private static func cut(ascii bytes: UnsafeBufferPointer<UInt8>, _ body: (String) -> Void) {
    var start = 0
    for end in 0...bytes.count where end == bytes.count || !bytes[end].isLetterOrDigit {
      if end > start {
        body(
          String(unsafeUninitializedCapacity: end - start) { buffer in
            for index in start..<end { buffer[index - start] = bytes[index].small }
            return end - start
          })
      }
      start = end + 1
    }
  }

  private mutating func cutScalars(_ text: String, _ body: (String) -> Void) {
    var word = ""
    var unspaced: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      switch letter(scalar) {
      case .part(let letter):
        flush(&unspaced, body)
        word += letter
      case .unspaced(let letter):
        flush(&word, body)
        unspaced.append(letter)
      case .dropped: break
      case .none:
        flush(&word, body)
        flush(&unspaced, body)
      }
    }
    flush(&word, body)
    flush(&unspaced, body)
  }

  private func flush(_ word: inout String, _ body: (String) -> Void) {
    guard !word.isEmpty else { return }
    body(word)
    word = ""
  }

  private func flush(_ run: inout [Unicode.Scalar], _ body: (String) -> Void) {
    guard !run.isEmpty else { return }
    if run.count == 1 { body(String(Character(run[0]))) }
    for (first, second) in zip(run, run.dropFirst()) {
      var pair = ""
      pair.unicodeScalars.append(first)
      pair.unicodeScalars.append(second)
      body(pair)
    }
    run = []
  }

  private mutating func letter(_ scalar: Unicode.Scalar) -> Letter {
    if scalar.isASCII {
      switch scalar {
      case "a"..."z", "0"..."9": return .part(String(Character(scalar)))
      case "A"..."Z":
        return .part(String(Character(Unicode.Scalar(UInt8(scalar.value) | 0x20))))
      default: return .none
      }
    }
    if let letter = known[scalar] { return letter }
    let letter = classified(scalar)
    known[scalar] = letter
    return letter
  }

  private mutating func classified(_ scalar: Unicode.Scalar) -> Letter {
    guard scalar.isLetterDigitOrMark else { return .none }
    // The accents of Latin and Greek, where they stand by themselves.
    if (0x300...0x36F).contains(scalar.value) { return .dropped }
    // A capital of which the small form is two letters keeps the first.
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    if let plain = WordCutter.ligatures[lower] ?? lower.withoutAccent.map({ String(Character($0)) })
    {
      folded[lower] = plain
      return .part(plain)
    }
    return lower.isOfScriptWithoutSpaces ? .unspaced(lower) : .part(String(Character(lower)))
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (0x61...0x7A).contains(self) || (0x41...0x5A).contains(self) || (0x30...0x39).contains(self)
  }

  fileprivate var small: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

extension Unicode.Scalar {
  fileprivate var isLetterDigitOrMark: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }

  /// The small Latin or Greek letter that this one is with an accent; nil for any other.
  ///
  /// Read from its name in the Unicode Character Database, as in LATIN SMALL LETTER E WITH ACUTE.
  fileprivate var withoutAccent: Unicode.Scalar? {
    guard let name = properties.name,
      name.hasPrefix("LATIN SMALL LETTER ") || name.hasPrefix("GREEK SMALL LETTER "),
      let base = name.firstRange(of: " WITH ").map({ String(name[..<$0.lowerBound]) })
    else { return nil }
    let candidates =
      name.hasPrefix("L")
      ? Array("abcdefghijklmnopqrstuvwxyz".unicodeScalars)
      : (0x3B1...0x3C9).compactMap { Unicode.Scalar($0) }
    return candidates.first { $0.properties.name == base }
  }

  /// Whether it belongs to a script that is written without spaces between words: Chinese and Japanese characters,
  /// Thai, Lao, Myanmar and Khmer (blocks of the Unicode Standard).
  fileprivate var isOfScriptWithoutSpaces: Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x31F0...0x31FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAA60...0xAA7F, 0xF900...0xFAFF, 0x20000...0x323AF:
      true
    default: false
    }
  }
}
