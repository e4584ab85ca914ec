/// Arithmetic on eight bytes of a page at once, in one number whose lowest byte is the first (Warren, Hacker's Delight,
/// section 6-1). Written to be compiled in place.
enum EightBytes {
  /// Zero if none of eight bytes is this one; else its lowest bit is in the first that is.
  @inline(__always)
  static func places(of byte: UInt8, in word: UInt64) -> UInt64 {
    let difference = word ^ every(byte)
    return (difference &- every(1)) & ~difference & every(0x80)
  }

  /// The highest bit of each of eight bytes that is no letter, digit or colon, and of ASCII.
  @inline(__always)
  static func noLettersOrDigits(_ word: UInt64) -> UInt64 {
    let low = word & every(0x7f)
    let lowerCase = low | every(0x20)
    // Each sum has the highest bit of a byte set where it is at least `a`, `{`, `0`, `;`.
    let letters = (lowerCase &+ every(0x1f)) & ~(lowerCase &+ every(0x05))
    let digits = (low &+ every(0x50)) & ~(low &+ every(0x45))
    return ~(letters | digits | word) & every(0x80)
  }

  /// Whether a text has such a byte.
  static func isThere(_ byte: UInt8, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 8, let start = text.baseAddress else { return text.contains(byte) }
    var index = 0
    while index < text.count {
      // The last eight overlap those before them.
      let place = UnsafeRawPointer(start + min(index, text.count &- 8))
      if places(of: byte, in: place.loadUnaligned(as: UInt64.self)) != 0 { return true }
      index &+= 8
    }
    return false
  }

  @inline(__always)
  private static func every(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}
