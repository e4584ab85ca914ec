/// A number that stands for a word or a text: equal for equal ones, and for practical purposes different for others. It is the
/// same in every run, unlike Swift's own.
struct WordHash: Hashable, Comparable, Sendable {
  let value: UInt64

  init(value: UInt64 = 0) { self.value = value }

  init(_ bytes: Span<UInt8>) {
    var hasher = WordHasher()
    for place in bytes.indices { hasher.add(bytes[place]) }
    self = hasher.hash
  }

  init(_ text: some Sequence<UInt8>) {
    var hasher = WordHasher()
    for byte in text { hasher.add(byte) }
    self = hasher.hash
  }

  /// The hash of this word and the next one as a pair.
  @inline(__always)
  func followed(by next: WordHash) -> WordHash {
    WordHash(value: (value ^ (next.value >> 29)) &* 0x100_0000_01b3 ^ next.value)
  }

  @inline(__always)
  static func == (left: WordHash, right: WordHash) -> Bool { left.value == right.value }

  static func < (left: WordHash, right: WordHash) -> Bool { left.value < right.value }

  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

/// Makes the hash of a word, of which the bytes come one by one or several at once. None of them is 0.
///
/// Eight bytes are mixed in at a time, by a multiplication of which both halves count: each bit of them reaches the low bits
/// of the hash, by which tables are searched.
struct WordHasher {
  private var mixed: UInt64 = 0xcbf2_9ce4_8422_2325
  /// Up to seven bytes that were not mixed in yet, the first lowest.
  private var block: UInt64 = 0
  private var blockCount = 0

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    block |= UInt64(byte) << UInt64(truncatingIfNeeded: 8 &* blockCount)
    blockCount &+= 1
    if blockCount == 8 { mixBlock() }
  }

  /// Adds up to eight bytes: the lowest of a number, in which all others are 0.
  @inline(__always)
  mutating func add(_ bytes: UInt64, count: Int) {
    guard blockCount == 0 else {
      for place in 0..<count { add(UInt8(truncatingIfNeeded: bytes >> UInt64(8 * place))) }
      return
    }
    (block, blockCount) = (bytes, count)
    if count == 8 { mixBlock() }
  }

  @inline(__always)
  private mutating func mixBlock() {
    mixed = WordHasher.mix(mixed ^ block)
    (block, blockCount) = (0, 0)
  }

  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  @inline(__always)
  var hash: WordHash { WordHash(value: WordHasher.mix(mixed ^ block)) }
}
