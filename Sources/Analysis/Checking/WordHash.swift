/// A number that stands for a word or a text: equal for equal ones, and for practical purposes different for others.
///
/// FNV-1a with 64 bits: fast on short texts, and the same in every run, unlike Swift's own.
struct WordHash: Hashable, Comparable, Sendable {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  init(value: UInt64) { self.value = value }

  init(_ bytes: Span<UInt8>) {
    for place in bytes.indices { add(bytes[place]) }
  }

  init(_ text: some Sequence<UInt8>) {
    for byte in text { add(byte) }
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// What stands for this word and the next one.
  @inline(__always)
  func followed(by next: WordHash) -> WordHash {
    var pair = self
    pair.value = (pair.value ^ (next.value >> 29)) &* 0x100_0000_01b3 ^ next.value
    return pair
  }

  @inline(__always)
  static func == (left: WordHash, right: WordHash) -> Bool { left.value == right.value }

  static func < (left: WordHash, right: WordHash) -> Bool { left.value < right.value }

  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
