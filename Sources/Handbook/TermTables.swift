internal import Model
internal import Output

/// The terms of a glossary in tables, as `TermFinder` looks them up.
struct TermTables {
  /// A form of a term: its words as a range of `words`, and the term's place in the glossary.
  struct Form {
    let words: Range<Int>
    let isExact: Bool
    let term: Int
  }

  /// What a form is made of. Forms themselves own nothing, since pages that are made at the same time look at them.
  private struct WrittenForm {
    let words: [[UInt8]]
    let isExact: Bool
    let term: Int
  }

  /// The words of all forms, one behind the other, and where each of them stands.
  private(set) var bytes: [UInt8] = []
  private(set) var words: [Range<Int>] = []

  /// Those that start with the same word together, the longest first.
  private(set) var forms: [Form] = []
  private(set) var groups: [Range<Int>] = []

  /// The groups by the hash of their first word in lower case: at its last bits or, where another stands there, behind
  /// them. Negative for none.
  private(set) var places: [(hash: UInt64, group: Int32)] = []

  /// By the first three bytes of a word in lower case, folded into fifteen bits: how long the words are that start like that
  /// and begin a form, as bits. Most words are not among them, and are passed over without a hash.
  private(set) var lengths = [UInt32](repeating: 0, count: 1 << 15)

  /// Where `lengths` has any, one bit each: a table that stays in the nearest cache of the processor.
  private(set) var starts = [UInt64](repeating: 0, count: 1 << 9)

  init(_ terms: Table<Term>) {
    var written: [UInt64: [WrittenForm]] = [:]
    for (index, term) in terms.elements.enumerated() {
      for form in [term.term] + term.also { add(form, isExact: false, index, to: &written) }
      if let abbreviation = term.abbreviation {
        add(abbreviation, isExact: true, index, to: &written)
      }
    }
    var size = 2
    while size < 2 * written.count { size *= 2 }
    places = Array(repeating: (hash: 0, group: -1), count: size)
    for (hash, group) in written {
      var place = Int(truncatingIfNeeded: hash) & (size - 1)
      while places[place].group >= 0 { place = (place + 1) & (size - 1) }
      places[place] = (hash, Int32(groups.count))
      let start = forms.count
      for form in group.sorted(by: { $0.words.count > $1.words.count }) { add(form) }
      groups.append(start..<forms.count)
    }
  }

  private mutating func add(_ form: WrittenForm) {
    let start = words.count
    for word in form.words {
      words.append(bytes.count..<(bytes.count + word.count))
      bytes += word
    }
    forms.append(
      Form(words: start..<words.count, isExact: form.isExact, term: form.term))
  }

  private mutating func add(
    _ form: String, isExact: Bool, _ term: Int, to forms: inout [UInt64: [WrittenForm]]
  ) {
    let bytes = Array((isExact ? form : form.lowercased()).utf8)
    bytes.withUnsafeBufferPointer { bytes in
      guard let first = TermTables.word(of: bytes, from: 0) else { return }
      var words: [[UInt8]] = []
      var end = 0
      while let word = TermTables.word(of: bytes, from: end) {
        words.append(Array(bytes[word]))
        end = word.upperBound
      }
      // Letters beyond ASCII may be longer or shorter in the other case.
      let start = TermTables.start(of: bytes, at: first.lowerBound)
      lengths[start] |=
        bytes[first].contains { $0 >= 0x80 } ? .max : TermTables.lengthBit(first.count)
      starts[start >> 6] |= 1 << UInt64(start & 63)
      forms[TermTables.hash(bytes, first), default: []].append(
        WrittenForm(words: words, isExact: isExact, term: term))
    }
  }
}

/// Words in texts.
extension TermTables {
  /// The eight bytes from a place on, the first of them the lowest, with zeros behind the end of the text.
  @inline(__always)
  static func eightBytes(of text: UnsafeBufferPointer<UInt8>, from place: Int) -> UInt64 {
    guard text.count >= 8, let first = text.baseAddress else {
      return text[place...].prefix(8).reversed().reduce(0) { $0 &<< 8 | UInt64($1) }
    }
    // Near the end the last eight, of which those before the place are pushed out.
    let start = min(place, text.count &- 8)
    return UnsafeRawPointer(first + start).loadUnaligned(as: UInt64.self).littleEndian
      &>> UInt64(truncatingIfNeeded: 8 &* (place &- start))
  }

