/// The words of some neighbouring entries, and in which of them each stands.
///
/// So few entries that all that is looked up while they are read stays in the processor's caches, however many entries there
/// are.
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
