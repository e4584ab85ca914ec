internal import Threads

extension WordBlock {
  /// The words of so many entries, gathered on all cores; those of a block in which no entry has changed are taken as they are
  /// remembered. All are kept for the next time.
  ///
  /// Each thread has a collector, whose tables it keeps for several blocks.
  static func gathered<Collector>(
    _ count: Int, _ remembered: RememberedWords?,
    by makeCollector: @escaping @Sendable () -> Collector,
    _ read: @escaping @Sendable (inout Collector, Range<Int>) -> WordBlock
  ) -> [WordBlock] {
    let starts = Array(stride(from: 0, to: count, by: entryCount))
    let known = remembered.flatMap { blocks($0.bytes, entryCount: count) }
    let share = (starts.count + Concurrency.width - 1) / Concurrency.width
    let together = max(1, min(mostTogether, share))
    let shares = Array(stride(from: 0, to: starts.count, by: together))
    let all = Concurrency.map(count: shares.count, stride: 1) { number in
      var collector = makeCollector()
      return starts[shares[number]...].prefix(together).enumerated().map { place, start in
        let entries = start..<min(start + entryCount, count)
        if let known, let remembered, entries.allSatisfy(remembered.isSame) {
          return known[shares[number] + place]
        }
        return read(&collector, entries)
      }
    }.flatMap { $0 }
    remembered?.keep(bytes(of: all, entryCount: count))
    return all
  }

  /// How many blocks one thread reads before it asks for more.
  private static let mostTogether = 16
}
