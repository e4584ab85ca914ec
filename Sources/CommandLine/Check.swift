internal import ArgumentParser
internal import Diagnostics
internal import Workspace

/// `ksf check`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks the framework, and mends what it can if asked to.",
    discussion: """
      Every problem is shown in one run, with its place, on standard error. Nothing is written without --fix or \
      --write-baseline.

      EXAMPLES
        ksf check
        ksf check --project my-framework --strict
        ksf check --fix                 mend what can only be meant in one way
        ksf check --fix --dry-run       show as a patch what that would change
        ksf check --fix --dry-run | patch -p1
        ksf check --write-baseline known-problems.txt
        ksf check --baseline known-problems.txt     fail only on new problems
        ksf check --changed-since origin/main       only what this branch has brought
        ksf check --format sarif > ksf.sarif        for GitHub code scanning
        ksf check --format github                   annotate changes on GitHub
        ksf check --format gitlab > gl-code-quality-report.json
        ksf check --format junit > ksf.xml          for servers that run tests
        ksf check --format summary >> "$GITHUB_STEP_SUMMARY"
        ksf check --format json | jq .summary       for programs of your own
      """)

  @OptionGroup var options: ProjectOptions

  @Flag(
    name: .long,
    help: ArgumentHelp(
      "Apply the fixes that are certainly right, and check again.",
      discussion: "Nothing else in the files is touched."))
  var fix = false

  @Flag(
    name: .long,
    help: "With --fix: change no file, and write what would change as a patch to standard output.")
  var dryRun = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Pass over the problems that this file names, so that only new ones count.",
      discussion: "The file is one that --write-baseline has written.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write all problems of now to this file, for --baseline.",
      discussion: "An older baseline is replaced; any other file is left alone.", valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Tell only of problems that were not there at this revision of the Git repository.",
      discussion:
        "More exactly: where the present work began to differ from it. Problems that a change causes elsewhere count.",
      valueName: "rev"))
  var changedSince: String?

  func validate() throws {
    if changedSince != nil, baseline != nil || writeBaseline != nil {
      throw ValidationError("--changed-since and a baseline both say what is old: choose one.")
    }
    if changedSince != nil, fix {
      throw ValidationError("--fix mends what is old as well: leave out --changed-since.")
    }
    if dryRun, !fix { throw ValidationError("--dry-run shows what --fix would change: add --fix.") }
    if dryRun, options.format != .human {
      throw ValidationError("--dry-run writes a patch to standard output, so it needs no --format.")
    }
    if dryRun, writeBaseline != nil {
      throw ValidationError("--dry-run writes no file: leave out --write-baseline.")
    }
    if baseline != nil, writeBaseline != nil {
      throw ValidationError("--baseline reads a file and --write-baseline writes one: choose one.")
    }
  }

  mutating func run() throws {
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

  /// Applies fixes, or shows them, and returns what is known of the project with them.
  private func mended(except known: Baseline?, _ terminal: Terminal) throws -> Snapshot {
    let project = options.openProject()
    let fixing = try project.fix(except: known?.fingerprints ?? [])
    if dryRun {
      let prefix = project.currentPrefix
      for change in fixing.changes {
        try terminal.deliver(
          unifiedDiff(path: prefix + change.path, from: change.old, to: change.new))
      }
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

  private func fixes(_ count: Int) -> String { count == 1 ? "1 fix" : "\(count) fixes" }

  private func write(_ report: Report, to path: String, _ terminal: Terminal) throws {
    try Baseline.write(report, to: path)
    let count = report.findings.count
    try terminal.say("\(path): \(count) \(count == 1 ? "problem" : "problems") written")
  }

  /// Says how many problems of the baseline are gone, if that can be known: what stands in a file that could not be
  /// read is not found again.
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
