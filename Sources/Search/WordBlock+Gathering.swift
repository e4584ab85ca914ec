internal import Threads

extension WordBlock {
  /// The words of so many entries, gathered on all cores; those of entries that have not changed are taken as they are
  /// remembered. All are kept for the next time, or only the blocks that have changed if they are few.
  ///
  /// Each thread has a collector, whose tables it keeps for several blocks.
  static func gathered<Collector>(
    _ count: Int, _ remembered: RememberedWords?,
    by makeCollector: @escaping @Sendable () -> Collector,
    _ read: @escaping @Sendable (inout Collector, _ entries: [Int], _ first: Int) -> WordBlock
  ) -> [WordBlock] {
    let starts = Array(stride(from: 0, to: count, by: entryCount))
    let kept = remembered?.read()
    let known = kept.flatMap { KnownBlocks($0, entryCount: count) }
    let unknown = starts.indices.compactMap { number -> (block: Int, changed: [Int])? in
      let entries = entries(of: number, among: count)
      guard known != nil, let remembered else { return (number, Array(entries)) }
      let changed = entries.filter { !remembered.isSame($0) }
      return changed.isEmpty ? nil : (number, changed)
    }
    let share = (unknown.count + Concurrency.width - 1) / Concurrency.width
    let together = max(1, min(mostTogether, share))
    let shares = Array(stride(from: 0, to: unknown.count, by: together))
    let gathered = Concurrency.map(count: shares.count, stride: 1) { number in
      var collector = makeCollector()
      return unknown[shares[number]...].prefix(together).map { block, changed in
        let entries = entries(of: block, among: count)
        let words = read(&collector, changed, entries.lowerBound)
        guard changed.count < entries.count, let known else { return words }
        let numbers = changed.map { $0 - entries.lowerBound }
        return known.blocks[block].replacing(numbers, by: words)
          ?? read(&collector, Array(entries), entries.lowerBound)
      }
    }.flatMap { $0 }
    guard let kept, let known else {
      remembered?.keep(bytes(of: gathered, entryCount: count))
      return gathered
    }
    // Then all are kept as they are.
    if unknown.isEmpty { return known.blocks }
    var all = known.blocks
    for (number, block) in zip(unknown.map(\.block), gathered) { all[number] = block }
    let changed = known.changed.union(unknown.map(\.block))
    if changed.count * leastUnchanged <= all.count {
      kept.keepChanged(bytes(of: all, changed.sorted(), entryCount: count))
    } else {
      remembered?.keep(bytes(of: all, entryCount: count))
    }
    return all
  }

  /// The entries of a block.
  private static func entries(of block: Int, among count: Int) -> Range<Int> {
    (block * entryCount)..<min((block + 1) * entryCount, count)
  }

  /// How many blocks one thread reads before it asks for more.
  private static let mostTogether = 16

  /// For each block that has changed, how many there have to be if the others are not to be written anew.
  private static let leastUnchanged = 8
}

/// The blocks of an earlier build.
private struct KnownBlocks {
  let blocks: [WordBlock]

  /// Which of them have changed since all were kept.
  private(set) var changed: Set<Int>

  /// Nil if they are not to be had.
  init?(_ kept: RememberedWords.Kept, entryCount: Int) {
    guard var blocks = WordBlock.blocks(kept.all, entryCount: entryCount) else { return nil }
    changed = []
    if !kept.changed.isEmpty {
      guard
        let later = WordBlock.numbered(
          kept.changed, below: blocks.count, entryCount: entryCount)
      else { return nil }
      for (number, block) in later { blocks[number] = block }
      changed = Set(later.map(\.number))
    }
    self.blocks = blocks
  }
}
