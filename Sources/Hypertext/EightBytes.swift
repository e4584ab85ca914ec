internal import Output

/// Arithmetic on eight bytes of a page at once (Warren, Hacker's Delight, section 6-1).
///
/// The eight bytes are one number whose lowest byte is the first. Everything is written to be inlined.
enum EightBytes {
  /// Zero if none of eight bytes equals `byte`; else the lowest set bit is in the first that does.
  @inline(__always)
  static func places(of byte: UInt8, in word: UInt64) -> UInt64 {
    let difference = word ^ every(byte)
    return (difference &- every(1)) & ~difference & every(0x80)
  }

  /// The highest bit of each of eight bytes that is ASCII, but no letter, digit or colon.
  @inline(__always)
  static func noLettersOrDigits(_ word: UInt64) -> UInt64 {
    let low = word & every(0x7f)
    let lowerCase = low | every(0x20)
    // Each sum sets the highest bit of a byte that is at least `a`, `{`, `0`, `;`.
    let letters = (lowerCase &+ every(0x1f)) & ~(lowerCase &+ every(0x05))
    let digits = (low &+ every(0x50)) & ~(low &+ every(0x45))
    return ~(letters | digits | word) & every(0x80)
  }

  @inline(__always)
  static func word(in bytes: UnsafePointer<UInt8>, at place: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self))
  }

  /// The last one to eight bytes of a text from offset `place`, a multiple of eight, padded with zeros; zero if it is empty.
  @inline(__always)
  static func last(
    of bytes: UnsafePointer<UInt8>, _ count: Int, from place: Int
  ) -> UInt64 {
    func number<Number: FixedWidthInteger>(_ type: Number.Type, at place: Int) -> UInt64 {
      UInt64(Number(littleEndian: UnsafeRawPointer(bytes + place).loadUnaligned(as: type)))
    }
    func shifted(_ number: UInt64, by count: Int) -> UInt64 {
      number &<< UInt64(truncatingIfNeeded: 8 &* count)
    }
    if count >= 8 {
      // The bytes before `place` are shifted out.
      return word(in: bytes, at: count &- 8)
        &>> UInt64(truncatingIfNeeded: 8 &* (8 &- (count &- place)))
    }
    // The reads may overlap, and agree where they do.
    if count >= 4 {
      return number(UInt32.self, at: 0)
        | shifted(number(UInt32.self, at: count &- 4), by: count &- 4)
    }
    guard count > 0 else { return 0 }
    return number(UInt8.self, at: 0) | shifted(number(UInt8.self, at: count / 2), by: count / 2)
      | shifted(number(UInt8.self, at: count &- 1), by: count &- 1)
  }
}

/// Searches in a page.
extension EightBytes {
  /// The end of the element or attribute name that begins at `start`.
  ///
  /// Names have any length, so a branch for each byte would be mispredicted often.
  @inline(__always)
  static func endOfName(
    in bytes: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var place = start
    if place &+ 8 <= end {
      let others = noLettersOrDigits(word(in: bytes, at: place))
      place &+= others.trailingZeroBitCount >> 3
      // Nearly always `>` or a space follows. Otherwise the name may go on.
      if others != 0, bytes[place] == UInt8(ascii: ">") || bytes[place] == UInt8(ascii: " ") {
        return place
      }
    }
    while place < end, bytes[place].isNameByte { place &+= 1 }
    return place
  }

  /// Whether a text contains a byte.
  static func isThere(_ byte: UInt8, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 8, let start = text.baseAddress else { return text.contains(byte) }
    var index = 0
    while index < text.count {
      // The last eight bytes overlap those before them.
      let last = word(in: start, at: min(index, text.count &- 8))
      if places(of: byte, in: last) != 0 { return true }
      index &+= 8
    }
    return false
  }
}
