import Testing

@testable import Schemas

@Suite struct `The compiled framework` {
  @Test func `says what it is`() throws {
    let json = try Sample.json(
      "framework.json",
      Sample.text("status: pilot\nin-force: 2027-04-01\nbase: https://example.org/care/"))
    #expect(json["$schema"]?.text == "schemas/framework.schema.json")
    #expect(json["id"]?.text == "care")
    #expect(json["edition"]?.text == "2.0.0")
    #expect(json["status"]?.text == "pilot")
    #expect(json["inForce"]?.text == "2027-04-01")
    #expect(json["language"]?.text == "en-GB")
  }

  @Test func `has all of a statement, with references by id`() throws {
    let statements = try #require(try Sample.json("framework.json")["statements"]).items
    #expect(statements.compactMap { $0["id"]?.text } == ["A-1.1", "A-1.2", "A-1.3", "A-2.1"])
    let statement = statements[1]
    #expect(statement["outcome"]?.text == "A-1")
    #expect(statement["kind"]?.text == "skill")
    #expect(statement["text"]?.text == "speak in court")
    #expect(statement["phase"]?.text == "year-2")
    #expect(statement["specialism"]?.text == "court")
    #expect(statement["roles"]?.texts == ["worker"])
    #expect(
      statement["levels"]?.items.map { "\($0["role"]?.text ?? "") \($0["level"]?.text ?? "")" } == [
        "worker basic"
      ])
    #expect(statement["reliesOn"]?.texts == ["A-1.1"])
    #expect(statement["after"]?.texts == ["A-2"])
    #expect(statement["evidence", "anyOf"]?.texts == ["observation", "feedback"])
    #expect(statement["evidence", "allOf"]?.texts == [])
    #expect(statement["evidence", "atLeast"] == .number("2"))
    #expect(statement["evidence", "observers"] == .number("1"))
    #expect(statement["buildsOn"]?.text == "what was learned")
    #expect(statement["alternative"]?.text == "a film")
    #expect(statement["progression"]?.items.first?["stage"]?.text == "basic")
    #expect(statement["progression"]?.items.first?["text"]?.text == "with help")
    #expect(statement["notes"]?.items.first?["role"]?.text == "assessor")
    #expect(statement["notes"]?.items.first?["text"]?.text == "Ask twice.")
    #expect(statement["examples"]?.items.first?["setting"]?.text == "a home")
    #expect(statement["tags"]?.texts == ["law", "été"])
    #expect(statement["alignments"]?.items.count == 1)
  }

  @Test func `has texts as readers see them`() throws {
    let json = try Sample.json("framework.json")
    #expect(json["statements"]?.items[0]["text"]?.text == "say \"no\" – A-1.2")
    #expect(json["sources"]?.items[0]["facts"]?.items[0]["text"]?.text == "Wood moves.")
  }

  @Test func `has a status only where there is one of its own`() throws {
    let statements = try #require(try Sample.json("framework.json")["statements"]).items
    #expect(statements[0]["status"] == nil)
    #expect(
      statements[2]["status", "status"]?.text == "superseded"
        || statements[2]["status", "is"]?.text == "superseded")
  }

  @Test func `has each list, be it empty`() throws {
    let json = try Sample.json("framework.json", Sample.least)
    for key in [
      "kinds", "phases", "specialisms", "roles", "evidenceTypes", "levels", "results", "domains",
      "outcomes", "statements",
      "duties", "reviews", "records", "sources", "crosswalks", "glossary", "history", "changes",
    ] {
      #expect(json[key] == .list([]), "\(key)")
    }
  }

  /// Data and schema come of one table. All that is written has to be in the schema, and all that is needed in the data.
  @Test(arguments: ["", "least"])
  func `has just what its schema lists`(which: String) throws {
    let text = which.isEmpty ? Sample.text() : Sample.least
    let json = try Sample.json("framework.json", text)
    let schema = try Sample.json("schemas/framework.schema.json", text)
    let known = try #require(schema["properties"]).keys
    for key in json.keys { #expect(known.contains(key), "\(key)") }
    for key in try #require(schema["required"]).texts { #expect(json[key] != nil, "\(key)") }
    for (list, definition) in [
      ("statements", "statement"), ("sources", "source"), ("roles", "role"), ("reviews", "review"),
      ("records", "record"),
    ] {
      let shape = try #require(schema["$defs", definition], "\(definition)")
      for item in json[list]?.items ?? [] {
        for key in item.keys { #expect(shape["properties", key] != nil, "\(definition) \(key)") }
        for key in shape["required"]?.texts ?? [] {
          #expect(item[key] != nil, "\(definition) \(key)")
        }
      }
    }
  }

  @Test func `has each statement on a line of its own`() throws {
    let text = String(decoding: try #require(try Sample.files()["framework.json"]), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { $0.contains("\"id\": \"A-1.") }
    #expect(lines.count == 3)
    #expect(text.hasSuffix("}\n"))
  }

  @Test func `is whole with more statements than one piece holds`() throws {
    let statements = (1...200).map { "      - {id: S-\($0), text: do it}" }.joined(separator: "\n")
    let text =
      Sample.least
      + "\n-- framework/domain.yaml --\ndomain: body\ntitle: Body\noutcomes:\n  - id: O-1\n    title: Outcome\n    statements:\n"
      + statements
    let json = try Sample.json("framework.json", text)
    #expect(json["statements"]?.items.compactMap { $0["id"]?.text } == (1...200).map { "S-\($0)" })
    let codes = try Sample.json("schemas/portfolio.schema.json", text)[
      "$defs", "statement", "oneOf"]
    #expect(codes?.items.compactMap { $0["const"]?.text } == (1...200).map { "S-\($0)" })
  }
}
