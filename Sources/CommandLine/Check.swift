internal import ArgumentParser
internal import Diagnostics
internal import Workspace

/// `ksf check`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks the framework and writes nothing.",
    discussion: """
      Every problem is shown in one run, with its place, on standard error.

      EXAMPLES
        ksf check
        ksf check --project my-framework --strict
      """)

  @OptionGroup var options: ProjectOptions

  mutating func run() throws {
    let terminal = Terminal()
    let snapshot = try options.openProject().check()
    terminal.show(snapshot.diagnostics, in: snapshot.files)
    if options.isFailure(snapshot.diagnostics) { throw ExitStatus.problems }
    terminal.say("\(snapshot.headline): \(snapshot.diagnostics.summary)")
  }
}

/// What every command that reads a project takes.
struct ProjectOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("The project folder.", valueName: "dir"),
    completion: .directory)
  var project = "."

  @Flag(name: .long, help: "Treat warnings as errors.")
  var strict = false

  func openProject() -> Project {
    Project(folder: project)
  }

  func isFailure(_ diagnostics: [Diagnostic]) -> Bool {
    diagnostics.errorCount > 0 || strict && !diagnostics.isEmpty
  }
}
