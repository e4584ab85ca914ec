internal import ArgumentParser
internal import Compilation
internal import Diagnostics
internal import Glibc
internal import Output
internal import Portfolios
internal import Project
internal import Session

/// `ksf record`.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Checks records and portfolios, writes empty ones, and reports on them.",
    discussion: """
      A portfolio holds what one person has gathered and shown. Files are YAML, or JSON if their names end in .json. \
      Nothing that could tell who somebody is, nor any free text, is ever repeated in a message.

      EXAMPLES
        ksf record new portfolio > p-0042.yaml
        ksf record check p-0042.yaml
        ksf record check portfolios/
        ksf record report p-0042.yaml --on 2027-03-01
      """,
    subcommands: [RecordCheck.self, RecordNew.self, RecordReport.self])
}

/// The day as of which a record is checked.
struct DayOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day as of which to look, such as 2027-03-01.",
      discussion: "Today by the clock of this machine, if none is named.", valueName: "day"))
  var on: String?

  func validate() throws {
    guard let on, readDay(Array(on.utf8)) == nil else { return }
    throw ValidationError("--on should be a day that exists, such as 2027-03-01.")
  }

  var day: Day {
    if let on, let day = readDay(Array(on.utf8)) { return day }
    return Day(number: Int(time(nil)) / 86_400)
  }
}

extension Project {
  /// The framework that records are checked against. Ends the command if the framework has an error.
  func openRecords(on day: Day) throws -> RecordRun {
    let snapshot = try check()
    if let run = RecordRun(snapshot, on: day, migrations: try readMigrations()) { return run }
    Terminal().complain(
      "The framework has errors, so records cannot be checked against it: `ksf check` shows them.\n"
    )
    throw ExitStatus.problems
  }
}

/// `ksf record check`.
struct RecordCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks records and portfolios against the framework.",
    discussion: """
      EXAMPLES
        ksf record check p-0042.yaml
        ksf record check portfolios/ --strict
        ksf record check portfolios/ --format json | jq .summary
      """)

  @OptionGroup var options: ProjectOptions
  @OptionGroup var when: DayOption

  @Argument(
    help: "Files, or folders of which every .json, .yaml and .yml is read.", completion: .file())
  var files: [String]

  mutating func run() throws {
    let run = try options.settings.openProject().openRecords(on: when.day)
    let paths = try run.files(files)
    let terminal = Terminal(format: options.format)
    let counts =
      try options.format == .human
      ? checkForPeople(run, paths, terminal) : checkForPrograms(run, paths, terminal)
    let summary = "\(paths.count == 1 ? "1 file" : "\(paths.count) files"): \(counts.summary)"
    if counts.errors > 0 || options.strict && counts.warnings > 0 {
      terminal.complain(summary + "\n")
      throw ExitStatus.problems
    }
    try terminal.say(summary)
  }

  /// Shows the problems of each file as soon as they are found, and holds none.
  private func checkForPeople(
    _ run: RecordRun, _ paths: [String], _ terminal: Terminal
  ) throws -> Counts {
    var counts = Counts()
    try run.check(paths, identify: { _ in FileID(0) }) { document in
      counts.add(document.diagnostics)
      guard !document.diagnostics.isEmpty, counts.shown < RecordCheck.mostShown else { return }
      counts.shown += document.diagnostics.count
      var renderer = TerminalRenderer(
        files: SourceFiles([document.file]), usesColour: terminal.usesColour)
      for diagnostic in document.diagnostics {
        terminal.complain(commanding: renderer.render(diagnostic))
      }
    }
    tellOfRest(counts, terminal)
    return counts
  }

  /// Collects the problems, since a report for a program is one document. Of files without problems it holds only the names.
  ///
  /// Beyond the memory limit, problems are counted and not reported.
  private func checkForPrograms(
    _ run: RecordRun, _ paths: [String], _ terminal: Terminal
  ) throws -> Counts {
    var counts = Counts()
    var files = SourceFiles()
    var diagnostics: [Diagnostic] = []
    var heldBytes = 0
    try run.check(paths, identify: { FileID($0) }) { document in
      counts.add(document.diagnostics)
      let isHeld =
        !document.diagnostics.isEmpty && diagnostics.count < RecordCheck.mostShown
        && heldBytes < RecordCheck.mostHeldBytes
      _ = files.add(path: document.file.path, bytes: isHeld ? document.file.bytes : [])
      guard isHeld else { return }
      heldBytes += document.file.bytes.count
      diagnostics += document.diagnostics
    }
    counts.shown = diagnostics.count
    let about = Report.Run(
      checked: files.files.map(\.id), prefix: "", version: compilerVersion, isStrict: options.strict
    )
    let report = Report(diagnostics, in: files, of: about)
    if let rendered = report.rendered(as: options.format) {
      try terminal.deliver(asTheyAre: rendered)
    }
    tellOfRest(counts, terminal)
    return counts
  }

  private func tellOfRest(_ counts: Counts, _ terminal: Terminal) {
    let rest = counts.errors + counts.warnings - counts.shown
    if rest > 0 { terminal.complain("and \(rest) more, which are not shown\n") }
  }

  private static let mostShown = 10_000

  /// The most bytes of files with problems that are held for a report.
  private static let mostHeldBytes = 48 << 20

  private struct Counts {
    var errors = 0
    var warnings = 0
    var shown = 0

    mutating func add(_ diagnostics: [Diagnostic]) {
      errors += diagnostics.errorCount
      warnings += diagnostics.warningCount
    }

    var summary: String {
      func counted(_ count: Int, _ noun: String) -> String? {
        count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
      }
      let parts = [counted(errors, "error"), counted(warnings, "warning")].compactMap { $0 }
      return parts.isEmpty ? "no problems" : parts.joined(separator: " and ")
    }
  }
}

