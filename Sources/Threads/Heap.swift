internal import CMalloc
internal import Glibc

/// The heap of glibc.
package enum Heap {
  /// Returns free memory to the system, since the next large block may not fit into the gaps.
  ///
  /// This takes some milliseconds for each hundred megabytes. From then on, each large block is mapped and unmapped by itself
  /// and leaves no gap. A small heap is left alone, since its pages would be needed again.
  package static func trim() {
    let heap = mallinfo2()
    guard heap.arena - heap.keepcost > small else { return }
    mallopt(M_MMAP_THRESHOLD, 256 << 10)
    malloc_trim(0)
  }

  /// The size in bytes up to which a heap is small.
  private static let small = 12 << 20
}
