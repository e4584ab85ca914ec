internal import Diagnostics
internal import Disk
internal import Glibc

/// The two output streams of a run.
struct Terminal {
  /// The format of the report. If programs read standard output, only the report goes there.
  let format: ReportFormat

  /// Colour is used only on a terminal, and not if the user declines it (no-color.org).
  let usesColour: Bool

  /// Records everything written to both streams; nil if nobody needs it.
  private let transcript: Transcript?

  private let output: Int32
  private let errors: Int32

  /// `output` and `errors` are the descriptors of the two streams.
  init(
    format: ReportFormat = .human, output: Int32 = STDOUT_FILENO, errors: Int32 = STDERR_FILENO,
    transcript: Transcript? = nil
  ) {
    self.format = format
    (self.output, self.errors) = (output, errors)
    self.transcript = transcript
    let refusesColour = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    usesColour = isatty(errors) == 1 && !refusesColour && !isDumb
  }

  /// Writes a line of the result: to standard output if people read it, otherwise to standard error.
  func say(_ line: String) throws {
    if format == .human { try deliver(text: line + "\n") } else { complain(line + "\n") }
  }

  /// Writes to standard error. A failure is ignored, since it cannot be reported.
  func complain(_ text: String) {
    _ = send(harmless(Array(text.utf8)), to: errors)
  }

  /// Writes a text with our own terminal commands to standard error: colours, and carriage returns.
  func complain(commanding text: String) {
    _ = send(harmless(Array(text.utf8), as: .coloured), to: errors)
  }

  /// Writes a text for people to standard output.
  func deliver(text: String) throws {
    try deliver(Array(text.utf8), as: .text)
  }

  /// Writes bytes of some form to standard output, so that neither a terminal nor a log obeys them.
  func deliver(_ bytes: [UInt8], as form: StreamForm) throws {
    try deliver(asTheyAre: harmless(bytes, as: form))
  }

  /// Writes a patch to standard output: as it is into a file, and harmless where a terminal or a log may read it.
  ///
  /// False if that changed the patch.
  func deliver(patch: [UInt8]) throws -> Bool {
    var status = stat()
    let isFile = fstat(output, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    let shown = isFile ? patch : harmless(patch, as: isatty(output) == 1 ? .text : .patch)
    try deliver(asTheyAre: shown)
    return shown == patch
  }

  /// Writes bytes to standard error.
  func complain(bytes: [UInt8]) {
    _ = send(bytes, to: errors)
  }

  /// Writes bytes that are harmless already to standard output.
  func deliver(asTheyAre bytes: [UInt8]) throws {
    guard send(bytes, to: output) else {
      throw MachineFailure(
        action: "write to", path: "standard output", reason: String(cString: strerror(errno)))
    }
  }

  private func send(_ bytes: [UInt8], to stream: Int32) -> Bool {
    var start = 0
    transcript?.note(bytes, on: stream)
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { write(stream, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return false }
      start += max(0, count)
    }
    return true
  }
}

extension Terminal {
  /// Writes the findings: for programs to standard output, for people to standard error.
  func show(_ report: Report) throws {
    if let rendered = report.rendered(as: format) { try deliver(asTheyAre: rendered) }
    guard !report.findings.isEmpty else { return }
    switch format {
    // The log of a step shows both streams.
    case .human, .github: showExcerpts(report)
    default: break
    }
    complain("\(report.diagnostics.summary)\n")
  }

  private func showExcerpts(_ report: Report) {
    var renderer = TerminalRenderer(files: report.files, usesColour: usesColour)
    let groups = report.diagnostics.grouped
    // The worst come first if not all can be shown.
    let shown =
      groups.count <= Terminal.mostShown
      ? groups[...]
      : (groups.filter { $0.first.severity == .error }
        + groups.filter { $0.first.severity != .error })
        .prefix(Terminal.mostShown)
    for group in shown { complain(commanding: renderer.render(group)) }
    let left = report.diagnostics.count - shown.reduce(0) { $0 + $1.count }
    if left > 0 { complain("and \(left) more, which are not shown\n") }
  }

  /// The most problems shown to a person: more than anybody reads, but bounded.
  private static let mostShown = 10_000
}

/// A transcript of the two streams during part of a run.
final class Transcript {
  private(set) var output: [UInt8] = []
  private(set) var errors: [UInt8] = []

  fileprivate func note(_ bytes: [UInt8], on stream: Int32) {
    if stream == STDOUT_FILENO { output += bytes } else { errors += bytes }
  }
}
