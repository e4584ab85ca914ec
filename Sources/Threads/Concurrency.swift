internal import Glibc
internal import Synchronization

/// Work that is done on all cores. The order of results never depends on which of them was quicker.
///
/// Threads of our own and not Swift's tasks, since nothing here waits: a function that uses them stays an ordinary one.
package enum Concurrency {
  /// How many things are done at once.
  package static let width = max(1, min(16, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// How many files of a few kilobytes and how many bytes of YAML one core reads in the time that another takes to wake: some
  /// milliseconds on a virtual machine, where idle cores sleep deeply.
  package static let fewFiles = 256
  package static let fewBytes = 1_000_000

  /// What a function makes of each number below `count`, in their order.
  ///
  /// Numbers are handed out in runs of `stride`, so that little work is not eaten up by sharing it out. If the function throws,
  /// so does this, what was thrown at the lowest number; much of the others is done all the same.
  package static func map<Made: Sendable, Failure: Error>(
    count: Int, stride: Int, _ transform: @escaping @Sendable (Int) throws(Failure) -> Made
  ) throws(Failure) -> [Made] {
    let workerCount = min(width, (count + stride - 1) / max(1, stride))
    let share = Share(count: count, stride: stride, transform)
    let threads = (1..<max(1, workerCount)).compactMap { _ in Thread { share.work() } }
    share.work()
    for thread in threads { thread.join() }
    return try share.takeResults()
  }

  /// Takes a value away and gives its memory back while its last owner goes on: what a million objects consist of is not
  /// taken apart at once.
  package static func takeApart<Value: Sendable>(_ value: inout Value?) {
    let last = LastOwner(value)
    value = nil
    Thread { last.letGo() }?.leave()
  }
}

/// Whoever has a value after all others.
private final class LastOwner<Value: Sendable>: Sendable {
  private let value: Mutex<Value?>

  init(_ value: Value?) {
    self.value = Mutex(value)
  }

  func letGo() {
    value.withLock { $0 = nil }
    Heap.giveBack()
  }
}

/// What several threads work through together.
private final class Share<Made: Sendable, Failure: Error>: Sendable {
  private let count: Int
  private let stride: Int
  private let transform: @Sendable (Int) throws(Failure) -> Made
  private let next = Atomic(0)

  /// What came of each run, the last first; nil until it is done.
  private let done: Mutex<[Result<[Made], Failure>?]>

  init(
    count: Int, stride: Int, _ transform: @escaping @Sendable (Int) throws(Failure) -> Made
  ) {
    self.count = count
    self.stride = max(1, stride)
    self.transform = transform
    done = Mutex(Array(repeating: nil, count: (count + self.stride - 1) / self.stride))
  }

  /// Takes runs of numbers until none is left.
  func work() {
    while true {
      let start = next.wrappingAdd(stride, ordering: .relaxed).oldValue
      guard start < count else { return }
      let results = results(of: start..<min(start + stride, count))
      done.withLock { $0[$0.count - 1 - start / stride] = results }
    }
  }

  private func results(of run: Range<Int>) -> Result<[Made], Failure> {
    var results: [Made] = []
    results.reserveCapacity(run.count)
    for number in run {
      do throws(Failure) {
        results.append(try transform(number))
      } catch {
        return .failure(error)
      }
    }
    return .success(results)
  }

  /// All results, once all threads have ended. They are given away, since a large framework has tens of thousands.
  func takeResults() throws(Failure) -> [Made] {
    var runs = done.withLock { done in
      defer { done = [] }
      return done
    }
    // The first is taken out, and so is gone when its results have been copied.
    var results: [Made] = []
    results.reserveCapacity(count)
    while let run = runs.popLast() {
      if let run { results += try run.get() }
    }
    return results
  }
}
