internal import Glibc
internal import Output
internal import Synchronization
internal import Threads

/// A progress line on the terminal. Nothing is written if standard error is no terminal, or a dumb one.
struct ProgressLine {
  let progress: Progress
  private let screen: Screen

  init() {
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    let screen = Screen()
    let display: @Sendable (Progress.Status) -> Void = { screen.show(ProgressLine.text($0)) }
    progress = Progress(display: isatty(STDERR_FILENO) == 1 && !isDumb ? display : nil)
    self.screen = screen
  }

  /// Runs `work`, and removes the line at its end, so that other text can be written.
  func cleared<Result>(_ work: () throws -> Result) rethrows -> Result {
    defer { screen.clear() }
    return try work()
  }

  /// The line's text, such as `making outputs: 12000 of 30434 (4100 a second)`.
  static func text(_ status: Progress.Status) -> String {
    var line = status.phase.rawValue
    if status.total > 0 { line += ": \(status.done) of \(status.total)" }
    if status.done > 0, status.elapsed > 0 {
      line += " (\(Int(Double(status.done) / status.elapsed)) a second)"
    }
    return line
  }

  /// The timings of a run: for each phase the wall time, the processor time of all cores, and the number of steps.
  func table() -> String {
    let phases = progress.finish()
    let width = phases.map(\.phase.rawValue.count).max() ?? 0
    var lines = phases.map { row($0.phase.rawValue, $0.elapsed, $0.processor, $0.done, width) }
    lines.append(
      row(
        "all", phases.reduce(0) { $0 + $1.elapsed }, phases.reduce(0) { $0 + $1.processor }, 0,
        width))
    return lines.joined()
  }

  private func row(
    _ name: String, _ elapsed: Double, _ processor: Double, _ done: Int, _ width: Int
  ) -> String {
    var line = name.padded(to: width) + milliseconds(elapsed).padded(before: 11)
    line += milliseconds(processor).padded(before: 11) + " cpu"
    if done > 0, elapsed > 0 {
      line +=
        "\(done)".padded(before: 9) + "\(Int(Double(done) / elapsed))".padded(before: 10)
        + " a second"
    }
    return line + "\n"
  }

  private func milliseconds(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10_000).rounded())
    return "\(tenths / 10).\(tenths % 10) ms"
  }
}

/// The last line of the terminal. It is overwritten with spaces, which needs no control codes.
private final class Screen: Sendable {
  /// The number of columns of the present text.
  private let width = Mutex(0)

  func show(_ text: String) {
    width.withLock { width in
      let spaces = String(repeating: " ", count: max(0, width - text.count))
      Terminal().complain(commanding: "\r\(text)\(spaces)")
      width = text.count
    }
  }

  /// Clears the line. Does nothing if nothing was shown.
  func clear() {
    width.withLock { width in
      guard width > 0 else { return }
      Terminal().complain(commanding: "\r\(String(repeating: " ", count: width))\r")
      width = 0
    }
  }
}
