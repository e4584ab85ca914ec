/// The findings of one run, and the facts about the run that renderings need.
package struct Report: Sendable {
  /// The findings, in reading order.
  package private(set) var findings: [Finding]

  /// The number of findings left out because an earlier run found them as well.
  package private(set) var knownCount = 0

  package let files: SourceFiles
  let run: Run
  let lines: LineIndexes

  /// The facts about the run that a rendering states.
  package struct Run: Sendable {
    /// The checked files of the project, so that a report can list those without problems.
    let checked: [FileID]

    /// The path from the root of the repository to the project, with a slash at its end; empty if they are one.
    let prefix: String

    /// The compiler's version.
    let version: String

    /// Whether a warning fails the run as an error does.
    let isStrict: Bool

    /// Whether a warning of what is due at a release fails it too.
    let isForRelease: Bool

    package init(
      checked: [FileID], prefix: String, version: String, isStrict: Bool, isForRelease: Bool = false
    ) {
      self.checked = checked
      self.prefix = prefix
      self.version = version
      self.isStrict = isStrict
      self.isForRelease = isForRelease
    }
  }

  /// `diagnostics` must be in reading order.
  package init(_ diagnostics: [Diagnostic], in files: SourceFiles, of run: Run) {
    lines = LineIndexes(files, for: diagnostics)
    findings = diagnostics.findings(in: files, lines)
    self.files = files
    self.run = run
  }

  package var diagnostics: [Diagnostic] { findings.map(\.diagnostic) }

  /// The report without the findings that are known already.
  package func without(_ known: Set<String>) -> Report {
    var report = self
    report.findings.removeAll { known.contains($0.fingerprint) }
    report.knownCount += findings.count - report.findings.count
    return report
  }
}

/// The formats of a report.
package enum ReportFormat: String, CaseIterable, Sendable {
  case human, json, sarif, github, gitlab, junit, summary
}

extension Report {
  /// The report for a program, which the log of a job may show. Nil for people, who get the output of `TerminalRenderer`.
  package func rendered(as format: ReportFormat) -> [UInt8]? {
    switch format {
    case .human: nil
    case .json: harmless(json, as: .json)
    case .sarif: harmless(sarif, as: .json)
    // Its lines are commands. What authors wrote is made harmless inside them.
    case .github: gitHub
    case .gitlab: harmless(gitLab, as: .json)
    case .junit: harmless(jUnit, as: .xml)
    case .summary: harmless(summary)
    }
  }
}

extension Report {
  /// The start and end positions of a range, the end excluded.
  func span(_ range: SourceRange) -> (start: Position, end: Position) {
    let index = lines[range.file]
    return (index.position(at: Int(range.start)), index.position(at: Int(range.end)))
  }

  /// The path of a file from the root of the repository.
  func path(_ file: FileID) -> String {
    run.prefix + files[file].path
  }

  /// The path reported for the whole project, since some readers reject a finding without a path.
  var wholePath: String { run.prefix + "framework/framework.yaml" }

  /// The fingerprint of a finding among all projects of the repository.
  func fingerprint(_ finding: Finding) -> String {
    run.prefix.isEmpty
      ? finding.fingerprint : shortDigest(of: run.prefix + "\0" + finding.fingerprint)
  }

  /// At most `limit` findings in reading order. Warnings are left out before errors.
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
  /// The message, with the label if it is a guess, such as "did you mean `title`?". Other labels need the excerpt.
  var sentence: String {
    label.hasSuffix("?") ? "\(message) (\(label))" : message
  }

  /// The whole explanation without excerpts: the sentence, and the help on lines of its own.
  var explanation: String {
    help.isEmpty ? sentence : sentence + "\n" + help
  }
}
