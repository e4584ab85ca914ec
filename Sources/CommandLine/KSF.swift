package import ArgumentParser
internal import Disk
internal import Glibc
internal import Output
internal import Project

/// The command `ksf`.
package struct KSF: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "ksf",
    abstract: "Compiles a knowledge-and-skills framework, written in YAML, into what people use.",
    discussion: """
      A project is a folder that holds framework/ with YAML files, and optionally seeds/ with a record for each \
      source and templates/ with templates of its own.

      EXAMPLES
        ksf init my-framework           begin with a small framework
        ksf docs tutorial               the way to a handbook, in ten steps
        ksf check                       check the framework in this folder
        ksf check --fix                 mend what can only be meant in one way
        ksf build                       write handbook, checklists and schemas to build/
        ksf build --only checklists     write the checklists alone
        ksf lock                        protect the ids that are published
        ksf release                     record an edition as it is published
        ksf record check p-0042.yaml    check a person's portfolio against the framework
        ksf diff v1.0.0                 what changed in meaning since then
        ksf coverage                    which facts of the sources are used
        ksf list statements --without evidence
        ksf uses REL-1.1                what refers to a statement
        ksf explain unknown-reference   what a rule means, and what to do

      EXIT STATUS
        0  all is well
        1  the framework has errors (or warnings, with --strict)
        2  the command was not understood, or there is no framework there
        3  the machine failed: an unreadable file, a full disk
      """,
    version: compilerVersion,
    subcommands: [
      Init.self, Build.self, Check.self, WriteLock.self, Approve.self, ReleaseEdition.self,
      Migrate.self,
      RecordCommand.self, ShowChanges.self, ShowCoverage.self,
      ShowThing.self, ShowUses.self, ListThings.self, Explain.self, Docs.self, WriteSchema.self,
    ])

  package init() {}

  /// Tells a beginner what to do, and anybody else which commands there are.
  package func run() throws {
    guard Project(folder: ".").isThere else { return try Terminal().say(KSF.welcome) }
    throw CleanExit.helpRequest(KSF.self)
  }

  private static let welcome = """
    There is no framework in this folder yet.

      ksf init my-framework     begins with a small one, in a folder of its own
      ksf docs tutorial         shows the way to a handbook, in ten steps
      ksf --help                lists all commands

    If you have one already, go to the folder that holds its folder "framework".
    """

  /// Runs the command that the process was started with, and ends the process.
  package static func runAndExit() -> Never {
    let arguments = Swift.CommandLine.arguments.dropFirst()
    do {
      // Scripts ask for the version before each run, and the library takes twice as long as a program that does nothing.
      if arguments.elementsEqual(["--version"]) {
        try Terminal().say(compilerVersion)
        Glibc.exit(ExitStatus.success.rawValue)
      }
      var command = try parseAsRoot()
      try command.run()
      Glibc.exit(ExitStatus.success.rawValue)
    } catch {
      guard let failure = Failure(error) else { exit(withError: error) }
      Terminal().complain(failure.message + "\n")
      Glibc.exit(failure.status.rawValue)
    }
  }
}
