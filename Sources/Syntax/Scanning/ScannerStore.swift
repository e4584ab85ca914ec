internal import Synchronization

/// Arrays that scanners have filled and that others fill again, so that not every file asks the system for memory.
struct ScannerStore {
  var nodes: [SyntaxTree.Node] = []
  var decoded: [UInt8] = []

  /// Those that no scanner uses now. There are as many as scanners were ever at work at once.
  private static let spare = Mutex<[ScannerStore]>([])

  /// The size of a file, in bytes, above which its arrays are not kept: they would be as large as what they are for.
  private static let largestFile = 1 << 20

  /// Empty arrays for a file of a size.
  static func take(forFileOf size: Int) -> ScannerStore {
    var store = spare.withLock { $0.popLast() } ?? ScannerStore()
    // Plain YAML has a node for each 17 bytes or so.
    store.nodes.reserveCapacity(size / 14)
    return store
  }

  /// Gives arrays back that are no longer used.
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
