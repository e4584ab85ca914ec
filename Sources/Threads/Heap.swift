internal import CMalloc
internal import Glibc

/// Where memory comes from: glibc's heap.
package enum Heap {
  /// Takes memory in pages of 2 MiB, where the system has such, and gives none back before `giveBack`.
  ///
  /// A run takes its memory once and is soon over. In pages of 4 KiB the system has to be asked for each of thousands, which was
  /// a sixth of a check, and the processor has to look up far more of them. All threads share one heap, since only that one
  /// grows in one piece; most of what they take comes from stocks of their own. What is asked for and not used costs nothing.
  package static func useLargePages() {
    mallopt(M_ARENA_MAX, 1)
    mallopt(M_MMAP_THRESHOLD, 32 << 20)
    mallopt(M_TRIM_THRESHOLD, 1 << 30)
    mallopt(M_TOP_PAD, Int32(growth))
    grow()
  }

  /// Gives what is free to the system, since what is needed next may not fit into the gaps. It takes some milliseconds for each
  /// hundred megabytes.
  package static func giveBack() {
    malloc_trim(0)
    grow()
  }

  /// By how much the heap grows at once, in bytes.
  private static let growth = 256 << 20

  private static let pageSize: UInt = 2 << 20

  /// Makes the heap grow, and marks its new end for large pages.
  private static func grow() {
    guard let block = malloc(growth / 16), let end = sbrk(0) else { return }
    defer { free(block) }
    let start = (UInt(bitPattern: block) + pageSize - 1) / pageSize * pageSize
    let size = UInt(bitPattern: end).subtractingReportingOverflow(start)
    // Where the heap cannot grow, blocks come from elsewhere.
    guard !size.overflow, size.partialValue <= 2 * growth else { return }
    madvise(UnsafeMutableRawPointer(bitPattern: start), Int(size.partialValue), MADV_HUGEPAGE)
  }
}
