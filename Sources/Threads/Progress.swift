internal import Glibc
internal import Synchronization

/// The progress of a run, and the time that each of its phases took.
///
/// The run announces each phase as it begins, and counts finished steps from any thread. Once a run takes longer than a second,
/// `display` is called now and then.
package final class Progress: Sendable {
  /// The phases of a run, in order.
  package enum Phase: String, Sendable {
    case looking = "looking for changes"
    case reading = "reading files"
    case templates = "compiling templates"
    case parsing = "parsing files"
    case linking = "linking"
    case checking = "checking"
    case planning = "planning outputs"
    case making = "making outputs"
    case placing = "moving outputs into place"
  }

  /// The progress of one phase.
  package struct Status: Sendable {
    package let phase: Phase

    /// The number of steps in the phase, and of those that are done. `total` is 0 where they are not counted.
    package let total: Int
    package fileprivate(set) var done: Int

    /// The time in seconds: wall clock, and processor time of all cores.
    package fileprivate(set) var elapsed: Double
    package fileprivate(set) var processor: Double
  }

  /// The seconds that a run takes before anything is displayed, and those between two displays.
  private static let patience = 1.0
  private static let pause = 0.1

  private struct State {
    var finished: [Status] = []
    var current: Status?
    var start = (elapsed: 0.0, processor: 0.0)
    var nextDisplay: Double
  }

  private let begin: Double
  private let done = Atomic(0)
  private let state: Mutex<State>
  private let display: (@Sendable (Status) -> Void)?

  package init(display: (@Sendable (Status) -> Void)? = nil) {
    begin = seconds(CLOCK_MONOTONIC)
    self.display = display
    state = Mutex(State(nextDisplay: begin + Progress.patience))
  }

  /// Begins a phase and ends the one before.
  package func enter(_ phase: Phase, total: Int = 0) {
    state.withLock { state in
      finish(&state)
      state.start = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
      state.current = Status(phase: phase, total: total, done: 0, elapsed: 0, processor: 0)
    }
    tell()
  }

  /// Counts one finished step.
  package func step() {
    done.wrappingAdd(1, ordering: .relaxed)
    tell()
  }

  /// Ends the last phase, and returns all phases in order.
  package func finish() -> [Status] {
    state.withLock { state in
      finish(&state)
      return state.finished
    }
  }

  private func finish(_ state: inout State) {
    guard let current = state.current else { return }
    state.finished.append(now(current, state))
    state.current = nil
    done.store(0, ordering: .relaxed)
  }

  private func now(_ status: Status, _ state: State) -> Status {
    var status = status
    status.done = done.load(ordering: .relaxed)
    status.elapsed = seconds(CLOCK_MONOTONIC) - state.start.elapsed
    status.processor = seconds(CLOCK_PROCESS_CPUTIME_ID) - state.start.processor
    return status
  }

  private func tell() {
    guard let display else { return }
    let moment = seconds(CLOCK_MONOTONIC)
    guard moment >= begin + Progress.patience else { return }
    state.withLock { state in
      guard moment >= state.nextDisplay, let current = state.current else { return }
      state.nextDisplay = moment + Progress.pause
      display(now(current, state))
    }
  }
}

private func seconds(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
