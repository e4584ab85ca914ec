/// The bytes of a text, with bounds-checked reads and no reference counting.
///
/// It must not outlive the bytes that it points to.
@safe struct TextBytes {
  private let start: UnsafeRawPointer
  let count: Int

  /// Nil if there are no bytes.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return nil }
    unsafe start = UnsafeRawPointer(base)
    count = bytes.count
  }

  /// The byte at an offset; 0, which no text contains, past the end.
  @inline(__always)
  subscript(offset: Int) -> UInt8 {
    guard UInt(bitPattern: offset) < UInt(bitPattern: count) else { return 0 }
    return unsafe start.load(fromByteOffset: offset, as: UInt8.self)
  }

  /// The eight bytes at an offset, the first of them lowest; 0 for each past the end.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    precondition(offset >= 0)
    guard offset &+ 8 <= count else { return lastWord(at: offset) }
    return unsafe UInt64(
      littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(never)
  private func lastWord(at offset: Int) -> UInt64 {
    (0..<8).reduce(0) { $0 | UInt64(self[offset + $1]) << UInt64(8 * $1) }
  }

  /// Appends a slice of the text to other bytes.
  func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    unsafe bytes.append(
      contentsOf: UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count))
  }

  /// Whether two slices of equal length are equal.
  func isSame(_ left: Int, _ right: Int, count: Int) -> Bool {
    for offset in 0..<count where self[left + offset] != self[right + offset] { return false }
    return true
  }
}

extension TextBytes {
  /// The number of spaces from an offset on.
  @inline(__always)
  func spaces(from offset: Int) -> Int {
    var end = offset
    while true {
      let others = word(at: end) ^ ByteSearch.each(UInt8(ascii: " "))
      guard others == 0 else { return end &+ others.trailingZeroBitCount >> 3 &- offset }
      end &+= 8
    }
  }

  /// The offset of the first of three bytes, from `offset` on; the end of the text if there is none.
  @inline(__always)
  func firstPlace(of first: UInt8, _ second: UInt8, _ third: UInt8, from offset: Int) -> Int {
    var offset = offset
    while offset < count {
      let word = word(at: offset)
      let found =
        ByteSearch.find(first, in: word) | ByteSearch.find(second, in: word)
        | ByteSearch.find(third, in: word)
      if found != 0 { return offset &+ found.trailingZeroBitCount >> 3 }
      offset &+= 8
    }
    return count
  }
}

/// Searches in eight bytes at once, as one number.
enum ByteSearch {
  static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// A byte, repeated eight times.
  @inline(__always)
  static func each(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// The high bit of each byte that equals `byte`. The lowest is right; bits above it may be wrong.
  @inline(__always)
  static func find(_ byte: UInt8, in word: UInt64) -> UInt64 {
    let difference = word ^ each(byte)
    return (difference &- each(1)) & ~difference & highBits
  }
}
