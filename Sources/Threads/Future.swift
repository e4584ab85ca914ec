internal import Synchronization

/// A value that is made when somebody asks for it, once.
package final class Lazy<Value: Sendable>: Sendable {
  private let state: Mutex<State>

  /// What the value is made from is let go once it is made.
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

/// A value that is being made on a thread of its own, while its owner goes on with something else.
package final class Future<Value: Sendable>: Sendable {
  private let made: Lazy<Value>
  private let thread: Mutex<Thread?>

  /// Begins the value on a thread; or leaves it until it is asked for, if that is not worth a thread or there is only one core.
  package init(onThread: Bool = true, _ make: @escaping @Sendable () -> Value) {
    let made = Lazy(make)
    self.made = made
    thread = Mutex(onThread && Concurrency.width > 1 ? Thread { _ = made.value } : nil)
  }

  deinit { thread.withLock { $0?.leave() } }

  /// The value, once it is made.
  package var value: Value {
    thread.withLock { thread in
      thread?.join()
      thread = nil
    }
    return made.value
  }
}
