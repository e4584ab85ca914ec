internal import Compilation
internal import Diagnostics
internal import Project
internal import Threads

/// The settings of every command that reads a project: its folder, and how to report on it.
struct ProjectSettings {
  var project = "."
  var strict = false
  var release = false
  var format = ReportFormat.human
  var timings = false

  func openProject(progress: Progress = Progress()) -> Project {
    Project(folder: project, progress: progress)
  }

  /// The report of a run over the project.
  func report(_ snapshot: Snapshot) -> Report {
    snapshot.report(
      prefix: openProject().repositoryPrefix, isStrict: strict, isForRelease: release)
  }

  func isFailure(_ report: Report) -> Bool {
    report.diagnostics.areFailure(isStrict: strict, isForRelease: release)
  }
}
