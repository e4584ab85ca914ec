import Diagnostics
import Model
import Testing

@testable import Portfolios

@Suite struct `A portfolio of an earlier edition` {
  private static func entry(
    _ id: String, _ fate: MigratedID.Fate, _ becomes: [String], _ evidence: MigratedID.Carrying,
    _ because: [String] = []
  ) -> MigratedID {
    MigratedID(
      id: id, sort: "statement", fate: fate, becomes: becomes, evidence: evidence, because: because)
  }

  /// From 1.0.0 to 2.0.0.
  private static let step = MigrationMap(
    framework: "care", from: Edition(1, 0, 0), to: Edition(2, 0, 0),
    entries: [
      entry("care", .same, ["care"], .asItIs),
      entry("A-1.1", .changed, ["A-1.1"], .lookAgain, ["reworded"]),
      entry("A-1.2", .same, ["A-1.2"], .asItIs),
      entry("OLD-1", .renamed, ["A-1.4"], .asItIs),
      entry("OLD-2", .merged, ["A-1.2"], .asItIs), entry("OLD-3", .merged, ["A-1.2"], .asItIs),
      entry("OLD-4", .split, ["A-1.4", "A-2.1"], .lookAgain, ["replaced"]),
      entry("OLD-5", .withdrawn, [], .noLongerCounts, ["withdrawn"]),
      entry("OLD-6", .gone, [], .noLongerCounts),
      entry("seen", .renamed, ["observation"], .asItIs),
      entry("sheet", .renamed, ["look"], .asItIs),
    ])

  /// From 0.9.0 to 1.0.0.
  private static let earlier = MigrationMap(
    framework: "care", from: Edition(0, 9, 0), to: Edition(1, 0, 0),
    entries: [
      entry("FIRST", .renamed, ["OLD-1"], .lookAgain, ["kind-changed"]),
      entry("SECOND", .renamed, ["A-1.1"], .asItIs), entry("THIRD", .changed, ["OLD-5"], .asItIs),
      entry("FOURTH", .split, ["A-1.2", "A-1.1"], .asItIs),
    ])

  private static func head(_ edition: String) -> String {
    Sample.head.replacing("2.0.0", with: edition)
  }

  private func check(
    _ lines: String, edition: String = "1.0.0",
    _ maps: [MigrationMap] = [step, earlier]
  ) throws -> CheckedDocument {
    try Sample.check(Self.head(edition) + lines, maps)
  }

  private func portfolio(_ document: CheckedDocument) throws -> Portfolio {
    guard case .portfolio(let portfolio) = document.content else {
      throw Sample.NoPortfolio(found: document.found)
    }
    return portfolio
  }

  /// As statement and whether it is shown.
  private func steps(_ codes: String, edition: String = "1.0.0") throws -> [String] {
    let list = codes.split(separator: " ").map {
      "{statement: \($0), state: shown, date: 2026-10-01}"
    }
    let portfolio = try portfolio(
      check("progress: [\(list.joined(separator: ", "))]", edition: edition))
    let statements = try Sample.catalogue().contents.statements
    return portfolio.progress.map { "\(statements[$0.statement].id) \($0.isShown)" }
  }

