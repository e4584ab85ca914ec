internal import Glibc
internal import Workspace

/// A line on the terminal that says what a long run is doing. Where nobody looks, nothing is written.
struct ProgressLine {
  let progress: Progress
  private let isShown: Bool

  init() {
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    isShown = isatty(STDERR_FILENO) == 1 && !isDumb
    let display: @Sendable (Progress.Status) -> Void = { status in
      Terminal().complain(ProgressLine.text(status))
    }
    progress = Progress(display: isShown ? display : nil)
  }

  /// Does something, and takes the line away at its end, so that something else can be written.
  func cleared<Result>(_ work: () throws -> Result) rethrows -> Result {
    defer { if isShown { Terminal().complain("\r\u{1B}[K") } }
    return try work()
  }

  /// Such as `making outputs: 12,000 of 30,434 (4,100 a second)`.
  static func text(_ status: Progress.Status) -> String {
    var line = "\r\u{1B}[K\(status.phase.rawValue)"
    if status.total > 0 { line += ": \(status.done) of \(status.total)" }
    if status.done > 0, status.elapsed > 0 {
      line += " (\(Int(Double(status.done) / status.elapsed)) a second)"
    }
    return line
  }

  /// Where the time of a run went: for each phase the time by the clock, the time of all cores, and how much was done.
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
    var line = padded(name, -width) + padded(milliseconds(elapsed), 11)
    line += padded(milliseconds(processor), 11) + " cpu"
    if done > 0, elapsed > 0 {
      line += padded("\(done)", 9) + padded("\(Int(Double(done) / elapsed))", 10) + " a second"
    }
    return line + "\n"
  }

  private func milliseconds(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10_000).rounded())
    return "\(tenths / 10).\(tenths % 10) ms"
  }

  /// A text with spaces before it, or behind it where the width is negative.
  private func padded(_ text: String, _ width: Int) -> String {
    let spaces = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width < 0 ? text + spaces : spaces + text
  }
}
