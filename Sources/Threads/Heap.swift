internal import CMalloc
internal import Glibc

/// Where memory comes from: glibc's heap.
package enum Heap {
  /// Gives what is free to the system, since what is needed next may not fit into the gaps. It takes some milliseconds for each
  /// hundred megabytes. From then on each large piece comes from the system by itself and goes back to it, and leaves no gap.
  /// A small heap is left as it is, since its pages would be asked for anew.
  package static func giveBack() {
    let heap = mallinfo2()
    guard heap.arena - heap.keepcost > small else { return }
    mallopt(M_MMAP_THRESHOLD, 256 << 10)
    malloc_trim(0)
  }

  /// In bytes.
  private static let small = 12 << 20
}
