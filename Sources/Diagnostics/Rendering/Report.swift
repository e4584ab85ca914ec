/// What one run found, and what every rendering of it has to know about the run.
package struct Report: Sendable {
  /// In reading order.
  package private(set) var findings: [Finding]

  /// How many more were found that an earlier run had found as well, which are not among the findings.
  package private(set) var knownCount = 0

  package let files: SourceFiles
  let run: Run
  let lines: LineIndexes

  /// What a rendering says about the run apart from what was found.
  package struct Run: Sendable {
    /// The files of the project that were looked at, so that a report can say which are well.
    let checked: [FileID]

    /// The way from the root of the repository to the project, ended by a slash; empty if they are one.
    let prefix: String

    /// The compiler's version.
    let version: String

    /// Whether a warning fails the run as an error does.
    let isStrict: Bool

    package init(checked: [FileID], prefix: String, version: String, isStrict: Bool) {
      self.checked = checked
      self.prefix = prefix
      self.version = version
      self.isStrict = isStrict
    }
  }

  /// `diagnostics` have to be in reading order.
  package init(_ diagnostics: [Diagnostic], in files: SourceFiles, of run: Run) {
    lines = LineIndexes(files, for: diagnostics)
    findings = diagnostics.findings(in: files, lines)
    self.files = files
    self.run = run
  }

  package var diagnostics: [Diagnostic] { findings.map(\.diagnostic) }

  /// The report without what is known already.
  package func without(_ known: Set<String>) -> Report {
    var report = self
    report.findings.removeAll { known.contains($0.fingerprint) }
    report.knownCount += findings.count - report.findings.count
    return report
  }
}

/// How a report is written.
package enum ReportFormat: String, CaseIterable, Sendable {
  case human, json, sarif, github, gitlab, junit, summary
}

extension Report {
  /// The report for a program. Nil for people, who read what `TerminalRenderer` makes.
  package func rendered(as format: ReportFormat) -> [UInt8]? {
    switch format {
    case .human: nil
    case .json: json
    case .sarif: sarif
    case .github: gitHub
    case .gitlab: gitLab
    case .junit: jUnit
    case .summary: summary
    }
  }
}

extension Report {
  /// Where a range starts and where it ends, the end not included.
  func span(_ range: SourceRange) -> (start: Position, end: Position) {
    let index = lines[range.file]
    return (index.position(at: Int(range.start)), index.position(at: Int(range.end)))
  }

  /// A file's path from the root of the repository.
  func path(_ file: FileID) -> String {
    run.prefix + files[file].path
  }

  /// The path that stands for the whole project, for readers that accept no finding without a path.
  var wholePath: String { run.prefix + "framework/framework.yaml" }

  /// The finding's fingerprint among those of all projects of the repository.
  func fingerprint(_ finding: Finding) -> String {
    run.prefix.isEmpty
      ? finding.fingerprint : shortDigest(of: run.prefix + "\0" + finding.fingerprint)
  }

  /// The worst of the findings, at most so many of them, in reading order: warnings are left out before errors.
  func worst(_ limit: Int) -> [Finding] {
    guard findings.count > limit else { return findings }
    var rest: [Severity: Int] = [:]
    rest[.error] = min(limit, findings.count { $0.diagnostic.severity == .error })
    rest[.warning] = limit - rest[.error, default: 0]
    return findings.filter { finding in
      rest[finding.diagnostic.severity, default: 0] -= 1
      return rest[finding.diagnostic.severity, default: 0] >= 0
    }
  }
}

extension Diagnostic {
  /// The message with the guess that the label makes, such as "did you mean `title`?"; the other labels need the
  /// excerpt.
  var sentence: String {
    label.hasSuffix("?") ? "\(message) (\(label))" : message
  }

  /// All that is said about the problem, without excerpts: the sentence, and what to do on lines of its own.
  var explanation: String {
    help.isEmpty ? sentence : sentence + "\n" + help
  }
}
