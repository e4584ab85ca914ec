import Model
import Output
import Testing

@testable import Records

@Suite struct `An empty document` {
  private func yaml(_ schema: String? = nil) throws -> [String] {
    let shapes = try Sample.shapes()
    return shapes.blankYAML(shapes.document(Ref(0)), schema: schema)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func `names its schema for editors`() throws {
    #expect(try yaml("look.schema.json")[0] == "# yaml-language-server: $schema=look.schema.json")
    #expect(try yaml()[0] == "# A look back. Filled in after a visit.")
    #expect(try yaml()[1] == "# " + anonymityRule)
  }

  /// What is needed stands open, what may be left out in a comment; each with a note.
  @Test func `has every key, with what is needed to be filled in`() throws {
    let lines = try yaml()
    for line in [
      "record: look", "framework: care", "edition: \"2.0.0\"", "person:", "date:", "# review:",
      "fields:", "  went-well:",
      "  # day:", "  # mood:", "  # again:", "  # grade:", "  # seen: []", "  # who:",
      "  # signed:", "    # by:", "    # date:",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
    #expect(lines.contains("  # What went well (needed). Be brief. " + anonymityRule))
    #expect(lines.contains("  # Day of it (may be left out)."))
    #expect(lines.contains("#   r3  Three months"))
    // Unquoted, YAML would read it as a flag.
    #expect(lines.contains("  #   \"yes\""))
    #expect(lines.contains("  #   year-month-day, such as 2026-09-07"))
  }

  @Test func `of a portfolio shows what a list may hold`() throws {
    let shapes = try Sample.shapes()
    let text = shapes.blankYAML(shapes.portfolio, schema: nil)
    #expect(text.contains("\nstarted:\n"))
    #expect(text.contains("\n# pauses: []\n"))
    #expect(text.contains("#   for example: [{from: 2027-02-01, to: 2027-02-14}]\n"))
    #expect(
      text.contains(
        "#   for example: [{statement: A-1.1, state: under-way, date: 2026-06-02, level: basic}]\n")
    )
    #expect(text.contains("#   a number from 10 to 100\n"))
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
  }

  @Test func `is JSON with every key`() throws {
    let shapes = try Sample.shapes()
    let json = String(decoding: shapes.document(Ref(0)).blankJSON.json, as: UTF8.self)
    let packed = json.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.joined()
    #expect(
      packed
        == #"{"record": "look","framework": "care","edition": "2.0.0","person": "","date": "","review": "","fields": {"went-well": "","day": "","mood": "","again": false,"grade": "","seen": [],"who": "","signed": {"by": "","date": ""}}}"#
    )
  }
}

@Suite struct `An example of a document` {
  @Test func `has every key, with a value that may stand there`() throws {
    let shapes = try Sample.shapes()
    let json = String(decoding: shapes.example(of: shapes.document(Ref(0))).json, as: UTF8.self)
    let packed = json.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.joined()
    #expect(
      packed
        == #"{"record": "look","framework": "care","edition": "2.0.0","person": "P-0042","date": "2026-06-02","review": "r3","fields": {"went-well": "What we talked about, without anything that tells who it was about.","day": "2026-06-02","mood": "good","again": false,"grade": "basic","seen": ["A-1.1"],"who": "Number 1042","signed": {"by": "Number 1042","date": "2026-06-02"}}}"#
    )
  }

  /// Evidence of a type is completed by the role that the framework names for it, and the statement is one to be met.
  @Test func `of a portfolio would pass its check`() throws {
    let shapes = try Sample.shapes()
    guard case .object(let members) = shapes.example(of: shapes.portfolio) else {
      Issue.record("it is a group")
      return
    }
    #expect(members.map(\.0) == shapes.portfolio.fields.map(\.key))
    guard case .list(let pieces)? = members.first(where: { $0.0 == "evidence" })?.1,
      case .object(let piece) = pieces[0]
    else {
      Issue.record("it has a piece of evidence")
      return
    }
    let role = piece.first { $0.0 == "role" }?.1
    guard case .text("assessor")? = role else {
      Issue.record("an assessor completes it: \(String(describing: role))")
      return
    }
  }

  @Test func `leaves out what there is nothing to choose from for`() throws {
    let shapes = try Sample.shapes(Sample.least)
    guard case .object(let members) = shapes.example(of: shapes.portfolio) else {
      Issue.record("it is a group")
      return
    }
    #expect(
      members.map(\.0) == [
        "framework", "edition", "person", "started", "percent", "pauses", "evidence", "progress",
      ])
  }
}

@Suite struct `A value of a document` {
  @Test func `is JSON with its keys in order`() {
    let value = DocumentValue.object([
      ("z", .text("\"é\"\n")), ("a", .list([.number(-3), .flag(true)])), ("m", .list([])),
      ("e", .object([])),
    ])
    let json = String(decoding: value.json, as: UTF8.self)
    let packed = json.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.joined()
    #expect(packed == #"{"z": "\"é\"\n","a": [-3,true],"m": [],"e": {}}"#)
    #expect(json.hasSuffix("}\n"))
  }
}
