import ArgumentParser
import Diagnostics
import Portfolios
import Testing

@testable import CommandLine

/// A command as the words after `ksf` make it.
private func command<Command: ParsableCommand>(
  _ words: String, as type: Command.Type = Command.self
) throws
  -> Command
{
  let parsed = try KSF.parseAsRoot(words.split(separator: " ").map(String.init))
  return try #require(parsed as? Command, "\(words) is \(Swift.type(of: parsed))")
}

/// What is told of words that cannot be understood; nil if they can.
private func complaint(_ words: [String]) -> String? {
  do {
    _ = try KSF.parseAsRoot(words)
    return nil
  } catch {
    return KSF.exitCode(for: error) == .validationFailure ? KSF.message(for: error) : nil
  }
}

@Suite struct `The words after check` {
  private func run(_ words: String) throws -> CheckRun {
    try command("check \(words)", as: Check.self).checkRun
  }

  @Test func `may be none`() throws {
    let run = try run("")
    #expect(run.options.project == ".")
    #expect(!run.options.strict)
    #expect(run.options.format == .human)
    #expect(!run.options.timings)
    #expect(!run.fix)
    #expect(!run.dryRun)
    #expect(run.baseline == nil)
    #expect(run.writeBaseline == nil)
    #expect(run.changedSince == nil)
  }

  @Test func `are each taken for what they say`() throws {
    #expect(try run("--project a/b").options.project == "a/b")
    #expect(try run("--project=a/b").options.project == "a/b")
    #expect(try run("--strict").options.strict)
    #expect(try run("--timings").options.timings)
    #expect(try run("--fix").fix)
    #expect(try run("--fix --dry-run").dryRun)
    #expect(try run("--baseline known.txt").baseline == "known.txt")
    #expect(try run("--write-baseline known.txt").writeBaseline == "known.txt")
    #expect(try run("--changed-since origin/main").changedSince == "origin/main")
    let many = try run("--strict --format json --project x --changed-since HEAD")
    #expect((many.options.strict, many.options.format, many.options.project) == (true, .json, "x"))
    #expect(many.changedSince == "HEAD")
  }

  @Test(arguments: ReportFormat.allCases)
  func `name a format`(format: ReportFormat) throws {
    #expect(try run("--format \(format.rawValue)").options.format == format)
  }

  @Test(arguments: [
    ("--fix --changed-since HEAD", "leave out --changed-since"), ("--dry-run", "add --fix"),
    ("--baseline a --write-baseline b", "choose one"),
    ("--baseline a --changed-since HEAD", "choose one"),
    ("--write-baseline a --changed-since HEAD", "choose one"),
    ("--fix --dry-run --format json", "needs no --format"),
    ("--fix --dry-run --write-baseline a", "leave out --write-baseline"), ("--format xml", "xml"),
    ("--format", "--format"), ("--project", "--project"), ("--stricter", "--stricter"),
    ("somewhere", "somewhere"),
  ])
  func `that contradict one another are refused`(words: String, told: String) throws {
    let refusal = try #require(complaint(["check"] + words.split(separator: " ").map(String.init)))
    #expect(refusal.contains(told))
  }
}

@Suite struct `The words after build` {
  private func run(_ words: String) throws -> BuildRun {
    try command("build \(words)", as: Build.self).buildRun
  }

  @Test func `may be none`() throws {
    let run = try run("")
    #expect(run.options.project == ".")
    #expect(run.output == nil)
    #expect(run.formats == ["checklists", "data", "forms", "handbook", "schemas", "tracking"])
    #expect(!run.singleFile)
    #expect(!run.pdf)
    #expect(!run.verify)
  }

  @Test func `are each taken for what they say`() throws {
    #expect(try run("--output site").output == "site")
    #expect(try run("--only handbook,checklists").formats == ["handbook", "checklists"])
    #expect(try run("--only schemas").formats == ["schemas"])
    #expect(try run("--single-file").singleFile)
    #expect(try run("--pdf").pdf)
    #expect(try run("--verify").verify)
    #expect(try run("--strict --project x --format sarif").options.format == .sarif)
  }

  @Test(arguments: [
    ("--verify --pdf", "--verify compares bytes"),
    ("--single-file --only checklists", "--only leaves out"),
    ("--pdf --only forms", "--only leaves out"), ("--only books", "books"),
    ("--only handbook,", "handbook,"),
    ("--only ,", ","), ("--only", "--only"), ("--output", "--output"),
  ])
  func `that contradict one another are refused`(words: String, told: String) throws {
    let refusal = try #require(complaint(["build"] + words.split(separator: " ").map(String.init)))
    #expect(refusal.contains(told))
  }

  @Test func `may ask for the book with others`() throws {
    #expect(try run("--pdf --only handbook,forms").pdf)
  }
}

@Suite struct `The words after another command` {
  @Test func `name records and a day`() throws {
    let check = try command("record check a.yaml b --on 2027-03-01 --strict", as: RecordCheck.self)
    #expect(check.files == ["a.yaml", "b"])
    #expect(check.when.day.description == "2027-03-01")
    #expect(check.options.settings.strict)
    #expect(try command("record report a.yaml", as: RecordReport.self).files == ["a.yaml"])
    #expect(try command("record new look --format json", as: RecordNew.self).format == .json)
    #expect(try command("record new portfolio", as: RecordNew.self).format == .yaml)
  }

  @Test(arguments: ["2027-02-29", "soon", "2027-3-1", ""])
  func `name no day that does not exist`(day: String) {
    #expect(
      complaint(["record", "check", "a.yaml", "--on", day])?.contains(
        "--on should be a day that exists") == true)
  }

  @Test func `name one edition, two or none`() throws {
    let none = try command("diff", as: ShowChanges.self)
    #expect((none.from, none.to, none.format, none.check) == (nil, nil, .human, false))
    let two = try command("diff v1 v2 --format markdown --check", as: ShowChanges.self)
    #expect((two.from, two.to, two.format, two.check) == ("v1", "v2", .markdown, true))
    #expect(complaint(["diff", "a", "b", "c"]) != nil)
  }

  @Test func `name rules, pages, sources and ids`() throws {
    #expect(try command("explain KSF0203", as: Explain.self).rule == "KSF0203")
    #expect(try command("explain", as: Explain.self).rule == nil)
    #expect(try command("coverage book --json --strict", as: ShowCoverage.self).ids == ["book"])
    #expect(
      try command("lock --accept A-1 --accept A-2", as: WriteLock.self).accept == ["A-1", "A-2"])
    #expect(complaint(["docs"]) == nil)
    #expect(complaint(["docs", "novel"]) != nil)
    for page in ["changes", "language", "rules", "templates"] {
      #expect(complaint(["docs", page]) == nil)
    }
  }
}
