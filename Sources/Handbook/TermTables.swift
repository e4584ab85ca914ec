internal import Model

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

  /// By the first three bytes of a word in lower case, folded into fifteen bits: whether any form starts like that.
  /// Most words do not, and are passed over without a hash.
  private(set) var mayStart = [Bool](repeating: false, count: 1 << 15)

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
      mayStart[TermTables.start(of: bytes, at: first.lowerBound)] = true
      forms[TermTables.hash(bytes, first), default: []].append(
        WrittenForm(words: words, isExact: isExact, term: term))
    }
  }
}

/// Words in texts.
extension TermTables {
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

  /// The place in `mayStart` of the word that starts somewhere. Letters beyond ASCII have other bytes in the other
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

  /// FNV-1a of the first bytes that are ASCII, in lower case; what follows is compared anyway.
  static func hash(
    _ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>
  ) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in word {
      let byte = text[index]
      guard byte < 0x80 else { break }
      hash = (hash ^ UInt64(lowercased(byte))) &* 0x100_0000_01b3
    }
    return hash
  }
}
