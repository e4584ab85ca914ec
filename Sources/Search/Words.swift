internal import Output

/// Splits texts into searchable words. `search.js` splits what people type by the same rules.
///
/// A word is a run of letters, digits and marks (Unicode categories L, N and M), in lower case and without the accents of Latin
/// and Greek letters. Text in a script without spaces between words is split into overlapping pairs of letters. Words with a
/// hyphen or apostrophe between them are followed by the one word that they make together: "multi-agency" is found as
/// "multiagency" too.
struct WordCutter {
  /// The folding of letters outside ASCII, for those that fold to something else. `search.js` receives this table, so that it
  /// folds the same letters.
  private(set) var folded: [Unicode.Scalar: String] = [:]

  /// The letters folded since the caller last emptied this, each once.
  var foldedLetters: [Unicode.Scalar] = []

  private var known: [Unicode.Scalar: Letter] = [:]

  /// The last scalar looked up. Most often it is the separator between two texts of an entry.
  private var last: (scalar: Unicode.Scalar, letter: Letter)?

  /// The letters of the current word, and of the current run in a script without spaces.
  private var word: [UInt8] = []
  private var unspaced: [Unicode.Scalar] = []

  /// Letters that people without the right keyboard write as two.
  private static let ligatures: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl",
    "ﬅ": "st", "ﬆ": "st",
  ]

  /// The words so far of those that a hyphen or apostrophe joins, and their number.
  private var joined: [UInt8] = []
  private var joinedCount = 0

  /// Whether a hyphen or apostrophe joins the word that ends here and the next one.
  private var joinsNext = false

  /// The last letter that was added as it is, for the marks after it.
  private var lastPart: Unicode.Scalar?

  private enum Letter {
    case none, dropped
    case part(String)
    case folded(from: Unicode.Scalar, to: String)
    case unspaced(Unicode.Scalar)
  }

  /// Calls `body` with the bytes of each word of a text, in order. They are valid until it returns.
  mutating func cut(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    text.withBytes { cut($0, body) }
  }

  /// Calls `body` with the bytes of each word of a UTF-8 text, in order. They are valid until it returns.
  mutating func cut(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    // Letters are written eight at a time, also at the end.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 8) { small in
      var index = 0
      while index < bytes.count {
        let start = index
        index = endOfRun(in: bytes, from: start, small)
        let isEnd = index == bytes.count || bytes[index] < 0x80
        joinsNext = isEnd && index < bytes.count && isJoiner(bytes, at: index)
        if index > start {
          add(UnsafeBufferPointer(rebasing: small[start..<index]), isEnd: isEnd, body)
        }
        guard index < bytes.count else { break }
        if isEnd {
          endWord(body)
          endRun(body)
          if !joinsNext { endJoined() }
          index = index &+ 1
        } else {
          let scalar = scalar(in: bytes, at: &index)
          joinsNext = isJoiner(scalar, bytes, before: index)
          add(scalar, body)
        }
      }
      joinsNext = false
      endWord(body)
      endRun(body)
      endJoined()
    }
  }

  /// Whether the ASCII byte at a place joins two words.
  @inline(__always)
  private func isJoiner(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    switch bytes[place] {
    case UInt8(ascii: "-"): hasLetters(bytes, from: place &+ 1, least: 1)
    case UInt8(ascii: "'"): hasLetters(bytes, from: place &+ 1, least: 3)
    default: false
    }
  }

  /// Whether a hyphen or apostrophe outside ASCII joins two words.
  private func isJoiner(
    _ scalar: Unicode.Scalar, _ bytes: UnsafeBufferPointer<UInt8>, before place: Int
  ) -> Bool {
    switch scalar {
    case "\u{2010}", "\u{2011}": hasLetters(bytes, from: place, least: 1)
    case "\u{2019}": hasLetters(bytes, from: place, least: 3)
    default: false
    }
  }

  /// Whether so many letters follow. An ending such as that of "child's" is no word to join.
  private func hasLetters(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, least: Int
  ) -> Bool {
    guard start + least <= bytes.count else { return false }
    return bytes[start..<(start + least)].allSatisfy {
      $0 >= 0x80 || ($0 | 0x20) &- UInt8(ascii: "a") < 26
    }
  }

  /// Gives a word, and behind the last of joined words what they make together.
  @inline(__always)
  private mutating func give(
    _ word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    body(word)
    if joinsNext || joinedCount > 0 { join(word, body) }
  }

  private mutating func join(
    _ word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    joined.append(contentsOf: word)
    joinedCount += 1
    guard !joinsNext else { return }
    if joinedCount > 1 { joined.withUnsafeBufferPointer(body) }
    endJoined()
  }

  private mutating func endJoined() {
    guard joinedCount > 0 else { return }
    joined.removeAll(keepingCapacity: true)
    joinedCount = 0
  }

  /// Takes a run of ASCII letters and digits. Nearly always the run is a whole word.
  @inline(__always)
  private mutating func add(
    _ run: UnsafeBufferPointer<UInt8>, isEnd: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    if !unspaced.isEmpty { endRun(body) }
    if isEnd, word.isEmpty { return give(run, body) }
    word.append(contentsOf: run)
  }

  /// The end of the run of ASCII letters and digits that begins at `start`. The run is written in lower case to the same offset
  /// of `small`.
  @inline(__always)
  private func endOfRun(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int,
    _ small: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    let (source, target) = (UnsafeRawBufferPointer(bytes), UnsafeMutableRawBufferPointer(small))
    var index = start
    while bytes.count &- index >= 8 {
      let eight = source.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      // Digits have the bit that makes a letter lower case.
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

  /// The number of ASCII letters and digits before the first other byte of eight.
  @inline(__always)
  private func lettersAndDigits(atStartOf eight: UInt64) -> Int {
    let ascii = eight & every(0x7F)
    let letters = highBits(of: ascii | every(0x20), from: UInt8(ascii: "a"), to: UInt8(ascii: "z"))
    let digits = highBits(of: ascii, from: UInt8(ascii: "0"), to: UInt8(ascii: "9"))
    let areOthers = ~(letters | digits) | eight
    return (areOthers & every(0x80)).trailingZeroBitCount &>> 3
  }

  /// The scalar that begins at `index`, which advances to the next. The text is valid UTF-8.
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

  /// Takes a letter outside ASCII, or a separator.
  private mutating func add(
    _ scalar: Unicode.Scalar, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    if let last = lastPart, let whole = scalar.composed(behind: last), word.ends(with: last) {
      word.removeLast(UTF8.width(last))
      return add(whole, body)
    }
    switch letter(scalar) {
    case .part(let letter):
      endRun(body)
      word += letter.utf8
      lastPart = letter.unicodeScalars.first
    case .folded(_, let letter):
      endRun(body)
      word += letter.utf8
    case .unspaced(let letter):
      endWord(body)
      endJoined()
      unspaced.append(letter)
    case .dropped: break
    case .none:
      endWord(body)
      endRun(body)
      if !joinsNext { endJoined() }
    }
  }

  private mutating func endWord(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard !word.isEmpty else { return }
    // The letters are taken out, so that the word is given while this cutter changes.
    let letters = word
    word.removeAll(keepingCapacity: true)
    letters.withUnsafeBufferPointer { give($0, body) }
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

  /// Folds a letter that a collector has folded, so that `folded` has it.
  mutating func fold(_ codePoint: UInt32) {
    if let scalar = Unicode.Scalar(codePoint) { _ = letter(scalar) }
  }

  private mutating func classified(_ scalar: Unicode.Scalar) -> Letter {
    if scalar.isInvisible { return .dropped }
    guard scalar.isLetterDigitOrMark else { return .none }
    // Combining accents of Latin and Greek.
    if (0x300...0x36F).contains(scalar.value) { return .dropped }
    // A capital whose lower-case form has two letters keeps the first.
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    if let plain = WordCutter.ligatures[lower] ?? lower.withoutAccent.map({ String(Character($0)) })
    {
      folded[lower] = plain
      return .folded(from: lower, to: plain)
    }
    return lower.isOfScriptWithoutSpaces ? .unspaced(lower) : .part(String(Character(lower)))
  }
}

extension [UInt8] {
  fileprivate func ends(with scalar: Unicode.Scalar) -> Bool {
    suffix(UTF8.width(scalar)).elementsEqual(String(Character(scalar)).utf8)
  }
}

extension UInt8 {
  /// An ASCII letter in lower case, or an ASCII digit; 0 for anything else.
  fileprivate var smallLetterOrDigit: UInt8 {
    let small = self | 0x20
    return small &- UInt8(ascii: "a") < 26 ? small : self &- UInt8(ascii: "0") < 10 ? self : 0
  }
}

extension Unicode.Scalar {
  /// Whether a reader sees nothing of it inside a word: the soft hyphen, and characters without width.
  fileprivate var isInvisible: Bool {
    switch value {
    case 0xAD, 0x200B, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// The one letter that a letter and this mark behind it are (Normalization Form C); nil if there is none.
  ///
  /// Accents of Latin and Greek letters are dropped anyway, so this is about Cyrillic, Arabic and Hangul.
  fileprivate func composed(behind letter: Unicode.Scalar) -> Unicode.Scalar? {
    switch value {
    case 0x300...0x36F, 0x653...0x655, 0x1161...0x11FF: break
    default: return nil
    }
    var text = String(Character(letter))
    text.unicodeScalars.append(self)
    guard text.count == 1, let character = text.first else { return nil }
    return Unicode.Scalar.composedLetters[character]
  }

  /// The letters that have a form with a mark, by what a reader sees: equal characters are canonically equivalent.
  private static let composedLetters: [Character: Unicode.Scalar] = {
    let ranges: [ClosedRange<UInt32>] = [0x400...0x52F, 0x620...0x6D3, 0xAC00...0xD7A3]
    let scalars = ranges.joined().compactMap { Unicode.Scalar($0) }
    return Dictionary(scalars.map { (Character($0), $0) }) { first, _ in first }
  }()

  fileprivate var isLetterDigitOrMark: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }

  /// The lower-case Latin or Greek letter without its accent; nil for any other scalar.
  ///
  /// It is read from the name in the Unicode Character Database, as in LATIN SMALL LETTER E WITH ACUTE.
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

  /// Whether the scalar belongs to a script without spaces between words: Chinese and Japanese characters, Thai, Lao, Myanmar
  /// and Khmer (blocks of the Unicode Standard).
  fileprivate var isOfScriptWithoutSpaces: Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x31F0...0x31FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAA60...0xAA7F, 0xF900...0xFAFF, 0x20000...0x323AF:
      true
    default: false
    }
  }
}
