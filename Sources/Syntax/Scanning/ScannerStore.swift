internal import Synchronization

/// A pool of arrays that scanners fill again, so that not every file allocates memory.
struct ScannerStore {
  var nodes: [SyntaxTree.Node] = []
  var decoded: [UInt8] = []

  /// The stores that no scanner uses now. There are at most as many as scanners were ever at work at once.
  private static let spare = Mutex<[ScannerStore]>([])

  /// The size in bytes of a file above which its arrays are not reused.
  private static let largestFile = 1 << 20

  /// Empty arrays for a file of this size.
  static func take(forFileOf size: Int) -> ScannerStore {
    var store = spare.withLock { $0.popLast() } ?? ScannerStore()
    // Plain YAML has a node for about every 17 bytes.
    store.nodes.reserveCapacity(size / 14)
    return store
  }

  /// Returns a scanner's arrays to the pool.
  static func give(_ scanner: consuming PlainScanner, forFileOf size: Int) {
    guard size <= largestFile else { return }
    var store = ScannerStore()
    swap(&store.nodes, &scanner.nodes)
    swap(&store.decoded, &scanner.decoded)
    store.nodes.removeAll(keepingCapacity: true)
    store.decoded.removeAll(keepingCapacity: true)
    spare.withLock { [store] in $0.append(store) }
  }
}
