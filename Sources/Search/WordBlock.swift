/// The words of some neighbouring entries, and the entries that contain each of them.
///
/// A block is small enough that its tables stay in the processor's caches, however many entries there are.
struct WordBlock: Equatable, Sendable {
  /// The number of entries in a block. The last block may have fewer.
  static let entryCount = 256

  /// The bytes of all words, end to end.
  private(set) var bytes: [UInt8]

  /// The words, in the order in which they were first seen.
  private(set) var words: [Word]

  /// The postings of all words, grouped by word (CSR layout).
  private(set) var places: [Place]

  /// The letters outside ASCII that were folded, each once, as code points.
  private(set) var folded: [UInt32]

  struct Word: Equatable, Sendable {
    let hash: UInt32

    /// The end offset of the word in `bytes`, and the end index of its postings in `places`.
    let end: Int32
    let placeEnd: Int32
  }

  /// A posting: an entry, counted from the first of the block, and the word's weight in it. The postings of a word ascend.
  struct Place: Equatable, Sendable {
    private let number: UInt16

    /// `weight` is below 2^5.
    init(entry: Int, weight: Int) { number = UInt16(truncatingIfNeeded: entry << 5 | weight) }

    var entry: Int { Int(number >> 5) }
    var weight: Int { Int(number & 31) }

    /// The posting with its entry counted among all entries; `first` is the number of the block's first entry.
    func inAll(first: Int) -> WordPlace {
      WordPlace(number: UInt32(truncatingIfNeeded: first << 5) &+ UInt32(number))
    }
  }

  init(bytes: [UInt8], words: [Word], places: [Place], folded: [UInt32]) {
    (self.bytes, self.words, self.places, self.folded) = (bytes, words, places, folded)
  }
}
