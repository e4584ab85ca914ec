internal import Threads

extension WordBlock {
  /// The words of `count` entries, gathered on all cores.
  ///
  /// Each thread reuses one collector, with its tables, for several blocks.
  static func gathered<Collector>(
    _ count: Int, by makeCollector: @escaping @Sendable () -> Collector,
    _ read: @escaping @Sendable (inout Collector, _ entries: Range<Int>) -> WordBlock
  ) -> [WordBlock] {
    let blockCount = (count + entryCount - 1) / entryCount
    let share = (blockCount + Concurrency.width - 1) / Concurrency.width
    let together = max(1, min(mostTogether, share))
    return Concurrency.map(count: (blockCount + together - 1) / together, stride: 1) { number in
      var collector = makeCollector()
      return (number * together..<min((number + 1) * together, blockCount)).map { block in
        read(&collector, block * entryCount..<min((block + 1) * entryCount, count))
      }
    }.flatMap { $0 }
  }

  /// The number of blocks that one thread reads before it asks for more.
  private static let mostTogether = 16
}
