internal import Glibc
internal import Synchronization

/// Work that is done on all cores. The order of results never depends on which of them was quicker.
///
/// Threads of our own and not Swift's tasks, since nothing here waits: a function that uses them stays an ordinary one.
package enum Concurrency {
  /// How many things are done at once.
  package static let width = max(1, min(16, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// What a function makes of each number below `count`, in their order.
  ///
  /// Numbers are handed out in runs of `stride`, so that little work is not eaten up by sharing it out.
  package static func map<Result: Sendable>(
    count: Int, stride: Int, _ transform: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    let workerCount = min(width, (count + stride - 1) / max(1, stride))
    guard workerCount > 1 else { return (0..<count).map(transform) }
    let share = Share(count: count, stride: stride, transform)
    let threads = (1..<workerCount).compactMap { _ in Thread { share.work() } }
    share.work()
    for thread in threads { thread.join() }
    return share.results
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
  }
}

/// What several threads work through together.
private final class Share<Result: Sendable>: Sendable {
  private let count: Int
  private let stride: Int
  private let transform: @Sendable (Int) -> Result
  private let next = Atomic(0)
  private let done = Mutex<[(start: Int, results: [Result])]>([])

  init(count: Int, stride: Int, _ transform: @escaping @Sendable (Int) -> Result) {
    self.count = count
    self.stride = stride
    self.transform = transform
  }

  /// Takes runs of numbers until none is left.
  func work() {
    while true {
      let start = next.wrappingAdd(stride, ordering: .relaxed).oldValue
      guard start < count else { return }
      let results = (start..<min(start + stride, count)).map(transform)
      done.withLock { $0.append((start, results)) }
    }
  }

  /// All results, once all threads have ended.
  var results: [Result] {
    done.withLock { $0 }.sorted { $0.start < $1.start }.flatMap(\.results)
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

  /// Nobody waits for its end.
  func leave() { pthread_detach(handle) }
}
