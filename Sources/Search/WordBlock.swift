/// The words of some neighbouring entries, and in which of them each stands.
///
/// So few entries that all that is looked up while they are read stays in the processor's caches, however many entries there
/// are. Blocks are kept from one build to the next, so that only those with an entry that has changed are read again.
struct WordBlock: Equatable, Sendable {
  /// How many entries a block has, but for the last.
  static let entryCount = 256

  /// The words, one behind another.
  private(set) var bytes: [UInt8]

  /// In the order in which they are first seen.
  private(set) var words: [Word]

  /// The places of the first word, then those of the second, and so on.
  private(set) var places: [Place]

  /// The letters outside ASCII that were folded, each once, as code points.
  private(set) var folded: [UInt32]

  struct Word: Equatable, Sendable {
    let hash: UInt32

    /// Where its bytes end, and where its places do.
    let end: Int32
    let placeEnd: Int32
  }

  /// In which entry, counted from the first of the block, a word stands, and what it weighs there. Of each word they are in
  /// ascending order.
  struct Place: Equatable, Sendable {
    private let number: UInt16

    /// `weight` is below 2^5.
    init(entry: Int, weight: Int) { number = UInt16(truncatingIfNeeded: entry << 5 | weight) }

    var entry: Int { Int(number >> 5) }
    var weight: Int { Int(number & 31) }

    /// The same among all entries, of which a block has those from `first` on.
    func inAll(first: Int) -> WordPlace {
      WordPlace(number: UInt32(truncatingIfNeeded: first << 5) &+ UInt32(number))
    }
  }

  init(bytes: [UInt8], words: [Word], places: [Place], folded: [UInt32]) {
    (self.bytes, self.words, self.places, self.folded) = (bytes, words, places, folded)
  }
}

/// The form in which blocks are kept: of how many entries they are, and then of each its number, how long its parts are, and the
/// parts. Whoever keeps them knows whether they are what was kept.
extension WordBlock {
  /// `numbers` are those of the blocks that are kept; all if nil.
  static func bytes(
    of blocks: [WordBlock], _ numbers: [Int]? = nil, entryCount: Int
  ) -> [UInt8] {
    let numbers = numbers ?? Array(blocks.indices)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.reduce(8) { $0 + blocks[$1].keptSize })
    withUnsafeBytes(of: UInt64(entryCount)) { bytes.append(contentsOf: $0) }
    for number in numbers {
      let block = blocks[number]
      [
        number, block.bytes.count, block.words.count, block.places.count, block.folded.count,
      ].withUnsafeBytes { bytes.append(contentsOf: $0) }
      bytes += block.bytes
      block.words.withUnsafeBytes { bytes.append(contentsOf: $0) }
      block.places.withUnsafeBytes { bytes.append(contentsOf: $0) }
      block.folded.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  private var keptSize: Int {
    40 + bytes.count + MemoryLayout<Word>.stride * words.count
      + MemoryLayout<Place>.stride * places.count + 4 * folded.count
  }

  /// Some blocks with their numbers, which are below `count`; nil if they are none, or of another number of entries.
  static func numbered(
    _ bytes: ArraySlice<UInt8>, below count: Int, entryCount: Int
  ) -> [(number: Int, block: WordBlock)]? {
    bytes.withUnsafeBytes { bytes in
      var rest = KeptParts(bytes[...])
      guard rest.take(1, of: UInt64.self) == [UInt64(entryCount)] else { return nil }
      var blocks: [(number: Int, block: WordBlock)] = []
      while !rest.isEmpty {
        guard let counts = rest.take(5, of: Int.self), (0..<count).contains(counts[0]),
          let bytes = rest.take(counts[1], of: UInt8.self),
          let words = rest.take(counts[2], of: Word.self),
          let places = rest.take(counts[3], of: Place.self),
          let folded = rest.take(counts[4], of: UInt32.self)
        else { return nil }
        blocks.append(
          (counts[0], WordBlock(bytes: bytes, words: words, places: places, folded: folded)))
      }
      return blocks
    }
  }

  /// All blocks of so many entries; nil if they are none, or of another number of entries.
  static func blocks(_ bytes: ArraySlice<UInt8>, entryCount: Int) -> [WordBlock]? {
    let count = (entryCount + WordBlock.entryCount - 1) / WordBlock.entryCount
    guard let all = numbered(bytes, below: count, entryCount: entryCount),
      all.map(\.number).elementsEqual(0..<count)
    else { return nil }
    return all.map(\.block)
  }
}

/// Bytes of which one part after another is taken.
private struct KeptParts {
  private var rest: Slice<UnsafeRawBufferPointer>

  init(_ bytes: Slice<UnsafeRawBufferPointer>) { rest = bytes }

  var isEmpty: Bool { rest.isEmpty }

  /// So many numbers, or structures of numbers; nil if there are not so many left.
  mutating func take<Number: BitwiseCopyable>(_ count: Int, of _: Number.Type) -> [Number]? {
    let (size, isTooLarge) = count.multipliedReportingOverflow(by: MemoryLayout<Number>.stride)
    guard count >= 0, !isTooLarge, size <= rest.count else { return nil }
    let part = UnsafeRawBufferPointer(rebasing: rest.prefix(size))
    rest = rest.dropFirst(size)
    return [Number](unsafeUninitializedCapacity: count) { room, filled in
      UnsafeMutableRawBufferPointer(room).copyMemory(from: part)
      filled = count
    }
  }
}
