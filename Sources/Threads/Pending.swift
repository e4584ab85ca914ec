internal import Synchronization

/// Something that is being made on a thread of its own, while its owner goes on with something else.
package final class Pending<Value: Sendable>: Sendable {
  private let making: Making
  private let thread: Mutex<Thread?>

  /// What both threads share.
  private final class Making: Sendable {
    private let state: Mutex<State>

    /// What it is made from is let go once it is made.
    private enum State {
      case toMake(@Sendable () -> Value)
      case made(Value)
    }

    init(_ make: @escaping @Sendable () -> Value) {
      state = Mutex(.toMake(make))
    }

    var value: Value {
      state.withLock { state in
        switch state {
        case .made(let value): return value
        case .toMake(let make):
          let value = make()
          state = .made(value)
          return value
        }
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
