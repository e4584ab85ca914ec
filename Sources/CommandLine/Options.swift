internal import ArgumentParser
internal import Diagnostics
internal import Project

/// The options of every command that reads a project.
struct ProjectOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("The project folder.", valueName: "dir"),
    completion: .directory)
  var project = "."

  @Flag(
    name: .long,
    help:
      "Treat warnings as errors, but for those that are only due before an edition is published.")
  var strict = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How problems are reported: to people, or to programs.",
      discussion: """
        To people on standard error. A report to programs is all that standard output gets; its paths start at the \
        root of the Git repository.
        """,
      valueName: "format"))
  var format = ReportFormat.human

  @Flag(name: .long, help: "Print where the time went, phase by phase, on standard error.")
  var timings = false

  /// The parsed values.
  var settings: ProjectSettings {
    ProjectSettings(project: project, strict: strict, format: format, timings: timings)
  }
}

/// The project folder, for commands without a report on the framework.
struct ProjectFolder: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("The project folder.", valueName: "dir"),
    completion: .directory)
  var project = "."

  var folder: Project { Project(folder: project) }
}

extension ReportFormat: ExpressibleByArgument {}
