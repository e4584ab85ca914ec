internal import Compilation
internal import Diagnostics
internal import Project
internal import Publishing
internal import Session

/// The work of `ksf check`, once its arguments are read.
struct CheckRun {
  var options = ProjectSettings()
  var fix = false
  var dryRun = false
  var baseline: String?
  var writeBaseline: String?
  var changedSince: String?

  func run() throws {
    let terminal = Terminal(format: options.format)
    let known = try baseline.map { try Baseline(reading: $0) }
    let line = ProgressLine()
    let snapshot =
      try fix
      ? mended(except: known, terminal)
      : line.cleared { try options.openProject(progress: line.progress).check() }
    keepUntilExit(snapshot)
    defer { if options.timings { terminal.complain(line.table()) } }
    let all = options.report(snapshot)
    if let writeBaseline { try write(all, to: writeBaseline, terminal) }
    let old = try changedSince.map { try options.openProject().problems(at: $0) } ?? []
    let passedOver = old.union(
      writeBaseline == nil ? known?.fingerprints ?? [] : all.fingerprints)
    let report = all.without(passedOver)
    try terminal.show(report)
    if let known { compare(known, all, snapshot, terminal) }
    if options.isFailure(report) { throw ExitStatus.problems }
    let verdict = "\(snapshot.headline): \(report.diagnostics.summary)\(told(report.knownCount))"
    if dryRun { terminal.complain(verdict + "\n") } else { try terminal.say(verdict) }
  }

  /// Applies fixes, or shows them, and returns the snapshot of the fixed project.
  private func mended(except known: Baseline?, _ terminal: Terminal) throws -> Snapshot {
    let project = options.openProject()
    let fixing = try project.readTexts().fixed(except: known?.fingerprints ?? [])
    if dryRun {
      let prefix = project.currentPrefix
      let patch = fixing.changes.flatMap {
        unifiedDiff(path: prefix + $0.path, from: $0.old, to: $0.new)
      }
      if try !terminal.deliver(patch: patch) { terminal.complain(CheckRun.changedPatch) }
    } else {
      try project.write(fixing.changes)
    }
    if fixing.appliedCount > 0 {
      let files = fixing.changes.count == 1 ? "1 file" : "\(fixing.changes.count) files"
      let done = dryRun ? "can be applied" : "applied"
      terminal.complain("\(fixes(fixing.appliedCount)) \(done) in \(files)\n\n")
    }
    if fixing.leftCount > 0 {
      terminal.complain("\(fixes(fixing.leftCount)) left, which overlap others: run it again\n\n")
    }
    return fixing.snapshot
  }

  private static let changedPatch = """
    The patch holds signs that a terminal or a log would obey. They are shown in another form, so this cannot be applied.
    To apply it, write it to a file: ksf check --fix --dry-run > fixes.patch


    """

  private func fixes(_ count: Int) -> String { count == 1 ? "1 fix" : "\(count) fixes" }

  private func write(_ report: Report, to path: String, _ terminal: Terminal) throws {
    try Baseline.write(report, to: path)
    let count = report.findings.count
    try terminal.say("\(path): \(count) \(count == 1 ? "problem" : "problems") written")
  }

  /// Reports how many problems of the baseline are gone. This is unknown if a file could not be read, since its problems are
  /// not found again.
  private func compare(
    _ known: Baseline, _ report: Report, _ snapshot: Snapshot, _ terminal: Terminal
  ) {
    let count = known.staleCount(in: report)
    guard count > 0, snapshot.unread.isEmpty else { return }
    terminal.complain(
      """
      \(count) \(count == 1 ? "entry" : "entries") of \(known.path) no longer \(count == 1 ? "occurs" : "occur"); \
      to rewrite it: ksf check --write-baseline \(known.path)

      """)
  }

  private func told(_ knownCount: Int) -> String {
    guard knownCount > 0 else { return "" }
    let place = changedSince.map { "that were there at \($0)" } ?? "in the baseline"
    return ", apart from \(knownCount) \(place)"
  }
}

extension Report {
  fileprivate var fingerprints: Set<String> { Set(findings.map(\.fingerprint)) }
}