  /// Where a word goes on to that has begun before a place, and whether what it has from there on is of ASCII.
  static func restOfWord(
    in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (end: Int, isASCII: Bool) {
    var (end, all) = (start, UInt8(0))
    while end < text.count, isWordByte(text[end]) {
      all |= text[end]
      end = end &+ 1
    }
    return (end, all < 0x80)
  }

  /// How many of eight bytes stand in words, up to the first that does not.
  @inline(__always)
  static func lengthOfWord(in block: UInt64) -> Int {
    let ascii = block & every(0x7F)
    let letters = highBits(of: ascii | every(0x20), from: UInt8(ascii: "a"), to: UInt8(ascii: "z"))
    let digits = highBits(of: ascii, from: UInt8(ascii: "0"), to: UInt8(ascii: "9"))
    return (~(block | letters | digits) & every(0x80)).trailingZeroBitCount &>> 3
  }

  /// The bit of words of so many bytes; the longest share one.
  @inline(__always)
  static func lengthBit(_ length: Int) -> UInt32 {
    1 &<< UInt32(truncatingIfNeeded: min(length, 31))
  }

  /// The next word: letters and digits. What is not ASCII counts as a letter, so that no word is cut in two.
  static func word(
    of text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Range<Int>? {
    var first = start
    while first < text.count, !isWordByte(text[first]) { first += 1 }
    guard first < text.count else { return nil }
    var end = first + 1
    while end < text.count, isWordByte(text[end]) { end += 1 }
    return first..<end
  }

  @inline(__always)
  static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte >= 0x80
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// The place in `lengths` of the word that starts somewhere. Letters beyond ASCII have other bytes in the other
  /// case, so all of them count as one.
  @inline(__always)
  static func start(of text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    var start = 0
    for offset in index..<min(index + 3, text.count) {
      let byte = text[offset]
      guard byte < 0x80, isWordByte(byte) else { break }
      start |= Int(byte & 0x1F) << (5 * (offset - index))
    }
    return start
  }

  /// The same for a word whose first eight bytes are known, with zeros behind its end.
  @inline(__always)
  static func start(of block: UInt64) -> Int {
    // Up to the first byte beyond ASCII, if there is one.
    let others = block & every(0x80)
    let ascii = others == 0 ? block : block & ((others & (0 &- others)) &>> 7 &- 1)
    return Int(truncatingIfNeeded: ascii & 0x1F | (ascii &>> 3) & 0x3E0 | (ascii &>> 6) & 0x7C00)
  }

  /// A hash of the first bytes that are ASCII, in lower case; what follows is compared anyway.
  static func hash(
    _ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>
  ) -> UInt64 {
    var hash = UInt64(0xcbf2_9ce4_8422_2325)
    var index = word.lowerBound
    while index < word.upperBound {
      let (block, isASCII) = eightBytes(of: text, index..<word.upperBound)
      // Multiplied in both halves, so that each byte counts in the last bits.
      let product = (hash ^ block).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
      hash = product.high ^ product.low
      guard isASCII else { break }
      index = index &+ 8
    }
    return hash
  }

  /// The next eight bytes of a word in lower case, or as many as there are up to its end or the first that is not ASCII.
  @inline(__always)
  private static func eightBytes(
    of text: UnsafeBufferPointer<UInt8>, _ rest: Range<Int>
  ) -> (block: UInt64, isASCII: Bool) {
    var block: UInt64 = 0
    if text.count &- rest.lowerBound >= 8, let first = text.baseAddress {
      block = UnsafeRawPointer(first + rest.lowerBound).loadUnaligned(as: UInt64.self).littleEndian
      if rest.count < 8 { block &= 1 &<< UInt64(truncatingIfNeeded: 8 &* rest.count) &- 1 }
    } else {
      for (place, index) in rest.prefix(8).enumerated() {
        block |= UInt64(text[index]) << UInt64(8 * place)
      }
    }
    let others = block & every(0x80)
    if others != 0 { block &= 1 &<< UInt64(others.trailingZeroBitCount &- 7) &- 1 }
    // Of digits, and of what is no byte of the word, this changes nothing that tells words apart.
    return (block | every(0x20), others == 0)
  }
}
