/// Hashes in the order in which they were added, in blocks: an array for each page would take half as much again, and one for all of
/// them, whenever it grows, three times as much.
struct HashList: Sendable {
  private var blocks: [[UInt64]] = []

  /// How many hashes a block has at most, if they were not added at once.
  private static let blockSize = 1 << 13

  mutating func add(_ hashes: [UInt64]) {
    let last = blocks.count - 1
    if last >= 0, blocks[last].count + hashes.count <= HashList.blockSize {
      blocks[last] += hashes
    } else {
      var block: [UInt64] = []
      block.reserveCapacity(max(hashes.count, HashList.blockSize))
      block += hashes
      blocks.append(block)
    }
  }

  /// Adds those of another list.
  mutating func add(_ other: HashList) { blocks += other.blocks }

  /// All of them.
  var elements: some Sequence<UInt64> { blocks.lazy.joined() }
}
