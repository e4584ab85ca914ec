internal import Diagnostics
internal import Glibc

/// The two streams that a run writes to.
struct Terminal {
  /// Colour only where a person looks, and not if they ask for none (no-color.org).
  let usesColour: Bool

  init() {
    let refusesColour = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    usesColour = isatty(STDERR_FILENO) == 1 && !refusesColour && !isDumb
  }

  /// Writes a line of the result to standard output.
  func say(_ line: String) {
    print(line)
  }

  /// Writes to standard error.
  func complain(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      // Nobody is left to be told.
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Writes every diagnostic and the summary to standard error.
  func show(_ diagnostics: [Diagnostic], in files: SourceFiles) {
    guard !diagnostics.isEmpty else { return }
    var renderer = TerminalRenderer(files: files, usesColour: usesColour)
    for diagnostic in diagnostics { complain(renderer.render(diagnostic)) }
    complain("\(diagnostics.summary)\n")
  }
}
