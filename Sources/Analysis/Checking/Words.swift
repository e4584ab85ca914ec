/// The words and sentences of one text. Made once and filled anew for each text, so that reading a framework of
/// thousands of texts allocates nothing; and not copied, so that to hand it to a rule counts no references.
struct Words: ~Copyable, Sendable {
  private(set) var words: [Word] = []

  /// As ranges of `words`; none is empty.
  private(set) var sentences: [Range<Int>] = []

  /// Whether there is a byte that is not ASCII.
  private(set) var hasOtherThanASCII = false

  /// Whether a word has two capitals or more.
  private(set) var hasCapitals = false

  private var sentenceStart = 0

  /// Where the word that was read last ends.
  private var latestEnd = -2

  /// A run of letters and digits, with the apostrophes inside it.
  struct Word: Sendable {
    /// Of its small letters, without a possessive ending.
    var hash = WordHash()
    /// Byte offsets in the text.
    var start: Int32
    var end: Int32
    var capitals: UInt16 = 0
    var smallLetters: UInt16 = 0
    var digits: UInt16 = 0
    /// Whether only a hyphen, full stop or comma stands between the word before and this one: "two-week", "1.5".
    var isJoined = false

    var range: Range<Int> { Int(start)..<Int(end) }
  }
}

extension Words {
  /// Reads a text in Markdown. Code, the addresses of links and `[[links]]` to ids are no words.
  mutating func read(_ text: Span<UInt8>) {
    words.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    hasOtherThanASCII = false
    hasCapitals = false
    sentenceStart = 0
    latestEnd = -2
    text.withUnsafeBufferPointer { read($0) }
    endSentence()
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if isWordByte(byte), let end = readWord(bytes, from: offset) {
        // Most words have a space behind them, which is nothing to look at.
        offset = end < bytes.count && bytes[end] == UInt8(ascii: " ") ? end + 1 : end
        continue
      }
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        if endsSentence(bytes, after: offset) { endSentence() }
      case UInt8(ascii: "\n"):
        if startsBlock(bytes, after: offset) { endSentence() }
      case UInt8(ascii: "`"):
        offset = end(of: UInt8(ascii: "`"), bytes, from: offset + 1) ?? offset
      case UInt8(ascii: "]"):
        if offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "(") {
          offset = end(of: UInt8(ascii: ")"), bytes, from: offset + 2) ?? offset
        }
      case UInt8(ascii: "["):
        if offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "[") {
          offset = end(of: UInt8(ascii: "]"), bytes, from: offset + 2) ?? offset
        }
      case 0x80...:
        hasOtherThanASCII = true
        offset += otherLength(bytes, at: offset) - 1
      default: break
      }
      offset += 1
    }
  }

  private mutating func endSentence() {
    if words.count > sentenceStart { sentences.append(sentenceStart..<words.count) }
    sentenceStart = words.count
  }
}

extension Words {
  /// How many words a reader counts in a range of them.
  func count(in range: Range<Int>) -> Int {
    words[range].count { !$0.isJoined }
  }

  /// The index past the first so many words of a range, as a reader counts them.
  func index(after count: Int, in range: Range<Int>) -> Int {
    var left = count
    for index in range where !words[index].isJoined {
      if left == 0 { return index }
      left -= 1
    }
    return range.upperBound
  }

  /// The bytes from the start of the first word of a range to the end of its last.
  func extent(of range: Range<Int>) -> Range<Int> {
    Int(words[range.lowerBound].start)..<Int(words[range.upperBound - 1].end)
  }
}

