internal import Synchronization

/// A value that is made once, when somebody first asks for it.
package final class Lazy<Value: Sendable>: Sendable {
  private let state: Mutex<State>

  /// The closure is released once the value is made.
  private enum State {
    case toMake(@Sendable () -> Value)
    case made(Value)
  }

  package init(_ make: @escaping @Sendable () -> Value) {
    state = Mutex(.toMake(make))
  }

  package var value: Value {
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

/// A value that is made on a thread of its own while its owner goes on.
package final class Future<Value: Sendable>: Sendable {
  private let made: Lazy<Value>
  private let thread: Mutex<Thread?>

  /// Starts making the value on a thread. With `onThread` false, or on one core, it is made when first asked for.
  package init(onThread: Bool = true, _ make: @escaping @Sendable () -> Value) {
    let made = Lazy(make)
    self.made = made
    thread = Mutex(onThread && Concurrency.width > 1 ? Thread { _ = made.value } : nil)
  }

  deinit { thread.withLock { $0?.leave() } }

  /// The value. The caller waits until it is made.
  package var value: Value {
    thread.withLock { thread in
      thread?.join()
      thread = nil
    }
    return made.value
  }
}
