internal import ArgumentParser
internal import Compilation
internal import Coverage
internal import Diagnostics
internal import Model
internal import Project
internal import Session

/// `ksf coverage`.
struct ShowCoverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Shows which facts of the sources and items of the crosswalks are used, and where.",
    discussion: """
      Each fact is cited by something, declined with a reason, or open; each item of a crosswalk likewise has \
      something aligned to it, or is declined, or open.

      EXAMPLES
        ksf coverage                    a line for each source and crosswalk
        ksf coverage annual-report      every fact of one source, and what cites it
        ksf coverage --json             everything, for programs
        ksf coverage --strict           in CI: fail if anything is open
      """)

  @Argument(help: "The ids of sources or crosswalks to show in full.")
  var ids: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("The project folder.", valueName: "dir"),
    completion: .directory)
  var project = "."

  @Flag(name: .long, help: "Write JSON.")
  var json = false

  @Flag(name: .long, help: "Fail with exit status 1 if anything is neither used nor declined.")
  var strict = false

  mutating func run() throws {
    let terminal = Terminal()
    let snapshot = try Project(folder: project).check()
    guard let framework = snapshot.framework else {
      try terminal.show(
        snapshot.report(prefix: Project(folder: project).repositoryPrefix, isStrict: false))
      throw ExitStatus.problems
    }
    try requireKnown(framework.contents)
    let coverage = Coverage(framework.contents, only: ids.isEmpty ? nil : Set(ids))
    if json {
      try terminal.deliver(coverage.json, as: .json)
    } else {
      try terminal.say(coverage.text(inFull: !ids.isEmpty))
    }
    if strict, coverage.openCount > 0 { throw ExitStatus.problems }
  }

  private func requireKnown(_ contents: Contents) throws {
    let known = contents.sources.elements.map(\.id) + contents.crosswalks.elements.map(\.id)
    for id in ids where !known.contains(id) {
      let meant = suggestion(for: id, among: known).map { " Did you mean \"\($0)\"?" } ?? ""
      throw ValidationError("There is no source or crosswalk \"\(id)\".\(meant)")
    }
  }
}
