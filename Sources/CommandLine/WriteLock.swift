internal import ArgumentParser
internal import Compilation
internal import Diagnostics
internal import Project
internal import Publishing

/// `ksf lock`.
struct WriteLock: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: "Notes every id and what it says, so that none is lost or given to something else.",
    discussion: """
      The lock is the file framework/framework.lock. From then on `ksf check` refuses a framework in which a \
      published id is gone, or stands for something else, without a word about it. Run it when an edition is \
      published, and commit the file.

      EXAMPLES
        ksf lock
        ksf lock --accept REL-1.2       it is the same thing in other words
        ksf lock --repair               keep what can be read of a damaged lock
      """)

  @OptionGroup var options: ProjectOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "An id that means what it meant, though hardly a word of it is the same. May be given several times.",
      valueName: "id"))
  var accept: [String] = []

  @Flag(name: .long, help: "Keep what can be read of a lock that is damaged.")
  var repair = false

  mutating func run() throws {
    let terminal = Terminal(format: options.format)
    let (snapshot, changes) = try options.settings.openProject().lock(
      accepting: Set(accept), repairing: repair)
    guard let changes else {
      try terminal.show(options.settings.report(snapshot))
      terminal.complain("The lock was not written.\n")
      throw ExitStatus.problems
    }
    try terminal.say(changes.line)
  }
}

/// `ksf approve`.
struct Approve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Notes in the lock that a role has approved something as it stands.",
    discussion: """
      When its text changes later, `ksf check` tells that it needs to be looked at again. No names are kept.

      EXAMPLES
        ksf approve REL-1.2 --by assessor
        ksf approve REL-1.1 REL-1.2 REL-1.3 --by assessor
        ksf approve --all-of REL-1 --by assessor
      """)

  @Argument(help: "The ids of what is approved.")
  var ids: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "All of an outcome or a domain that is still to be met, and the outcome or domain itself.",
      valueName: "id"))
  var allOf: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("The id of the role that approves it.", valueName: "role"))
  var by: String

  @Option(
    name: .long, help: ArgumentHelp("The project folder.", valueName: "dir"),
    completion: .directory)
  var project = "."

  func validate() throws {
    if ids.isEmpty, allOf.isEmpty {
      throw ValidationError("Say what is approved: ids, or --all-of an outcome or domain.")
    }
  }

  mutating func run() throws {
    let changes = try Project(folder: project).approve(ids, allOf: allOf, by: by)
    try Terminal().say(changes.line)
  }
}

extension Project.LockChanges {
  var line: String {
    "\(path): \(count) \(count == 1 ? "id" : "ids"), \(added) new, \(changed) changed"
  }
}