  @Test func `is told of, and is no error`() throws {
    let document = try check("")
    #expect(document.found == ["earlier-edition 2"])
    #expect(document.diagnostics.first?.severity == .warning)
    #expect(
      document.diagnostics.first?.message
        == "this is of edition 1.0.0, and was carried forward to 2.0.0: all of it carries over as it is"
    )
  }

  @Test func `is carried over several maps`() throws {
    let document = try check("", edition: "0.9.0")
    #expect(
      document.diagnostics.first?.message
        == "this is of edition 0.9.0, and was carried forward to 2.0.0 over 1.0.0: all of it carries over as it is"
    )
  }

  @Test func `is refused if no map leads here`() throws {
    #expect(try check("", edition: "0.8.0").found == ["other-edition 2"])
    #expect(try check("", []).found == ["other-edition 2"])
    #expect(try check("", edition: "0.9.0", [Self.earlier]).found == ["other-edition 2"])
    // A later edition than that of now is no earlier one.
    #expect(try check("", edition: "3.0.0").found == ["other-edition 2"])
    let other = MigrationMap(
      framework: "cure", from: Edition(1, 0, 0), to: Edition(2, 0, 0), entries: [])
    #expect(try check("", [other]).found == ["other-edition 2"])
  }

  @Test func `has no way round where maps lead in a circle`() throws {
    let back = MigrationMap(
      framework: "care", from: Edition(1, 0, 0), to: Edition(0, 9, 0), entries: [])
    #expect(try check("", edition: "0.9.0", [back, Self.earlier]).found == ["other-edition 2"])
    #expect(
      try check("", edition: "0.9.0", [back, Self.earlier, Self.step]).found == [
        "earlier-edition 2"
      ])
  }

  @Test func `takes the shortest way`() throws {
    let direct = MigrationMap(
      framework: "care", from: Edition(0, 9, 0), to: Edition(2, 0, 0),
      entries: [Self.entry("FIRST", .renamed, ["A-2.1"], .asItIs)])
    let document = try check(
      "progress: [{statement: FIRST, state: under-way, date: 2026-10-01}]", edition: "0.9.0",
      [Self.step, Self.earlier, direct])
    #expect(try portfolio(document).progress.map(\.statement.index) == [5])
  }

  @Test func `keeps what is renamed, and is shown where nothing but the code has changed`() throws {
    #expect(try steps("A-1.2 OLD-1") == ["A-1.2 true", "A-1.4 true"])
  }

  @Test func `is not shown where somebody has to look again`() throws {
    #expect(try steps("A-1.1") == ["A-1.1 false"])
    let document = try check("progress: [{statement: A-1.1, state: shown, date: 2026-10-01}]")
    #expect(document.found == ["earlier-edition 2", "needs-another-look 5"])
    #expect(document.diagnostics[1].message == "what was gathered for `A-1.1` needs another look")
    #expect(document.diagnostics[1].label == "`reworded` in 2.0.0")
    #expect(document.diagnostics[0].message.hasSuffix("2.0.0: 1 needs another look"))
  }

  @Test func `has one step for two statements that were merged, shown if both were`() throws {
    #expect(try steps("OLD-2 OLD-3") == ["A-1.2 true"])
    let document = try check(
      """
      progress:
        - {statement: OLD-2, state: shown, date: 2026-10-01}
        - {statement: OLD-3, state: under-way, date: 2026-10-01}
      """)
    #expect(document.found == ["earlier-edition 2"])
    #expect(try portfolio(document).progress.map(\.isShown) == [false])
  }

  @Test func `has the same code twice, which is a mistake in any edition`() throws {
    let document = try check(
      """
      progress:
        - {statement: OLD-2, state: shown, date: 2026-10-01}
        - {statement: OLD-2, state: shown, date: 2026-10-02}
      """)
    #expect(document.found.contains("repeated-in-record 7"))
  }

  @Test func `has a step for each part of what was split, none of them shown`() throws {
    #expect(try steps("OLD-4") == ["A-1.4 false", "A-2.1 false"])
    let document = try check("progress: [{statement: OLD-4, state: shown, date: 2026-10-01}]")
    #expect(
      document.diagnostics[1].help
        == "Look whether it fits what has taken its place: A-1.4 \"Know how to keep a short record\", A-2.1 \"Know how to explain a plan\"."
    )
  }

  @Test(arguments: ["OLD-5", "OLD-6"])
  func `has nothing left of what is gone`(code: String) throws {
    let document = try check("progress: [{statement: \(code), state: shown, date: 2026-10-01}]")
    #expect(document.found == ["earlier-edition 2", "needs-another-look 5"])
    #expect(document.diagnostics[1].message == "`\(code)` no longer counts")
    #expect(document.diagnostics[0].message.hasSuffix("2.0.0: 1 no longer counts"))
    #expect(try portfolio(document).progress.isEmpty)
  }

  @Test func `needs the worst of what the steps on the way ask for`() throws {
    #expect(try steps("FIRST", edition: "0.9.0") == ["A-1.4 false"])
    #expect(try steps("SECOND", edition: "0.9.0") == ["A-1.1 false"])
    #expect(try steps("THIRD", edition: "0.9.0") == [])
    let document = try check(
      "progress: [{statement: FIRST, state: shown, date: 2026-10-01}]", edition: "0.9.0")
    #expect(document.diagnostics[1].label == "`kind-changed` in 1.0.0")
  }

  @Test func `tells once of a code that stands in several places`() throws {
    let document = try check(
      """
      evidence:
        - {id: E1, type: seen, date: 2026-10-01, statements: [A-1.1, OLD-1], by: S-9, role: assessor}
      progress:
        - {statement: A-1.1, state: under-way, date: 2026-10-01}
      """)
    #expect(document.found == ["earlier-edition 2", "needs-another-look 6"])
    let portfolio = try portfolio(document)
    #expect(portfolio.evidence.map { $0.statements.map(\.index) } == [[0, 3]])
    // The type of evidence has another id now.
    #expect(portfolio.evidence.map(\.type?.index) == [0])
  }

  @Test func `has records whose forms are called otherwise now`() throws {
    let document = try check(
      "records: [{record: sheet, date: 2026-10-01, fields: {went-well: Yes.}}]")
    #expect(document.found == ["earlier-edition 2"])
    #expect(try portfolio(document).records.map(\.form.index) == [0])
  }

  @Test func `may use a code that is new`() throws {
    #expect(try steps("A-2.1") == ["A-2.1 true"])
    #expect(
      try check("progress: [{statement: A-9.9, state: shown, date: 2026-10-01}]").found == [
        "earlier-edition 2", "unknown-code 5",
      ])
  }
}

