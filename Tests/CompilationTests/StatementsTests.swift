import Compilation
import Model
import Project
import Session
import TestSupport
import Testing

/// Statements are linked in slices of 256, which are joined.
@Suite struct `The columns of statements` {
  private static let head = """
    framework: test
    title: Test
    edition: 1.0.0
    language: en-GB
    phases: [{id: early, title: Early}, {id: late, title: Late}]
    roles: [{id: guide, title: Guide}, {id: judge, title: Judge}]
    levels: [{id: sure, title: Sure}]
    evidence: [{id: seen, title: Seen}, {id: told, title: Told}]

    """

  private func framework(_ statements: [String]) throws -> Framework {
    var domain = "domain: body\ntitle: Body\noutcomes:\n  - id: O-1\n    title: Outcome\n"
    domain += "    statements:\n"
    for (index, statement) in statements.enumerated() {
      domain += "      - {id: S-\(index), text: text \(index)\(statement)}\n"
    }
    domain += "  - {id: O-2, title: Other, statements: [{id: T-1, text: last}]}\n"
    let disk = ProjectSample.disk(
      domain: domain, ["p/framework/framework.yaml": `The columns of statements`.head])
    return try #require(try Project(folder: "p", fileSystem: disk).check().framework)
  }

  @Test func `hold what each statement says`() throws {
    let statements = try framework([
      ", phase: early", ", relies-on: [S-0], after: [S-0]",
      ", roles: [judge], after: [S-1, O-2], notes: {guide: Ask.}",
      ", phase: early, relies-on: [S-0, S-2], roles: [judge], levels: {judge: sure}, progression: {late: more}",
      ", status: {is: withdrawn, since: 2026-01-02, because: It is old.}, tags: [a, b]",
    ]).statements
    #expect(statements.count == 6)
    #expect(statements.map(\.id) == ["S-0", "S-1", "S-2", "S-3", "S-4", "T-1"])
    #expect(statements.map(\.text.markdown).prefix(2) == ["text 0", "text 1"])
    #expect(statements.map { $0.phase?.index } == [0, nil, nil, 0, nil, nil])
    #expect(statements.map { $0.reliesOn.map(\.index) } == [[], [0], [], [0, 2], [], []])
    #expect(statements.map { $0.roles.map(\.index) } == [[], [], [1], [1], [], []])
    #expect(statements.map { $0.notes.map(\.role.index) } == [[], [], [0], [], [], []])
    #expect(statements.map { $0.levels.map(\.role.index) } == [[], [], [], [1], [], []])
    #expect(
      statements.map { $0.progression.map(\.stage) } == [[], [], [], [.phase(Ref(1))], [], []])
    #expect(
      statements.map { Array($0.after) } == [
        [], [.statement(Ref(0))], [.statement(Ref(1)), .outcome(Ref(1))], [], [], [],
      ])
    #expect(statements.map { Array($0.tags) } == [[], [], [], [], ["a", "b"], []])
    #expect(statements.map(\.isRetired) == [false, false, false, false, true, false])
    #expect(statements.current.map(\.index) == [0, 1, 2, 3, 5])
    #expect(statements.map(\.outcome.index) == [0, 0, 0, 0, 0, 1])
  }

  @Test func `are the same wherever slices are joined`() throws {
    let count = 600
    let rules = ["seen", "told", "seen, told"]
    // The first slice meets the rules in another order than the second.
    func rule(_ index: Int) -> Int { (index + index / 256) % 4 }
    let statements = try framework(
      (0..<count).map { index in
        var line = index > 0 && index % 3 == 0 ? ", relies-on: [S-\(index - 1), S-0]" : ""
        if rule(index) < 3 { line += ", evidence: {any-of: [\(rules[rule(index)])]}" }
        if index % 100 == 7 { line += ", alternative: other \(index)" }
        return line
      }
    ).statements
    #expect(statements.evidenceRules.count == 3)
    for index in 0..<count {
      let statement = statements[index]
      #expect(statement.ref == Ref(index))
      #expect(statement.id == "S-\(index)")
      #expect(statement.text.markdown == "text \(index)")
      #expect(
        statement.reliesOn.map { Int($0.index) }
          == (index > 0 && index % 3 == 0 ? [index - 1, 0] : []))
      let types = [[0], [1], [0, 1], nil][rule(index)]
      #expect(statement.evidence.map { $0.anyOf.map { Int($0.index) } } == types)
      #expect(statement.alternative?.markdown == (index % 100 == 7 ? "other \(index)" : nil))
    }
  }

  @Test func `lend lists that start at 0`() throws {
    let statement = try framework([", tags: [a]", ", tags: [b, c, d]"]).statements[1]
    #expect(statement.tags[0] == "b")
    #expect(Array(statement.tags.indices) == [0, 1, 2])
    #expect(statement.tags.firstIndex(of: "d") == 2)
    #expect(Array(statement.tags[1...]) == ["c", "d"])
  }
}
