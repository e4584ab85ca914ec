internal import Diagnostics
internal import Disk

/// The problems that a project had when it adopted the compiler, so that only new ones fail a run.
///
/// It is a text file that people read and merge. After a header it has one line for each problem, sorted by path, rule and
/// fingerprint: `KSF0203 9f86d081884c7d65 framework/year-1.yaml: there is no statement with the id ...`. Only the first two
/// words are read back. Empty lines and lines that start with `#` are ignored.
struct Baseline: Sendable {
  let path: String
  let fingerprints: Set<String>

  private static let title = "# ksf baseline 1"

  private static let header = """
    \(title)
    # The problems that `ksf check --baseline` passes over, one a line. `ksf check --write-baseline` wrote it.

    """

  init(
    reading path: String, from fileSystem: any FileSystem = PosixFileSystem()
  ) throws {
    guard let bytes = try fileSystem.read(path) else {
      throw UnusableBaseline(
        message: """
          there is no baseline "\(path)"
          Write one with: ksf check --write-baseline \(path)
          """)
    }
    self.path = path
    fingerprints = try Baseline.parse(bytes, path)
  }

  private static func parse(_ bytes: [UInt8], _ path: String) throws -> Set<String> {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.first.map(String.init) == title else {
      throw UnusableBaseline(
        message: """
          "\(path)" is no baseline: its first line is not "\(title)"
          Name another file, or write it anew with: ksf check --write-baseline \(path)
          """)
    }
    var fingerprints: Set<String> = []
    for (index, line) in lines.enumerated() where !line.hasPrefix("#") {
      let words = line.split(separator: " ", maxSplits: 2)
      if words.isEmpty { continue }
      guard words.count >= 2, words[0].hasPrefix("KSF"), isFingerprint(words[1]) else {
        throw UnusableBaseline(
          message: """
            "\(path)" is damaged: line \(index + 1) is no entry of a baseline
            Delete the line if it is left from a merge, or write the file anew with: ksf check --write-baseline \(path)
            """)
      }
      fingerprints.insert(String(words[1]))
    }
    return fingerprints
  }

  private static func isFingerprint(_ word: Substring) -> Bool {
    word.utf8.count == 16
      && word.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }

  /// The number of entries that match no finding.
  func staleCount(in report: Report) -> Int {
    fingerprints.subtracting(report.findings.map(\.fingerprint)).count
  }

  /// Writes all findings as a baseline. It replaces no file but a baseline.
  static func write(
    _ report: Report, to path: String, in fileSystem: any FileSystem = PosixFileSystem()
  ) throws {
    if let old = try fileSystem.read(path), !old.isEmpty, !old.starts(with: title.utf8) {
      throw UnusableBaseline(
        message: """
          "\(path)" is in the way: it is no baseline, so ksf will not replace it
          Move it, or name another file.
          """)
    }
    let entries = report.findings.map { entry($0, report.files) }.sorted { $0.order < $1.order }
    let text = header + entries.map { $0.line + "\n" }.joined()
    try fileSystem.replace([(path, Array(text.utf8))])
  }

  private static func entry(
    _ finding: Finding, _ files: SourceFiles
  ) -> (order: (String, String, String), line: String) {
    let diagnostic = finding.diagnostic
    let path = diagnostic.range.map { files[$0.file].path } ?? ""
    let place = path.isEmpty ? "" : path + ": "
    let said = oneLine(place + diagnostic.message)
    return (
      (path, diagnostic.rule.code, finding.fingerprint),
      "\(diagnostic.rule.code) \(finding.fingerprint) \(said)"
    )
  }

  /// The text as one line of the file: without control characters, and shortened.
  private static func oneLine(_ text: String) -> String {
    let limit = 160
    var line = ""
    line.unicodeScalars.append(
      contentsOf: text.unicodeScalars.prefix(limit).map {
        $0.properties.generalCategory == .control || $0.properties.isWhitespace ? " " : $0
      })
    return text.unicodeScalars.count > limit ? line + "…" : line
  }
}

/// A file that cannot serve as a baseline.
struct UnusableBaseline: UsageFailure {
  let message: String
}
