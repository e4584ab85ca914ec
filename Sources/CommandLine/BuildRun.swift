internal import Diagnostics
internal import Model
internal import Output
internal import Threads
internal import Workspace

/// What `ksf build` does once its arguments are read.
struct BuildRun {
  var options = ProjectSettings()
  var output: String?
  var parts = Set(OutputPart.allCases)
  var singleFile = false
  var pdf = false
  var verify = false
  var noCache = false

  func run() throws {
    Heap.useLargePages()
    let terminal = Terminal(format: options.format)
    let line = ProgressLine()
    line.progress.enter(.looking)
    let stamps = stamps(terminal)
    defer { if options.timings { terminal.complain(line.table()) } }
    guard let report = stamps?.unchanged() else { return try build(terminal, line, stamps) }
    // The problems that the last build found are still there.
    if !report.output.isEmpty { try terminal.deliver(report.output) }
    if !report.errors.isEmpty { terminal.complain(bytes: report.errors) }
    try conclude(report.headline, OutputFolder.Changes(unchanged: report.fileCount), terminal)
  }

  /// By what the build is known the next time. What an external program makes is never taken for the same.
  private func stamps(_ terminal: Terminal) -> BuildStamps? {
    guard !noCache, !pdf, !verify else { return nil }
    let settings = [
      parts.map(\.rawValue).sorted().joined(separator: ","), "\(singleFile)", "\(options.strict)",
      options.format.rawValue, "\(terminal.usesColour)",
    ]
    return BuildStamps(options.openProject(), output: folder, settings: settings)
  }

  private func build(_ terminal: Terminal, _ line: ProgressLine, _ stamps: BuildStamps?) throws {
    var extras: Set<BuildExtra> = singleFile ? [.singleFile] : []
    if pdf { extras.insert(.pdf) }
    let inputs = InputStamps()
    let project = Project(folder: options.project, noting: inputs, progress: line.progress)
    let (snapshot, plan) = try line.cleared { try project.build(parts, extras: extras) }
    let report = options.report(snapshot)
    guard let plan, !options.isFailure(report) else {
      try refuse(report, terminal)
    }
    if verify { return try verify(plan.files, plan.identity, folder, report, terminal) }
    let changes: OutputFolder.Changes
    do {
      changes = try line.cleared {
        try OutputFolder(folder, progress: line.progress).replace(
          parts, with: plan.files, of: plan.identity)
      }
    } catch let dead as DeadLinks {
      try refuse(options.report(snapshot.reporting(dead)), terminal)
    } catch {
      try terminal.show(report)
      throw error
    }
    keepUntilExit((snapshot, plan))
    let transcript = Transcript()
    try Terminal(format: options.format, transcript: transcript).show(report)
    stamps?.note(
      changes, inputs: inputs,
      report: BuildStamps.Report(
        headline: snapshot.headline, output: transcript.output, errors: transcript.errors))
    try conclude(snapshot.headline, changes, terminal)
  }

  private func conclude(
    _ headline: String, _ changes: OutputFolder.Changes, _ terminal: Terminal
  ) throws {
    try terminal.say(headline)
    try terminal.say(summary(changes, folder))
    for line in whereToLook(folder) { try terminal.say(line) }
  }

  /// Tells what a build would change.
  private func verify(
    _ files: [PlannedFile], _ identity: Identity, _ folder: String, _ report: Report,
    _ terminal: Terminal
  ) throws {
    let stale = try OutputFolder(folder).stale(parts, against: files, of: identity)
    try terminal.show(report)
    // What is missing or left over says more than what differs.
    let told = stale.filter { $0.way != .differs } + stale.filter { $0.way == .differs }
    for file in told.prefix(50) {
      terminal.complain("\(folder)/\(file.path): \(file.way.rawValue)\n")
    }
    if stale.count > 50 { terminal.complain("and \(stale.count - 50) more\n") }
    guard stale.isEmpty else {
      terminal.complain("\(folder) is not what the framework says now: run ksf build.\n")
      throw ExitStatus.problems
    }
    try terminal.say("\(folder): fresh")
  }

  private var folder: String {
    output ?? (options.project == "." ? "build" : options.project + "/build")
  }

  /// Shows why nothing is written, and ends the command.
  private func refuse(_ report: Report, _ terminal: Terminal) throws -> Never {
    try terminal.show(report)
    terminal.complain("Nothing was written.\n")
    throw ExitStatus.problems
  }

  private func summary(_ changes: OutputFolder.Changes, _ folder: String) -> String {
    let removed = changes.removed == 0 ? "" : ", \(changes.removed) removed"
    return "\(folder): \(changes.written) written, \(changes.unchanged) unchanged\(removed)"
  }

  private func whereToLook(_ folder: String) -> [String] {
    [
      (OutputPart.handbook, "Handbook:   \(folder)/handbook/index.html"),
      (.handbook, singleFile ? "One file:   \(folder)/handbook.html" : ""),
      (.handbook, pdf ? "PDF:        \(folder)/handbook.pdf" : ""),
      (.checklists, "Checklists: \(folder)/checklists/"),
      (.forms, "Forms:      \(folder)/forms/"),
      (.tracking, "Tracking:   \(folder)/tracking/"),
      (.schemas, "Data:       \(folder)/framework.json, \(folder)/schemas/"),
    ].filter { parts.contains($0.0) && !$0.1.isEmpty }.map(\.1)
  }
}
