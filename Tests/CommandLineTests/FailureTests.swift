import ArgumentParser
import Disk
import Testing

@testable import CommandLine

@Suite struct `An exit status` {
  /// The contract with scripts, as `ksf --help` and docs/ci.md state it.
  @Test func `has the number that scripts rely on`() {
    #expect(ExitStatus.success.rawValue == 0)
    #expect(ExitStatus.problems.rawValue == 1)
    #expect(ExitStatus.usage.rawValue == 2)
    #expect(ExitStatus.machine.rawValue == 3)
  }
}

@Suite struct `A run that fails` {
  private struct NotThere: UsageFailure {
    let message = "there is no folder \"framework\""
  }

  @Test func `for the machine's sake has status 3`() throws {
    let error = MachineFailure(action: "write", path: "build/a", reason: "No space left on device")
    let failure = try #require(Failure(error))
    #expect(failure.status.rawValue == 3)
    #expect(failure.message.hasPrefix("ksf: "))
    for word in ["write", "build/a", "No space left on device"] {
      #expect(failure.message.contains(word))
    }
  }

  @Test func `since it was asked wrongly has status 2`() throws {
    let failure = try #require(Failure(NotThere()))
    #expect(failure.status.rawValue == 2)
    #expect(failure.message == "ksf: there is no folder \"framework\"")
  }

  @Test(arguments: [
    ["chek"], ["check", "--oops"], ["build", "--only", "books"], ["record", "check"],
    ["check", "--dry-run"],
    ["diff", "a", "b", "c"],
  ])
  func `since its words are not understood has status 2, and tells how to ask`(words: [String])
    throws
  {
    let error = try #require(throws: (any Error).self) { _ = try KSF.parseAsRoot(words) }
    let failure = try #require(Failure(error))
    #expect(failure.status.rawValue == 2)
    #expect(failure.message.contains("Usage: ksf"))
  }

  @Test func `and meant another command is told which`() throws {
    let error = try #require(throws: (any Error).self) {
      _ = try KSF.parseAsRoot(["check", "--strct"])
    }
    #expect(try #require(Failure(error)).message.contains("--strict"))
  }

  /// What was found in the framework is told of by then, so that only the status is left.
  @Test func `with problems that were shown, or for help, tells no more`() {
    #expect(Failure(ExitStatus.problems) == nil)
    #expect(KSF.exitCode(for: ExitStatus.problems).rawValue == 1)
    #expect(Failure(CleanExit.helpRequest()) == nil)
    #expect(KSF.exitCode(for: CleanExit.helpRequest()).rawValue == 0)
  }
}