@Suite struct `A migration map` {
  private static let text = """
    {
      "version": 1, "framework": "care", "from": "1.0.0", "to": "1.1.0",
      "ids": [
        {"id": "A-1.1", "sort": "statement", "fate": "split", "becomes": ["A-1.2", "A-1.3"], "evidence": "look-again", "because": ["replaced"]},
        {"id": "Ä", "fate": "gone", "becomes": [], "evidence": "no-longer-counts"}
      ]
    }
    """

  private func read(_ text: String) -> MigrationMap? {
    MigrationMap.read(
      SourceFile(id: FileID(0), path: "migrations/1.0.0-1.1.0.json", bytes: Array(text.utf8)))
  }

  @Test func `is read as it is written`() throws {
    let map = try #require(read(Self.text))
    #expect(map.framework == "care")
    #expect((map.from.description, map.to.description) == ("1.0.0", "1.1.0"))
    #expect(map.entries.map(\.id) == ["A-1.1", "Ä"])
    let entry = map.entries[0]
    #expect(entry.sort == "statement")
    #expect(entry.fate == .split)
    #expect(entry.becomes == ["A-1.2", "A-1.3"])
    #expect(entry.evidence == .lookAgain)
    #expect(entry.because == ["replaced"])
    #expect(map.entries[1].becomes.isEmpty)
    #expect(map.entries[1].because.isEmpty)
  }

  @Test(arguments: [
    ("\"version\": 1", "\"version\": 2"), ("\"version\": 1, ", ""),
    ("\"framework\": \"care\", ", ""), ("1.0.0", "one"),
    ("1.1.0", "1.1"), ("\"ids\": [", "\"ids\": {}, \"others\": ["), ("split", "torn"),
    ("look-again", "perhaps"),
    ("\"becomes\": [], ", ""), ("\"id\": \"Ä\", ", ""), ("{\"id\": \"Ä\"", "[\"Ä\""), ("]\n}", "]"),
  ])
  func `is none with anything amiss`(old: String, new: String) {
    #expect(Self.text.contains(old))
    #expect(read(Self.text.replacing(old, with: new)) == nil)
  }

  @Test(arguments: ["", "[]", "text"])
  func `is none if it is something else`(text: String) {
    #expect(read(text) == nil)
  }
}
