internal import Glibc
internal import Synchronization

/// Work that is done on all cores. The order of results never depends on which thread is faster.
///
/// It uses threads of its own and not Swift's tasks. Nothing here waits, so a function that uses them need not be `async`.
package enum Concurrency {
  /// The number of threads that work at once.
  package static let width = max(1, min(16, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// The number of files, or of bytes of YAML, above which a second core pays off. Checking a framework of two to eight times
  /// as much takes four fifths to five sixths of the time.
  package static let fewFiles = 64
  package static let fewBytes = 100_000

  /// A parallel map: the results of `transform` for each number below `count`, in order.
  ///
  /// Threads take runs of `stride` numbers, so that small work is not dominated by handing it out. If calls throw, the error of
  /// the lowest number is thrown; many of the other calls run all the same.
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
      // The array must be empty when this throws.
      if failure != nil { share.takeBack() }
      filled = failure == nil ? count : 0
    }
    if let failure { throw failure }
    return results
  }

  /// Drops a value on a thread of its own while the caller goes on. Freeing a million objects takes time.
  ///
  /// It then returns free memory to the system.
  package static func free<Value: Sendable>(_ value: inout Value?) {
    let last = LastOwner(value)
    value = nil
    Thread {
      last.drop()
      Heap.trim()
    }?.leave()
  }
}

/// The last reference to a value, passed to another thread.
private final class LastOwner<Value: Sendable>: Sendable {
  private let value: Mutex<Value?>

  init(_ value: Value?) {
    self.value = Mutex(value)
  }

  func drop() { value.withLock { $0 = nil } }
}

/// The work that several threads share. Each result is written straight into the result array, since there may be tens of
/// thousands.
private final class Share<Made: Sendable, Failure: Error>: Sendable {
  private let count: Int
  private let stride: Int
  private let transform: @Sendable (Int) throws(Failure) -> Made
  private let next = Atomic(0)

  /// The result array. Each slot belongs to the thread that took its number.
  private nonisolated(unsafe) let room: UnsafeMutableBufferPointer<Made>

  /// The runs in which a call threw: the first number of the run, the number that failed, and the error.
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

  /// The error of the lowest number that failed; nil if none did. Valid once all threads have ended.
  var failure: Failure? {
    failures.withLock { failures in failures.min { $0.number < $1.number }?.failure }
  }

  /// Deinitializes all results, where some are missing.
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
