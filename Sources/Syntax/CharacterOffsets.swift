/// Converts libyaml's offsets, which count characters, into byte offsets.
///
/// It caches the last answer. Offsets come in nearly ascending order, so a whole file costs one pass.
struct CharacterOffsets {
  private var character = 0
  private var byte = 0

  /// The number of ASCII bytes at the start, where both counts are equal.
  private let asciiCount: Int

  init(_ source: [UInt8]) {
    asciiCount = source.firstIndex { $0 >= 0x80 } ?? source.count
  }

  mutating func byteOffset(ofCharacter target: Int, in source: [UInt8]) -> Int {
    if target <= asciiCount { return target }
    if character < asciiCount { (character, byte) = (asciiCount, asciiCount) }
    while character < target, byte < source.count {
      byte += 1
      while byte < source.count, source[byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    while character > target, byte > 0 {
      byte -= 1
      while byte > 0, source[byte] & 0xC0 == 0x80 { byte -= 1 }
      character -= 1
    }
    return byte
  }
}
