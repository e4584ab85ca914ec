internal import Compilation
internal import Diagnostics
internal import Disk
internal import Hypertext
internal import Model
internal import Output
internal import OutputFolder
internal import Project
internal import Session
internal import Threads

/// The work of `ksf build`, once its arguments are read.
struct BuildRun {
  var options = ProjectSettings()
  var output: String?
  var formats = Set(outputFormats.map(\.id))
  var singleFile = false
  var pdf = false
  var verify = false
  var noCache = false
  var force = false

  func run() throws {
    guard !options.project.isEmpty else { throw UnnamedProject() }
    try UnfitFolder.refuse(empty: output)
    try UnfitFolder.refuse(output: folder, of: options.openProject())
    let terminal = Terminal(format: options.format)
    let line = ProgressLine()
    line.progress.enter(.looking)
    let stamps = stamps(terminal)
    defer { if options.timings { terminal.complain(line.table()) } }
    guard let report = stamps?.unchanged() else {
      let lock = try lock(terminal, line)
      // The folder stays locked until the stamps are written.
      return try withExtendedLifetime(lock) {
        try build(terminal, line, stamps, hasLock: lock != nil)
      }
    }
    // The problems that the last build reported still exist.
    if !report.output.isEmpty { try terminal.deliver(asTheyAre: report.output) }
    if !report.errors.isEmpty { terminal.complain(bytes: report.errors) }
    try conclude(report.headline, OutputFolder.Changes(unchanged: report.fileCount), terminal)
  }

  /// The stamps of the last build. Nil with `--no-cache`, `--verify` or `--pdf`, since an external program makes the PDF.
  private func stamps(_ terminal: Terminal) -> BuildStamps? {
    guard !noCache, !pdf, !verify else { return nil }
    let project = options.openProject()
    let settings = [
      project.folder, project.repositoryPrefix, formats.sorted().joined(separator: ","),
      "\(singleFile)", "\(options.strict)", options.format.rawValue, "\(terminal.usesColour)",
    ]
    return BuildStamps(output: folder, settings: settings)
  }

  /// Locks the output folder before anything is read, so that a build that had to wait sees the latest files. Nil if there is
  /// no folder yet.
  private func lock(_ terminal: Terminal, _ line: ProgressLine) throws -> FolderLock? {
    try line.cleared {
      try FolderLock(folder, for: verify ? .reading : .writing) {
        terminal.complain("another build is writing to \(folder); waiting for it\n")
      }
    }
  }

  /// Finishes an interrupted build from its journal.
  private func finishInterrupted(_ terminal: Terminal, _ line: ProgressLine) throws {
    guard try OutputFolder(folder, replacesEdited: force).finishInterrupted() else { return }
    terminal.complain("finished what an interrupted build had begun to write to \(folder)\n")
  }

  private func build(
    _ terminal: Terminal, _ line: ProgressLine, _ stamps: BuildStamps?, hasLock: Bool
  ) throws {
    if hasLock, !verify { try line.cleared { try finishInterrupted(terminal, line) } }
    let pdfMaker = pdf ? try PDFMaker() : nil
    let inputs = InputStamps()
    let project = Project(folder: options.project, noting: inputs, progress: line.progress)
    var snapshot = try line.cleared { try Session(project, for: .build).snapshot }
    let report = options.report(snapshot)
    guard !options.isFailure(report) else { try refuse(report, terminal) }
    // From here on, the trees and declarations are no longer needed.
    Concurrency.free(&snapshot.frontEnd)
    let plan = try line.cleared { try self.plan(snapshot, line, pdfMaker) }
    guard let plan else { try refuse(report, terminal) }
    if verify { return try verify(plan, report, terminal) }
    let changes: OutputFolder.Changes
    if !hasLock { try PosixFileSystem().makeFolder(folder) }
    let lock = hasLock ? nil : try self.lock(terminal, line)
    defer { withExtendedLifetime(lock) {} }
    do {
      changes = try line.cleared {
        try OutputFolder(folder, progress: line.progress, replacesEdited: force).replace(
          written, with: plan.files, of: plan.edition)
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

  /// The files to write; nil if the framework has an error.
  private func plan(
    _ snapshot: Snapshot, _ line: ProgressLine, _ pdfMaker: PDFMaker?
  ) throws -> (files: [PlannedFile], edition: PublishedEdition)? {
    line.progress.enter(.planning)
    var extras: Set<BuildExtra> = singleFile ? [.singleFile] : []
    if pdf { extras.insert(.pdf) }
    guard let outputs = snapshot.outputs(formats, extras: extras, beginsWords: true) else {
      return nil
    }
    var files = try outputs.files()
    if let pdfMaker, let book = outputs.singleFile {
      files.append(
        PlannedFile(OutputFile(path: PDFMaker.path, bytes: try pdfMaker.pdf(book.bytes()))))
    }
    // Planning leaves gaps in the heap that are too small for pages.
    Heap.trim()
    let identity = outputs.identity
    return (files, PublishedEdition(framework: identity.id, edition: identity.edition.description))
  }

  /// The output formats to write.
  private var written: [OutputFormat<OutputSource>] {
    outputFormats.filter { formats.contains($0.id) }
  }

  private func conclude(
    _ headline: String, _ changes: OutputFolder.Changes, _ terminal: Terminal
  ) throws {
    try terminal.say(headline)
    try terminal.say(summary(changes, folder))
    for line in whereToLook(folder) { try terminal.say(line) }
  }

  /// Reports the differences that a build would remove.
  private func verify(
    _ plan: (files: [PlannedFile], edition: PublishedEdition), _ report: Report,
    _ terminal: Terminal
  ) throws {
    let stale = try OutputFolder(folder).stale(written, against: plan.files, of: plan.edition)
    try terminal.show(report)
    // Missing and extra files say more than different ones.
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

  /// The path of each output that is there. A framework without records has no forms.
  private func whereToLook(_ folder: String) -> [String] {
    let width = (outputFormats.map(\.title.count).max() ?? 0) + 2
    func line(_ title: String, _ path: String) -> String {
      title + ":" + String(repeating: " ", count: width - title.count - 1) + "\(folder)/\(path)"
    }
    var lines: [String] = []
    for format in written where PosixFileSystem().isThere("\(folder)/\(format.start)") {
      lines.append(line(format.title, format.start))
      guard format.id == "handbook" else { continue }
      if singleFile { lines.append(line("One file", "handbook.html")) }
      if pdf { lines.append(line("PDF", PDFMaker.path)) }
    }
    return lines
  }
}
