import Diagnostics

/// A problem with whatever a test wants to see rendered.
struct Sample: Problem {
  static let rule = Rule(
    "KSF9998", "sample-error", summary: "A sample.", reason: "None.", bad: "a", good: "b")

  var range: SourceRange?
  var message = "something is odd"
  var label = ""
  var notes: [Diagnostic.Note] = []
  var help = ""
  var fixes: [Diagnostic.Fix] = []
}

/// The same as a warning.
struct SampleWarning: Problem {
  static let rule = Rule(
    "KSF9999", "sample-warning", .warning, summary: "A sample.", reason: "None.", bad: "a",
    good: "b")

  var range: SourceRange?
  var message = "something is not nice"
}

/// Texts, and ways to point into them.
struct SampleFiles {
  var files = SourceFiles()

  init(_ texts: [(path: String, text: String)]) {
    for (path, text) in texts { _ = files.add(path: path, bytes: Array(text.utf8)) }
  }

  init(_ text: String) {
    self.init([("framework/a.yaml", text)])
  }

  /// Where a text stands for the first time.
  func range(_ text: String, in file: Int = 0) -> SourceRange {
    let bytes = files.files[file].bytes
    let start = (0...bytes.count).first { bytes[$0...].starts(with: text.utf8) } ?? 0
    return SourceRange(file: FileID(file), start: start, end: start + text.utf8.count)
  }

  func edit(_ text: String, _ replacement: String, in file: Int = 0) -> Diagnostic.Edit {
    Diagnostic.Edit(range(text, in: file), replacement)
  }

  func report(
    _ problems: [any Problem], prefix: String = "", isStrict: Bool = false
  ) -> Report {
    Report(
      problems.map { Diagnostic($0) }.inReadingOrder(), in: files,
      of: Report.Run(
        checked: files.files.map(\.id), prefix: prefix, version: "1.2.3", isStrict: isStrict))
  }
}

extension Report {
  func text(_ format: ReportFormat) -> String {
    String(decoding: rendered(as: format) ?? [], as: UTF8.self)
  }
}
