internal import Glibc
public import Synchronization

/// Work that is done on all cores. The order of results never depends on which of them was quicker.
///
/// Threads of our own and not Swift's tasks, since nothing here waits: a function that uses them stays an ordinary one.
package enum Concurrency {
  /// How many things are done at once.
  @usableFromInline package static let width = max(1, min(16, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// What a function makes of each number below `count`, in their order.
  ///
  /// Numbers are handed out in runs of `stride`, so that little work is not eaten up by sharing it out. Inlined, since code
  /// that does not know the type of the results looks it up for each of them.
  @inlinable
  package static func map<Result: Sendable>(
    count: Int, stride: Int, _ transform: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    guard count > stride, width > 1 else { return (0..<count).map(transform) }
    let done = Done<Result>()
    forEachRun(count: count, stride: stride) { run in
      done.add(run.lowerBound, run.map(transform))
    }
    return done.results
  }

  /// Calls a function with runs of the numbers below `count`, on several threads at once.
  @usableFromInline
  package static func forEachRun(
    count: Int, stride: Int, _ body: @escaping @Sendable (Range<Int>) -> Void
  ) {
    let workerCount = min(width, (count + stride - 1) / max(1, stride))
    let share = Share(count: count, stride: stride, body)
    let threads = (1..<max(1, workerCount)).compactMap { _ in Thread { share.work() } }
    share.work()
    for thread in threads { thread.join() }
  }
}

/// Results of several threads.
@usableFromInline
package final class Done<Result: Sendable>: Sendable {
  @usableFromInline let parts = Mutex<[(start: Int, results: [Result])]>([])

  @inlinable
  package init() {}

  @inlinable
  package func add(_ start: Int, _ results: [Result]) {
    parts.withLock { $0.append((start, results)) }
  }

  /// All of them in order, once all threads have ended.
  @inlinable
  package var results: [Result] {
    let sorted = parts.withLock { $0 }.sorted { $0.start < $1.start }
    var all: [Result] = []
    all.reserveCapacity(sorted.reduce(0) { $0 + $1.results.count })
    for part in sorted { all += part.results }
    return all
  }
}

/// What several threads work through together.
private final class Share: Sendable {
  private let count: Int
  private let stride: Int
  private let body: @Sendable (Range<Int>) -> Void
  private let next = Atomic(0)

  init(count: Int, stride: Int, _ body: @escaping @Sendable (Range<Int>) -> Void) {
    self.count = count
    self.stride = stride
    self.body = body
  }

  /// Takes runs of numbers until none is left.
  func work() {
    while true {
      let start = next.wrappingAdd(stride, ordering: .relaxed).oldValue
      guard start < count else { return }
      body(start..<min(start + stride, count))
    }
  }
}

/// A thread of the system's, which has to be joined.
private struct Thread {
  private let handle: pthread_t

  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Nil if the system has no thread to give; the others then do the work.
  init?(_ run: @escaping @Sendable () -> Void) {
    var handle = pthread_t()
    let body = Unmanaged.passRetained(Body(run))
    let status = pthread_create(
      &handle, nil,
      { argument in
        if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, body.toOpaque())
    guard status == 0 else {
      body.release()
      return nil
    }
    self.handle = handle
  }

  func join() { pthread_join(handle, nil) }
}
