internal import Glibc
internal import Synchronization

/// Work that is done on all cores. The order of results never depends on which of them was quicker.
///
/// Threads of our own and not Swift's tasks, since nothing here waits: a function that uses them stays an ordinary one.
package enum Concurrency {
  /// How many things are done at once.
  package static let width = max(1, min(16, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// How many files or bytes of YAML are worth more than one core: a framework of twice to eight times as much is checked in five
  /// sixths to four fifths of the time.
  package static let fewFiles = 64
  package static let fewBytes = 100_000

  /// What a function makes of each number below `count`, in their order.
  ///
  /// Numbers are handed out in runs of `stride`, so that little work is not eaten up by sharing it out. If the function throws,
  /// so does this, what was thrown at the lowest number; much of the others is done all the same.
  package static func map<Made: Sendable, Failure: Error>(
    count: Int, stride: Int, _ transform: @escaping @Sendable (Int) throws(Failure) -> Made
  ) throws(Failure) -> [Made] {
    let workerCount = min(width, (count + stride - 1) / max(1, stride))
    var failure: Failure?
    let results = [Made](unsafeUninitializedCapacity: count) { room, filled in
      let share = Share(count: count, stride: stride, room, transform)
      let threads = (1..<max(1, workerCount)).compactMap { _ in Thread { share.work() } }
      share.work()
      for thread in threads { thread.join() }
      failure = share.failure
      // An array that is given up has nothing in it.
      if failure != nil { share.takeBack() }
      filled = failure == nil ? count : 0
    }
    if let failure { throw failure }
    return results
  }

  /// Takes a value away and gives its memory back on a thread of its own, while its last owner goes on: what a million objects
  /// consist of is not freed at once.
  package static func free<Value: Sendable>(_ value: inout Value?) {
    let last = LastOwner(value)
    value = nil
    Thread {
      last.drop()
      Heap.giveBack()
    }?.leave()
  }
}

/// Whoever has a value after all others.
private final class LastOwner<Value: Sendable>: Sendable {
  private let value: Mutex<Value?>

  init(_ value: Value?) {
    self.value = Mutex(value)
  }

  func drop() { value.withLock { $0 = nil } }
}

/// What several threads work through together. Each result is put where it belongs at once, since a large framework has tens of
/// thousands.
private final class Share<Made: Sendable, Failure: Error>: Sendable {
  private let count: Int
  private let stride: Int
  private let transform: @Sendable (Int) throws(Failure) -> Made
  private let next = Atomic(0)

  /// Where the results go. Each place belongs to the thread that has taken its number.
  private nonisolated(unsafe) let room: UnsafeMutableBufferPointer<Made>

  /// The runs of numbers of which one failed: their first number, the number that failed, and what was thrown.
  private let failures = Mutex<[(start: Int, number: Int, failure: Failure)]>([])

  init(
    count: Int, stride: Int, _ room: UnsafeMutableBufferPointer<Made>,
    _ transform: @escaping @Sendable (Int) throws(Failure) -> Made
  ) {
    self.count = count
    self.stride = max(1, stride)
    self.room = room
    self.transform = transform
  }

  /// Takes runs of numbers until none is left.
  func work() {
    while true {
      let start = next.wrappingAdd(stride, ordering: .relaxed).oldValue
      guard start < count else { return }
      for number in start..<min(start + stride, count) {
        do throws(Failure) {
          room.initializeElement(at: number, to: try transform(number))
        } catch {
          failures.withLock { $0.append((start, number, error)) }
          break
        }
      }
    }
  }

  /// What was thrown at the lowest number, once all threads have ended; nil if nothing was.
  var failure: Failure? {
    failures.withLock { failures in failures.min { $0.number < $1.number }?.failure }
  }

  /// Takes all results out again, where some are missing.
  func takeBack() {
    let missing = failures.withLock { failures in
      failures.map { $0.number..<min($0.start + stride, count) }
    }.sorted { $0.lowerBound < $1.lowerBound }
    var start = 0
    for range in missing + [count..<count] {
      for number in start..<range.lowerBound { room.deinitializeElement(at: number) }
      start = range.upperBound
    }
  }
}
