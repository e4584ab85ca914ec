internal import ArgumentParser
internal import Diagnostics

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
        ksf check --release             before an edition is published
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
    help: "Before an edition is published: treat every warning as an error.")
  var release = false

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

  func run() throws { try checkRun.run() }

  /// The run with these arguments.
  var checkRun: CheckRun {
    var settings = options.settings
    settings.release = release
    return CheckRun(
      options: settings, fix: fix, dryRun: dryRun, baseline: baseline,
      writeBaseline: writeBaseline, changedSince: changedSince
    )
  }
}