/// `ksf record new`.
struct RecordNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Prints an empty portfolio or record, with what to write where.",
    discussion: """
      EXAMPLES
        ksf record new portfolio > p-0042.yaml
        ksf record new portfolio --format json > p-0042.json
      """)

  @OptionGroup var project: ProjectFolder

  @Option(
    name: .long,
    help: ArgumentHelp(
      "yaml, with a note beside each key; or json, which has no room for notes.",
      valueName: "format"))
  var format = FileFormat.yaml

  @Argument(help: "portfolio, or the id of one of the framework's records.")
  var kind: String

  enum FileFormat: String, ExpressibleByArgument, CaseIterable { case yaml, json }

  mutating func run() throws {
    let snapshot = try project.folder.check()
    if let text = snapshot.blankRecord(kind, asJSON: format == .json) {
      let terminal = Terminal()
      return try terminal.deliver(Array(text.utf8), as: format == .json ? .json : .text)
    }
    guard snapshot.framework != nil else {
      Terminal().complain("The framework has errors: `ksf check` shows them.\n")
      throw ExitStatus.problems
    }
    let kinds = snapshot.recordKinds
    let meant = suggestion(for: kind, among: kinds).map { " Did you mean \"\($0)\"?" } ?? ""
    throw ValidationError(
      "There is no record \"\(kind)\".\(meant) There are: \(kinds.joined(separator: ", ")).")
  }
}

/// `ksf record report`.
struct RecordReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract:
      "Tells for a person what is shown, what the next review looks at, and what has to wait.",
    discussion: """
      Records in files of their own count for the portfolio of the same person. The report is Markdown.

      EXAMPLES
        ksf record report p-0042.yaml
        ksf record report p-0042.yaml observation-1.yaml --on 2027-03-01
      """)

  @OptionGroup var project: ProjectFolder
  @OptionGroup var when: DayOption

  @Argument(
    help: "Files, or folders of which every .json, .yaml and .yml is read.", completion: .file())
  var files: [String]

  mutating func run() throws {
    let run = try project.folder.openRecords(on: when.day)
    let terminal = Terminal()
    var portfolios: [Portfolio] = []
    var loose: [String: [LooseRecord]] = [:]
    var hasErrors = false
    try run.check(try run.files(files), identify: { _ in FileID(0) }) { document in
      let errors = document.diagnostics.filter { $0.severity == .error }
      hasErrors = hasErrors || !errors.isEmpty
      var renderer = TerminalRenderer(
        files: SourceFiles([document.file]), usesColour: terminal.usesColour)
      for error in errors { terminal.complain(commanding: renderer.render(error)) }
      switch document.content {
      case .portfolio(let portfolio): if errors.isEmpty { portfolios.append(portfolio) }
      case .record(let record):
        if errors.isEmpty { loose[record.person, default: []].append(record) }
      case .nothing: break
      }
    }
    for (index, portfolio) in portfolios.enumerated() {
      let text = run.report(portfolio, with: loose[portfolio.person] ?? [])
      try terminal.deliver(text: index > 0 ? "\n" + text : text)
    }
    if hasErrors {
      terminal.complain("A file with an error is not reported on: mend it first.\n")
      throw ExitStatus.problems
    }
    if portfolios.isEmpty {
      terminal.complain("There is no portfolio among these files, so there is nothing to report.\n")
      throw ExitStatus.usage
    }
  }
}
