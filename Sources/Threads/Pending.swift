internal import Synchronization

/// Something that is being made on a thread of its own, while its owner goes on with something else.
package final class Pending<Value: Sendable>: Sendable {
  private let making: Making
  private let thread: Mutex<Thread?>

  /// What both threads share.
  private final class Making: Sendable {
    private let make: @Sendable () -> Value
    private let made = Mutex<Value?>(nil)

    init(_ make: @escaping @Sendable () -> Value) {
      self.make = make
    }

    var value: Value {
      made.withLock { made in
        if let made { return made }
        let value = make()
        made = value
        return value
      }
    }
  }

  /// Begins it, if there is more than one core; or else it is made when it is asked for, as it is if it is not worth a thread.
  package init(isWorthThread: Bool = true, _ make: @escaping @Sendable () -> Value) {
    let making = Making(make)
    self.making = making
    thread = Mutex(isWorthThread && Concurrency.width > 1 ? Thread { _ = making.value } : nil)
  }

  deinit { thread.withLock { $0?.leave() } }

  /// What was made, once it is.
  package var value: Value {
    thread.withLock { thread in
      thread?.join()
      thread = nil
    }
    return making.value
  }
}
