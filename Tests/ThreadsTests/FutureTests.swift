import Synchronization
import Testing
import Threads

@Suite struct `A value that is made on another thread` {
  @Test(arguments: [true, false])
  func `is made once, however often it is asked for`(onThread: Bool) {
    let count = Mutex(0)
    let future = Future(onThread: onThread) {
      count.withLock { count in
        count += 1
        return "made \(count)"
      }
    }
    for _ in 0..<3 { #expect(future.value == "made 1") }
    #expect(count.withLock { $0 } == 1)
  }

  @Test(arguments: [true, false])
  func `is the same for all who ask at once`(onThread: Bool) {
    let count = Mutex(0)
    let future = Future(onThread: onThread) {
      count.withLock { count in
        count += 1
        return count
      }
    }
    let values = Concurrency.map(count: 64, stride: 1) { _ in future.value }
    #expect(values == Array(repeating: 1, count: 64))
  }

  @Test func `is made when it is asked for, if it is not worth a thread`() {
    let count = Mutex(0)
    let future = Future(onThread: false) { count.withLock { $0 += 1 } }
    #expect(count.withLock { $0 } == 0)
    future.value
    #expect(count.withLock { $0 } == 1)
  }

  /// What it is made from may be much, and is not needed any more.
  @Test func `lets go of what it was made from`() {
    final class Basis: Sendable {}
    weak var basis: Basis?
    func make() -> Future<Int> {
      let own = Basis()
      basis = own
      return Future(onThread: false) { withExtendedLifetime(own) { 7 } }
    }
    let future = make()
    #expect(basis != nil)
    #expect(future.value == 7)
    #expect(basis == nil)
  }
}

@Suite struct `A value that is made when it is asked for` {
  @Test func `is made once, and not before`() {
    let count = Mutex(0)
    let lazy = Lazy {
      count.withLock { count in
        count += 1
        return count
      }
    }
    #expect(count.withLock { $0 } == 0)
    let values = Concurrency.map(count: 64, stride: 1) { _ in lazy.value }
    #expect(values == Array(repeating: 1, count: 64))
    #expect(lazy.value == 1)
  }
}
