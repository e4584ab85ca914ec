internal import CMalloc
internal import Glibc

/// Where memory comes from: glibc's heap.
package enum Heap {
  /// Takes the first 32 MiB in pages of 2 MiB, where the system has such, and gives none back before `giveBack`.
  ///
  /// A run takes its memory once and is soon over. In pages of 4 KiB the system is asked for each of thousands, which is a tenth
  /// of a small check. A large framework takes the rest in small pages: large ones would be gathered from all over the memory,
  /// which costs a virtual machine more than they save.
  ///
  /// Threads have as many heaps together as there are cores: with fewer they wait for each other, and with more, more is left over
  /// in each. The first thread has the one with large pages.
  package static func useLargePages() {
    mallopt(M_ARENA_MAX, Int32(Concurrency.width))
    mallopt(M_MMAP_THRESHOLD, growth)
    mallopt(M_TRIM_THRESHOLD, .max)
    mallopt(M_TOP_PAD, growth)
    // From then on it takes not much more than it needs: somebody may allow it less.
    defer { mallopt(M_TOP_PAD, 1 << 20) }
    // The first block makes the heap grow; the second takes what is left until a large page begins, since a page of which
    // a part is in use stays small. Neither is ever used, and so takes no memory.
    guard let first = malloc(Int(pageSize)) else { return }
    let room = pageSize - UInt(bitPattern: first) % pageSize + pageSize - margin
    guard let second = malloc(Int(room)), let end = sbrk(0) else { return }
    let start = (UInt(bitPattern: second) + room + margin) / pageSize * pageSize
    let size = UInt(bitPattern: end).subtractingReportingOverflow(start)
    // Where the heap cannot grow, blocks come from elsewhere.
    guard !size.overflow, size.partialValue <= 2 * growth else { return }
    madvise(UnsafeMutableRawPointer(bitPattern: start), Int(size.partialValue), MADV_HUGEPAGE)
  }

  /// Gives what is free to the system, since what is needed next may not fit into the gaps. It takes some milliseconds for each
  /// hundred megabytes. From then on each large piece comes from the system by itself and goes back to it, and leaves no gap. A
  /// small heap is left as it is, since it would be asked for anew, in small pages.
  package static func giveBack() {
    let heap = mallinfo2()
    guard heap.arena - heap.keepcost > small else { return }
    mallopt(M_MMAP_THRESHOLD, 256 << 10)
    malloc_trim(0)
  }

  /// In bytes.
  private static let small = 12 << 20

  /// By how much the heap grows at first, in bytes; larger blocks do not belong to it.
  private static let growth: Int32 = 32 << 20

  private static let pageSize: UInt = 2 << 20

  /// More than what glibc notes beside two blocks, in bytes.
  private static let margin: UInt = 64
}
