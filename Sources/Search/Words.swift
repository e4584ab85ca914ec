internal import Output

/// Cuts texts into the words that are searched for. `search.js` cuts what people type in the same way.
///
/// A word is a run of letters, digits and marks (the Unicode categories L, N and M), in lower case and with the accents
/// of Latin and Greek letters taken off. A text in a script without spaces between words is cut into pairs of letters
/// that overlap.
struct WordCutter {
  /// What letters outside ASCII have been folded to, where that is something else. `search.js` gets this table, so that
  /// it folds the same letters in the same way.
  private(set) var folded: [Unicode.Scalar: String] = [:]

  /// Which of them were folded since this was last emptied, each once.
  var foldedLetters: [Unicode.Scalar] = []

  private var known: [Unicode.Scalar: Letter] = [:]

  /// The one that was asked for last. Most often that is the mark between two texts of an entry.
  private var last: (scalar: Unicode.Scalar, letter: Letter)?

  /// The letters of the word, or of the run without spaces, that is being read.
  private var word: [UInt8] = []
  private var unspaced: [Unicode.Scalar] = []

  /// Letters that are written as two where they are not to be had.
  private static let ligatures: [Unicode.Scalar: String] = ["ß": "ss", "æ": "ae", "œ": "oe"]

  private enum Letter {
    case none, dropped
    case part(String)
    case folded(from: Unicode.Scalar, to: String)
    case unspaced(Unicode.Scalar)
  }

  /// Calls `body` with the bytes of each word of a text, in order. They are there until it returns.
  mutating func cut(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    text.withBytes { cut($0, body) }
  }

  /// The same for the bytes of a text.
  mutating func cut(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    // Eight letters are written at once.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 8) { small in
      var index = 0
      while index < bytes.count {
        let start = index
        index = endOfRun(in: bytes, from: start, small)
        let isEnd = index == bytes.count || bytes[index] < 0x80
        if index > start {
          add(UnsafeBufferPointer(rebasing: small[start..<index]), isEnd: isEnd, body)
        }
        guard index < bytes.count else { break }
        if isEnd {
          endWord(body)
          endRun(body)
          index = index &+ 1
        } else {
          add(scalar(in: bytes, at: &index), body)
        }
      }
      endWord(body)
      endRun(body)
    }
  }

  /// Takes letters and digits of ASCII. Nearly always they are a word as they stand there.
  @inline(__always)
  private mutating func add(
    _ run: UnsafeBufferPointer<UInt8>, isEnd: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    if !unspaced.isEmpty { endRun(body) }
    if isEnd, word.isEmpty { return body(run) }
    word.append(contentsOf: run)
  }

  /// Where the letters and digits of ASCII end that begin at a place, and writes them in lower case to the same place of
  /// `small`.
  @inline(__always)
  private func endOfRun(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int,
    _ small: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    let (source, target) = (UnsafeRawBufferPointer(bytes), UnsafeMutableRawBufferPointer(small))
    var index = start
    while bytes.count &- index >= 8 {
      let eight = source.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      // Digits have the bit that makes letters small.
      target.storeBytes(
        of: (eight | every(0x20)).littleEndian, toByteOffset: index, as: UInt64.self)
      let count = lettersAndDigits(atStartOf: eight)
      index = index &+ count
      if count < 8 { return index }
    }
    while index < bytes.count {
      let letter = bytes[index].smallLetterOrDigit
      guard letter != 0 else { break }
      small[index] = letter
      index = index &+ 1
    }
    return index
  }

  /// How many of eight bytes are letters and digits of ASCII, up to the first that is not.
  @inline(__always)
  private func lettersAndDigits(atStartOf eight: UInt64) -> Int {
    let ascii = eight & every(0x7F)
    let letters = highBits(of: ascii | every(0x20), from: UInt8(ascii: "a"), to: UInt8(ascii: "z"))
    let digits = highBits(of: ascii, from: UInt8(ascii: "0"), to: UInt8(ascii: "9"))
    let areOthers = ~(letters | digits) | eight
    return (areOthers & every(0x80)).trailingZeroBitCount &>> 3
  }

  /// The scalar that begins at a byte, which goes on to the next. The text is UTF-8.
  private func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, at index: inout Int
  ) -> Unicode.Scalar {
    let first = UInt32(bytes[index])
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first & (0xFF >> UInt32(length + 1))
    for next in 1..<length { value = value << 6 | UInt32(bytes[index + next] & 0x3F) }
    index += length
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// Takes a letter outside ASCII, or what stands between words.
  private mutating func add(
    _ scalar: Unicode.Scalar, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    switch letter(scalar) {
    case .part(let letter), .folded(_, let letter):
      endRun(body)
      word += letter.utf8
    case .unspaced(let letter):
      endWord(body)
      unspaced.append(letter)
    case .dropped: break
    case .none:
      endWord(body)
      endRun(body)
    }
  }

  private mutating func endWord(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard !word.isEmpty else { return }
    word.withUnsafeBufferPointer(body)
    word.removeAll(keepingCapacity: true)
  }

  private mutating func endRun(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard !unspaced.isEmpty else { return }
    func give(_ letters: ArraySlice<Unicode.Scalar>) {
      var text = ""
      text.unicodeScalars.append(contentsOf: letters)
      text.withUTF8(body)
    }
    if unspaced.count == 1 { give(unspaced[...]) }
    for start in unspaced.indices.dropLast() { give(unspaced[start...(start + 1)]) }
    unspaced = []
  }

  private mutating func letter(_ scalar: Unicode.Scalar) -> Letter {
    if let last, last.scalar == scalar {
      note(last.letter)
      return last.letter
    }
    let letter = known[scalar] ?? classified(scalar)
    known[scalar] = letter
    last = (scalar, letter)
    note(letter)
    return letter
  }

  private mutating func note(_ letter: Letter) {
    if case .folded(let from, _) = letter, !foldedLetters.contains(from) {
      foldedLetters.append(from)
    }
  }

  /// Folds a letter that was folded when words were read, so that the table has it.
  mutating func fold(_ codePoint: UInt32) {
    if let scalar = Unicode.Scalar(codePoint) { _ = letter(scalar) }
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
      return .folded(from: lower, to: plain)
    }
    return lower.isOfScriptWithoutSpaces ? .unspaced(lower) : .part(String(Character(lower)))
  }
}

extension UInt8 {
  /// A letter in lower case or a digit as it is; 0 for anything else. Of ASCII alone.
  fileprivate var smallLetterOrDigit: UInt8 {
    let small = self | 0x20
    return small &- UInt8(ascii: "a") < 26 ? small : self &- UInt8(ascii: "0") < 10 ? self : 0
  }
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
      let base = name.firstUTF8Range(of: " WITH ").map({ String(name[..<$0.lowerBound]) })
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