extension Words {
  /// Adds the word that starts at an offset and returns where it ends; nil if nothing of it is a letter or digit.
  @inline(__always)
  private mutating func readWord(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var hasher = WordHasher()
    var letters = Letters()
    var digits = 0
    var offset = start
    while offset < bytes.count {
      offset = readLetters(bytes, from: offset, &letters, &hasher)
      guard offset < bytes.count else { break }
      let byte = bytes[offset]
      if isASCIIDigit(byte) {
        hasher.add(byte)
        digits += 1
      } else if byte == UInt8(ascii: "'") || byte >= 0x80 {
        guard let (next, isEnd) = readOther(bytes, at: offset, &letters, &hasher) else { break }
        offset = next
        if isEnd { break }
        continue
      } else {
        break
      }
      offset += 1
    }
    guard offset > start else { return nil }
    if isAddress(bytes, at: offset) { return endOfAddress(bytes, from: offset) }
    if letters.capitals > 1 { hasCapitals = true }
    let isJoined =
      latestEnd + 1 == start
      && (UInt8(ascii: ",")...UInt8(ascii: ".")).contains(bytes[start - 1])
    latestEnd = offset
    words.append(
      Word(
        hash: hasher.hash, start: Int32(truncatingIfNeeded: start),
        end: Int32(truncatingIfNeeded: offset),
        capitals: UInt16(truncatingIfNeeded: letters.capitals),
        smallLetters: UInt16(truncatingIfNeeded: letters.small),
        digits: UInt16(truncatingIfNeeded: digits), isJoined: isJoined))
    return offset
  }

  /// How many letters of each size a word has. What is not ASCII counts as small.
  private struct Letters {
    var capitals = 0
    var small = 0
  }

  /// Reads the letters of ASCII from an offset on, of which nearly all words consist, and returns where they end.
  @inline(__always)
  private func readLetters(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ letters: inout Letters,
    _ hasher: inout WordHasher
  ) -> Int {
    var offset = start
    var small = 0
    var isEnd = false
    // Eight at once: most words are read whole at the first look.
    while !isEnd, offset + 8 <= bytes.count {
      let eight = UInt64(
        littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
          fromByteOffset: offset, as: UInt64.self))
      let count = letterCount(eight)
      let mask = count == 8 ? UInt64.max : 1 << UInt64(8 * count) - 1
      hasher.add((eight | smallBits) & mask, count: count)
      small += smallCount(eight & mask)
      offset += count
      isEnd = count < 8
    }
    while !isEnd, offset < bytes.count, isASCIILetter(bytes[offset]) {
      hasher.add(bytes[offset] | 0x20)
      small += Int(bytes[offset] >> 5 & 1)
      offset += 1
    }
    letters.small += small
    letters.capitals += offset - start - small
    return offset
  }

  /// Reads an apostrophe or a character that is not ASCII. Returns where the text goes on, and whether the word ends there;
  /// nil if the character is no part of the word.
  private mutating func readOther(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ letters: inout Letters,
    _ hasher: inout WordHasher
  ) -> (next: Int, isEnd: Bool)? {
    if bytes[offset] == UInt8(ascii: "'") { return endOfApostrophe(bytes, at: offset, length: 1) }
    hasOtherThanASCII = true
    let length = otherLength(bytes, at: offset)
    if length == 3, bytes[offset] == 0xE2, bytes[offset + 1] == 0x80 {
      return bytes[offset + 2] == 0x99 ? endOfApostrophe(bytes, at: offset, length: 3) : nil
    }
    if isOtherSpace(bytes, at: offset, length) { return nil }
    for other in bytes[offset..<(offset + length)] { hasher.add(other) }
    letters.small += 1
    return (offset + length, false)
  }

  /// Where a word goes on after an apostrophe, and whether all that follows is a possessive s; nil if it does not.
  private func endOfApostrophe(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, length: Int
  ) -> (next: Int, isEnd: Bool)? {
    let next = offset + length
    guard next < bytes.count, isLetter(bytes[next]) else { return nil }
    let isPossessive =
      bytes[next] | 0x20 == UInt8(ascii: "s")
      && !(next + 1 < bytes.count && isWordByte(bytes[next + 1]))
    return (isPossessive ? next + 1 : next, isPossessive)
  }
}

