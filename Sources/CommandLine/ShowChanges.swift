internal import ArgumentParser
internal import Comparison
internal import Diagnostics
internal import Editions
internal import Project
internal import Publishing

/// `ksf diff`.
struct ShowChanges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows what changed in meaning between two editions, and for whom that matters.",
    discussion: """
      An edition is a recorded one, a project folder, or a revision of the Git repository. Without any, the last \
      commit is compared with the files as they are; with one, that one is. With --check and without any, it is the last \
      recorded edition, if there is one.

      Each change is editorial, compatible, breaking for people part-way through, or breaking for machines, and \
      demands an edition of its own (docs/changes.md).

      EXAMPLES
        ksf diff                        the last commit and the files of now
        ksf diff --check                is the edition high enough for what changed since the last one?
        ksf diff 1.0.0                  a recorded edition and the files of now
        ksf diff v1.0.0                 a tag and the files of now
        ksf diff v1.0.0 v1.1.0          two tags
        ksf diff ../last-year .         two folders
        ksf diff origin/main --check    in CI: fail if the edition is too low
        ksf diff --format markdown      for a comment on a pull request
      """)

  @Argument(
    help: ArgumentHelp(
      "The earlier edition: a recorded one, a folder or a revision.", valueName: "from"))
  var from: String?

  @Argument(
    help: ArgumentHelp(
      "The later edition. The project's files as they are, if none is named.", valueName: "to"))
  var to: String?

  @Option(
    name: .long, help: ArgumentHelp("The project folder.", valueName: "dir"),
    completion: .directory)
  var project = "."

  @Option(name: .long, help: ArgumentHelp("How the changes are told.", valueName: "format"))
  var format = ComparisonFormat.human

  @Flag(
    name: .long,
    help: ArgumentHelp(
      "Fail with exit status 1 if the declared edition is lower than the changes demand.",
      discussion: "Likewise if the status goes a way that is not allowed."))
  var check = false

  mutating func run() throws {
    let terminal = Terminal()
    let project = Project(folder: project)
    let old = try project.edition(from ?? (check ? project.lastEdition() : "HEAD"))
    let new = try to.map { try project.edition($0) } ?? project
    let comparison = try Project.compare(old, new)
    switch format {
    case .human: try terminal.deliver(text: comparison.text())
    case .markdown: try terminal.deliver(text: comparison.markdown())
    case .json: try terminal.deliver(comparison.json(), as: .json)
    }
    guard check else { return }
    for problem in comparison.problems { terminal.complain("error: \(problem)\n") }
    if !comparison.problems.isEmpty { throw ExitStatus.problems }
  }
}

/// The value of `--format`.
enum ComparisonFormat: String, CaseIterable, ExpressibleByArgument {
  case human, markdown, json
}
