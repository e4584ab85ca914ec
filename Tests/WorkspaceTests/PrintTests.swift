import Diagnostics
import Model
import Output
import Syntax
import Testing

@testable import Workspace

@Suite struct `What a file is made of` {
  private static let text = """
    domain: d
    title: D
    outcomes:
      - id: O-1
        title: An outcome
        statements:
          - id: O-1.1
            text: one thing  # a comment
            builds-on: >-
              Something
              longer.
            alternative: 'another way'
            progression: {later: more of it}
            notes:
              coach: Ask.
            examples:
              - {setting: home, text: A visit.}
            tags: [first]
          - {id: O-1.2, text: another, phase: first}

    """

  private func print(_ text: String) -> SourcePrint {
    let file = SourceFile(id: FileID(0), path: "d.yaml", bytes: Array(text.utf8))
    let parsed = parse(file)
    #expect(parsed.diagnostics.isEmpty)
    return SourcePrint(file.bytes, parsed.tree)
  }

  private func changed(_ old: String, _ new: String) -> (structure: Bool, statements: [String]) {
    #expect(Self.text.contains(old))
    let (before, after) = (print(Self.text), print(Self.text.replacing(old, with: new)))
    let other = zip(before.statements, after.statements).filter { $0.texts != $1.texts }
    return (before.structure != after.structure, other.map(\.0.id))
  }

  @Test(arguments: [
    ("one thing", "two things"), ("Something\n", "Something\n          \n"),
    ("another way", "no way"),
    ("more of it", "less of it"), ("Ask.", "Listen."), ("A visit.", "A call."),
  ])
  func `has the texts of its statements apart from all else`(old: String, new: String) {
    let change = changed(old, new)
    #expect(change.structure == false)
    #expect(change.statements == ["O-1.1"])
  }

  @Test(arguments: [
    ("title: D", "title: E"), ("O-1.2", "O-1.3"), ("phase: first", "phase: later"),
    ("later:", "soon:"),
    ("coach:", "judge:"), ("setting: home", "setting: school"), ("[first]", "[second]"),
    ("# a comment", "# another"), ("alternative: 'another way'\n        ", ""),
    ("An outcome", "The outcome"),
  ])
  func `has all else in its structure`(old: String, new: String) {
    #expect(changed(old, new).structure)
  }

  /// Old text, new text, and whether what stands behind it is on another line then.
  @Test(arguments: [
    ("one thing", "two things", false), ("Something\n", "Nothing\n", false),
    ("Something\n", "Something\n          \n", true),
    ("Something\n          longer", "Longer", true),
    ("Ask.", "|-\n            Ask.", true),
  ])
  func `tells whether anything is on another line`(old: String, new: String, isMoved: Bool) {
    #expect(Self.text.contains(old))
    let (before, after) = (print(Self.text), print(Self.text.replacing(old, with: new)))
    #expect((before.file.lines != after.file.lines) == isMoved)
    #expect(before.structure == after.structure && before.file.whole != after.file.whole)
  }

  @Test func `does not count carriage returns as line breaks`() {
    // Both have one of each, on one line or two.
    let (one, two) = ("'one\r\n          thing more'", "'one\r          thing\n          more'")
    let texts = [one, two].map { Self.text.replacing("one thing", with: $0) }
    #expect(print(texts[0]).file.lines != print(texts[1]).file.lines)
  }

  @Test func `does not take the words of one text for those of its neighbour`() {
    let moved = changed(
      "text: one thing  # a comment\n        builds-on: >-\n          Something\n",
      "text: one  # a comment\n        builds-on: >-\n          thing Something\n")
    #expect(moved.statements == ["O-1.1"])
  }
}

@Suite struct `What is noted while something is made` {
  private func statement(_ number: Int32) -> Statement {
    var parts = StatementParts(id: "S-\(number)", outcome: Ref(0), text: Markdown("text"))
    parts.number = number
    return Statement(parts)
  }

  @Test func `is which statements' texts were read, each once`() {
    let statements = (0..<5).map { statement(Int32($0)) }
    let (_, reading) = Reading.noting {
      _ = statements[3].text
      _ = statements[1].notes
      _ = statements[3].examples
      _ = statements[4].id
      _ = statements[4].tags
      Reading.note(linesOf: 2)
    }
    #expect(reading.statements == [1, 3])
    #expect(reading.files == [2])
    #expect(!reading.isOfAll)
  }

  @Test func `is every text that the structure leaves out`() {
    let one = statement(0)
    let texts: [(Statement) -> Any] = [
      { $0.text }, { $0.buildsOn as Any }, { $0.alternative as Any }, { $0.progression },
      { $0.notes }, { $0.examples },
    ]
    for text in texts {
      #expect(Reading.noting { _ = text(one) }.reading.statements == [0])
    }
    #expect(Reading.noting { _ = (one.stages, one.notedRoles, one.isOver) }.reading == Reading())
  }

  @Test func `is taken for all where it cannot be told`() {
    #expect(Reading.noting { Reading.noteAll() }.reading.isOfAll)
    #expect(Reading.noting { _ = statement(-1).text }.reading.isOfAll)
  }

  @Test func `stays with what is made, and not with what is made inside it or beside it`() {
    let (inner, outer) = Reading.noting {
      _ = statement(1).text
      let inner = Reading.noting { _ = statement(2).text }.reading
      Reading.unnoted { _ = statement(3).text }
      _ = statement(4).text
      return inner
    }
    #expect(inner.statements == [2])
    #expect(outer.statements == [1, 4])
    // Nobody notes anything now.
    _ = statement(5).text
  }
}

@Suite struct `Two states of a project` {
  private func digest(_ text: String) -> Digest { Digest(of: Array(text.utf8)) }
  private func hash(_ text: String) -> ContentHash { ContentHash(of: Array(text.utf8)) }

  /// Of a file all bytes and, behind a bar, on which lines things are.
  private func print(_ structure: String, _ texts: [String], _ files: [String]) -> ProjectPrint {
    ProjectPrint(
      structure: hash(structure), texts: texts.map(hash),
      files: files.map { file in
        let parts = file.split(separator: "|").map(String.init)
        return FilePrint(whole: digest(parts[0]), lines: hash(parts[1]))
      })
  }

  @Test func `differ in the texts that have changed`() throws {
    let before = print("s", ["a", "b", "c"], ["f|1", "g|1", "h|1"])
    let after = print("s", ["a", "x", "c"], ["f|1", "y|2", "z|1"])
    let changes = try #require(after.changes(since: before))
    #expect(changes.statements == [false, true, false] && changes.files == [false, true, true])
    #expect(changes.lines == [false, true, false])
    var reading = Reading()
    #expect(!changes.touch(reading))
    reading.statements = [0, 2]
    reading.files = [0, 2]
    #expect(!changes.touch(reading))
    reading.files = [1]
    #expect(changes.touch(reading))
    reading = Reading()
    reading.statements = [1]
    #expect(changes.touch(reading))
    reading = Reading()
    reading.isOfAll = true
    #expect(changes.touch(reading))
  }

  @Test func `cannot be compared if more has changed`() {
    let before = print("s", ["a", "b"], ["f|1"])
    #expect(print("t", ["a", "b"], ["f|1"]).changes(since: before) == nil)
    #expect(print("s", ["a"], ["f|1"]).changes(since: before) == nil)
    #expect(print("s", ["a", "b"], ["f|1", "g|1"]).changes(since: before) == nil)
  }
}