// These are asked for every byte of every text, so they are written to be compiled in place.

/// The bit of each of eight bytes that small letters have and capitals have not.
private let smallBits: UInt64 = 0x2020_2020_2020_2020

/// How many of eight bytes have the bit of small letters. Not every processor can count bits by itself.
@inline(__always)
private func smallCount(_ bytes: UInt64) -> Int {
  Int(truncatingIfNeeded: ((bytes & smallBits) >> 5 &* 0x0101_0101_0101_0101) >> 56)
}

/// How many of eight bytes are letters, up to the first that is none.
@inline(__always)
private func letterCount(_ bytes: UInt64) -> Int {
  let high: UInt64 = 0x8080_8080_8080_8080
  let each: UInt64 = 0x0101_0101_0101_0101
  let small = (bytes | smallBits) & ~high
  // The high bit of each sum tells whether a byte is at least "a", or more than "z". No sum runs over into the next byte.
  let isLetter = (small &+ each &* 0x1F) & ~(small &+ each &* 0x05) & ~bytes & high
  return (~isLetter & high).trailingZeroBitCount >> 3
}

@inline(__always)
private func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

@inline(__always)
private func isASCIIDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

/// Whether a byte can begin or go on with a word.
@inline(__always)
private func isWordByte(_ byte: UInt8) -> Bool {
  isASCIILetter(byte) || isASCIIDigit(byte) || byte >= 0x80
}

/// How many bytes the character has that begins at an offset with a byte that is not ASCII.
private func otherLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
  let length =
    switch bytes[offset] {
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0...: 4
    default: 1
    }
  return min(length, bytes.count - offset)
}

/// Whether a character that is not ASCII is a space: U+00A0 and the ideographic one. Those of U+2000 are no letters either.
private func isOtherSpace(
  _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ length: Int
) -> Bool {
  length == 2 && bytes[offset] == 0xC2 && bytes[offset + 1] < 0xAA
    || length == 3 && bytes[offset] == 0xE3 && bytes[offset + 1] == 0x80
}

/// Whether a full stop, question mark or exclamation mark ends a sentence: white space follows, closing marks apart.
private func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, after offset: Int) -> Bool {
  var next = offset + 1
  while next < bytes.count {
    switch bytes[next] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "*"),
      UInt8(ascii: "_"), UInt8(ascii: "]"):
      next += 1
    case 0xE2 where next + 2 < bytes.count && bytes[next + 1] == 0x80:
      next += 3
    default: return bytes[next] <= UInt8(ascii: " ")
    }
  }
  return true
}

/// Whether a line break ends a paragraph, or the next line starts an item of a list, a quotation or a row of a table.
private func startsBlock(_ bytes: UnsafeBufferPointer<UInt8>, after offset: Int) -> Bool {
  var next = offset + 1
  while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
  guard next < bytes.count else { return true }
  if isDigit(bytes[next]) {
    while next < bytes.count, isDigit(bytes[next]) { next += 1 }
    return next < bytes.count
      && (bytes[next] == UInt8(ascii: ".") || bytes[next] == UInt8(ascii: ")"))
  }
  return "\n\r-*+|>".utf8.contains(bytes[next])
}

/// The offset of the next byte of a kind, on the same line.
private func end(
  of mark: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
) -> Int? {
  var offset = start
  while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
    if bytes[offset] == mark { return offset }
    offset += 1
  }
  return nil
}

private func isAddress(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
  offset + 2 < bytes.count && bytes[offset] == UInt8(ascii: ":")
    && bytes[offset + 1] == UInt8(ascii: "/") && bytes[offset + 2] == UInt8(ascii: "/")
}

private func endOfAddress(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var offset = start
  while offset < bytes.count, bytes[offset] > UInt8(ascii: " "), bytes[offset] != UInt8(ascii: ")")
  {
    offset += 1
  }
  return offset
}
