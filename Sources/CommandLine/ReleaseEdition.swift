internal import ArgumentParser
internal import Compilation
internal import Diagnostics
internal import Project
internal import Publishing

/// `ksf release`.
struct ReleaseEdition: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Records the edition as it is, so that later ones can be compared with it.",
    discussion: """
      Its sources are copied to editions/EDITION/, which is never changed again; every id and the digest of the copy \
      are noted in framework/framework.lock; and migrations/FROM-TO.json tells what became of each id since the \
      edition before. Nothing is written if the framework has an error, or if its edition is too low for what changed. \
      Commit the files that are written.

      EXAMPLES
        ksf release
        ksf release --again             nobody has used it yet: record it anew
      """)

  @OptionGroup var options: ProjectOptions

  @Flag(
    name: .long,
    help: "Record an edition anew that was recorded already, and write its migration map anew.")
  var again = false

  mutating func run() throws {
    let terminal = Terminal(format: options.format)
    let (snapshot, release) = try record(terminal)
    guard let release else {
      try terminal.show(options.settings.report(snapshot))
      terminal.complain("The edition was not recorded.\n")
      throw ExitStatus.problems
    }
    try terminal.say("edition \(release.edition) is recorded")
    try terminal.say(release.lock.line)
    if let map = release.map { try terminal.say("\(map): what became of each id") }
  }

  private func record(
    _ terminal: Terminal
  ) throws -> (snapshot: Snapshot, release: Project.Release?) {
    do {
      return try options.settings.openProject().release(again: again)
    } catch let refusal as NotReleased {
      // The framework is at fault, and not the command.
      terminal.complain("ksf: \(refusal.message)\n")
      throw ExitStatus.problems
    }
  }
}

/// `ksf migrate`.
struct Migrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the map of what became of each id since an earlier edition.",
    discussion: """
      `ksf record check` carries portfolios of earlier editions forward by these maps. `ksf release` writes the one from \
      the edition before; this is for any other.

      EXAMPLES
        ksf migrate 1.0.0               from a recorded edition
        ksf migrate v1.0.0              from a tag
      """)

  @Argument(
    help: ArgumentHelp(
      "The earlier edition: a recorded one, a folder or a revision.", valueName: "from"))
  var from: String

  @Option(
    name: .long, help: ArgumentHelp("The project folder.", valueName: "dir"),
    completion: .directory)
  var project = "."

  @Flag(name: .long, help: "Write over a map that is there, and what was changed in it by hand.")
  var force = false

  mutating func run() throws {
    let path = try Project(folder: project).migrate(from: from, overwriting: force)
    try Terminal().say("\(path): what became of each id")
  }
}
