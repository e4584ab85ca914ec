/// A list of hashes in the order in which they were added, stored in blocks.
///
/// One array for each page would take half as much memory again. One array for all would take three times as much whenever it
/// grows.
struct HashList: Sendable {
  private var blocks: [[UInt64]] = []

  /// The number of hashes in a block, unless more are added at once.
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

  mutating func add(_ other: HashList) { blocks += other.blocks }

  var elements: some Sequence<UInt64> { blocks.lazy.joined() }
}
