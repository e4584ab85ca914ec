import Model
import Testing

@testable import Schemas

@Suite struct `The schemas` {
  @Test func `are there in both dialects, with examples and layouts for each document`() throws {
    #expect(
      try Sample.files().keys.sorted() == [
        "framework.json", "schemas/draft-07/framework.schema.json",
        "schemas/draft-07/language.schema.json",
        "schemas/draft-07/portfolio.schema.json", "schemas/draft-07/records/look.schema.json",
        "schemas/examples/language.yaml", "schemas/examples/portfolio.json",
        "schemas/examples/records/look.json",
        "schemas/framework.schema.json", "schemas/language.schema.json",
        "schemas/portfolio.schema.json",
        "schemas/records/look.schema.json", "schemas/ui/json-forms/portfolio.json",
        "schemas/ui/json-forms/records/look.json",
        "schemas/ui/react-jsonschema-form/portfolio.json",
        "schemas/ui/react-jsonschema-form/records/look.json",
      ])
  }

  @Test func `are JSON, each of them`() throws {
    for (path, bytes) in try Sample.files() where path.hasSuffix(".json") {
      #expect(throws: Never.self, "\(path)") { try Parsed(bytes) }
    }
  }

  /// docs/records.md: below the framework's `base`, or a name that is nobody's address.
  @Test(arguments: ["portfolio", "records/look", "framework", "language"])
  func `have an absolute id with the edition in it`(name: String) throws {
    let colons = name.replacing("/", with: ":")
    #expect(
      try Sample.json("schemas/\(name).schema.json")["$id"]?.text
        == "urn:ksf:care:2.0.0:schemas:\(colons).schema.json")
    #expect(
      try Sample.json("schemas/draft-07/\(name).schema.json")["$id"]?.text
        == "urn:ksf:care:2.0.0:schemas:draft-07:\(colons).schema.json")
    let based = Sample.text("base: https://example.org/care/")
    #expect(
      try Sample.json("schemas/\(name).schema.json", based)["$id"]?.text
        == "https://example.org/care/2.0.0/schemas/\(name).schema.json")
  }

  @Test func `carry what every reader must know`() throws {
    let text = Sample.text("notice: \"A *draft*.\\n\\nNot final.\"")
    for name in ["portfolio", "framework", "language"] {
      #expect(
        try Sample.json("schemas/\(name).schema.json", text)["$comment"]?.text
          == "A draft. Not final.")
    }
    #expect(try Sample.json("schemas/portfolio.schema.json")["$comment"] == nil)
  }

  @Test(arguments: ["portfolio", "records/look", "framework", "language"])
  func `refer only to definitions that they have`(name: String) throws {
    for (folder, key) in [("schemas/", "$defs"), ("schemas/draft-07/", "definitions")] {
      let schema = try Sample.json("\(folder)\(name).schema.json")
      let references = schema.all.filter { $0.key == "$ref" }.compactMap(\.value.text)
      for reference in references {
        #expect(reference.hasPrefix("#/\(key)/"))
        #expect(schema[key, String(reference.dropFirst(key.count + 3))] != nil, "\(reference)")
      }
      #expect(!references.isEmpty)
    }
  }
}

@Suite struct `A schema in draft-07` {
  @Test(arguments: ["portfolio", "records/look", "framework", "language"])
  func `has its own address and word for definitions`(name: String) throws {
    let schema = try Sample.json("schemas/draft-07/\(name).schema.json")
    #expect(schema["$schema"]?.text == "http://json-schema.org/draft-07/schema#")
    #expect(schema["definitions"] != nil)
    #expect(schema["$defs"] == nil)
    #expect(
      try Sample.json("schemas/\(name).schema.json")["$schema"]?.text
        == "https://json-schema.org/draft/2020-12/schema")
  }

  /// Draft-07, section 8.3: beside a reference nothing else counts.
  @Test(arguments: ["portfolio", "records/look", "framework", "language"])
  func `has nothing beside a reference`(name: String) throws {
    func check(_ value: Parsed) {
      if case .object(let members) = value, members.contains(where: { $0.key == "$ref" }) {
        #expect(members.count == 1)
      }
      for (_, inner) in value.all { if case .object = inner { checkOne(inner) } }
    }
    func checkOne(_ value: Parsed) {
      if value.keys.contains("$ref") { #expect(value.keys.count == 1) }
    }
    check(try Sample.json("schemas/draft-07/\(name).schema.json"))
  }

  @Test func `is the same in all else`() {
    let schema = JSONValue.object([
      (
        "properties",
        .object([
          ("$ref", .object([("$ref", .string("#/$defs/a")), ("title", .string("A"))])),
          ("$defs", .boolean(true)),
        ])
      ),
      ("const", .object([("$ref", .string("#/$defs/a"))])),
      ("examples", .array([.object([("$defs", .integer(1))])])),
      ("items", .array([.object([("$ref", .string("#/$defs/a"))])])),
      ("$defs", .object([("$defs", .boolean(false))])),
    ])
    func line(_ value: JSONValue) -> String {
      String(decoding: value.bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map {
        $0.drop { $0 == " " }
      }.joined()
    }
    #expect(
      line(SchemaDialect.draft07.translate(schema))
        == ##"{"properties": {"$ref": {"title": "A","allOf": [{"$ref": "#/definitions/a"}]},"$defs": true},"const": {"$ref": "#/$defs/a"},"examples": [{"$defs": 1}],"items": [{"$ref": "#/definitions/a"}],"definitions": {"$defs": false}}"##
    )
    #expect(line(SchemaDialect.draft2020.translate(schema)) == line(schema))
  }
}

@Suite struct `The schema of a portfolio` {
  private func schema(_ text: String = Sample.text()) throws -> Parsed {
    try Sample.json("schemas/portfolio.schema.json", text)
  }

  @Test func `takes this framework and edition, and no other keys`() throws {
    let schema = try schema()
    #expect(schema["properties", "framework", "const"]?.text == "care")
    #expect(schema["properties", "edition", "const"]?.text == "2.0.0")
    #expect(schema["required"]?.texts == ["framework", "edition", "person", "started"])
    let objects = schema.all.filter { $0.value["properties"] != nil }
    #expect(objects.count >= 6)
    for (key, object) in objects {
      #expect(object["additionalProperties"] == .flag(false), "\(key)")
    }
    #expect(schema["additionalProperties"] == .flag(false))
  }

  @Test func `has the limits that docs/records.md names`() throws {
    let schema = try schema()
    #expect(schema["properties", "person", "maxLength"] == .number("40"))
    #expect(schema["properties", "percent", "minimum"] == .number("10"))
    #expect(schema["properties", "percent", "maximum"] == .number("100"))
    #expect(schema["properties", "started", "format"]?.text == "date")
    #expect(schema["properties", "chosen", "minItems"] == .number("1"))
    #expect(schema["properties", "chosen", "uniqueItems"] == .flag(true))
    #expect(
      schema["properties", "chosen", "items", "oneOf"]?.items.compactMap { $0["const"]?.text } == [
        "year-2", "court",
      ])
    #expect(schema["properties", "evidence", "uniqueItems"] == nil)
    let piece = schema["properties", "evidence", "items"]
    #expect(piece?["properties", "statements", "items", "$ref"]?.text == "#/$defs/statement")
    #expect(piece?["properties", "alternative", "type"]?.text == "boolean")
    #expect(piece?["properties", "reference", "maxLength"] == .number("200"))
  }

  @Test func `lists the codes with what they mean`() throws {
    let codes = try #require(try schema()["$defs", "statement", "oneOf"]).items
    #expect(codes.compactMap { $0["const"]?.text } == ["A-1.1", "A-1.2", "A-1.3", "A-2.1"])
    #expect(codes[0]["title"]?.text == "A-1.1 Know how to say \"no\" – A-1.2")
    #expect(codes[2]["description"]?.text == "Listens. No longer to be met.")
  }

  @Test func `takes no code where there is none`() throws {
    let schema = try schema(Sample.least)
    #expect(schema["$defs", "statement"] == .object([.init(key: "not", value: .object([]))]))
    #expect(schema["properties", "role"] == nil)
    #expect(schema["properties", "chosen"] == nil)
  }

  @Test func `has the records in it, told apart by their names`() throws {
    let variants = try #require(try schema()["properties", "records", "items", "oneOf"]).items
    #expect(variants.map { $0["properties", "record", "const"]?.text } == ["look"])
    #expect(variants[0]["properties", "person"] == nil)
    #expect(
      try Sample.json("schemas/records/look.schema.json")["required"]?.texts == [
        "record", "framework", "edition", "person", "date", "fields",
      ])
  }

  @Test func `says at each free text that nobody may be recognised by it`() throws {
    let fields = try #require(
      try Sample.json("schemas/records/look.schema.json")["properties", "fields", "properties"])
    #expect(fields["went-well", "description"]?.text?.contains("Write nothing by which") == true)
    #expect(fields["went-well", "maxLength"] == .number("4000"))
    #expect(fields["day", "description"]?.text == "Day.")
  }
}

@Suite struct `The schema of the language` {
  @Test func `knows every kind of file by its first key`() throws {
    let schema = try Sample.json("schemas/language.schema.json")
    var keys: [String] = []
    var rest: Parsed? = schema
    while let choice = rest, let key = choice["if", "required"]?.texts.first {
      keys.append(key)
      rest = choice["else"]
    }
    #expect(
      keys.sorted() == [
        "changes", "crosswalk", "domain", "duties", "framework", "glossary", "history", "record",
        "reviews", "source",
      ])
    // A record has `reviews` as well, so it is asked for before those.
    #expect(
      try #require(keys.firstIndex(of: "record")) < (try #require(keys.firstIndex(of: "reviews"))))
    #expect(rest?["anyOf"]?.items.count == 10)
    #expect(rest?["additionalProperties"] == .flag(false))
  }

  @Test func `has what docs/language.md says of a statement`() throws {
    let statement = try #require(
      try Sample.json("schemas/language.schema.json")["$defs", "statement"])
    #expect(statement["required"]?.texts == ["id", "text"])
    #expect(
      statement["properties"]?.keys == [
        "id", "kind", "text", "phase", "specialism", "roles", "levels", "relies-on", "after",
        "builds-on", "sources",
        "evidence", "alternative", "progression", "notes", "examples", "aligns", "status", "tags",
      ])
    #expect(statement["properties", "roles", "type"]?.text == "array")
    #expect(statement["properties", "levels", "type"]?.text == "object")
    #expect(statement["additionalProperties"] == .flag(false))
  }

  @Test func `knows numbers, choices and what is assumed`() throws {
    let schema = try Sample.json("schemas/language.schema.json")
    let phase = try #require(schema["$defs", "phase", "properties"])
    #expect(phase["months", "minimum"] == .number("1"))
    #expect(phase["months", "maximum"] == .number("600"))
    #expect(phase["requirement", "enum"]?.texts == ["mandatory", "offered", "optional"])
    #expect(phase["requirement", "default"]?.text == "mandatory")
    #expect(phase["requirement", "enumDescriptions"]?.items.count == 3)
  }

  @Test func `has an example that is in the language`() throws {
    let text = String(
      decoding: try #require(try Sample.files()["schemas/examples/language.yaml"]), as: UTF8.self)
    #expect(text.hasPrefix("framework: "))
    #expect(text.hasSuffix("\n"))
  }
}

@Suite struct `The layouts of forms` {
  @Test func `show a control for each key, in order`() throws {
    let layout = try Sample.json("schemas/ui/json-forms/records/look.json")
    #expect(layout["type"]?.text == "VerticalLayout")
    let elements = try #require(layout["elements"]).items
    #expect(
      elements.map { $0["scope"]?.text ?? $0["type"]?.text ?? "" } == [
        "#/properties/record", "#/properties/framework", "#/properties/edition",
        "#/properties/person", "#/properties/date", "#/properties/review", "Group",
      ])
    #expect(elements[0]["options", "readonly"] == .flag(true))
    #expect(elements[4]["options", "format"]?.text == "date")
    let inner = try #require(elements[6]["elements"]).items
    #expect(inner[0]["scope"]?.text == "#/properties/fields/properties/went-well")
    #expect(inner[0]["options", "multi"] == .flag(true))
    #expect(
      inner.last?["elements"]?.items.last?["scope"]?.text
        == "#/properties/fields/properties/signed/properties/date")
  }

  @Test func `say to react-jsonschema-form what the usual widget would get wrong`() throws {
    let layout = try Sample.json("schemas/ui/react-jsonschema-form/records/look.json")
    #expect(
      layout["ui:order"]?.texts == [
        "record", "framework", "edition", "person", "date", "review", "fields",
      ])
    #expect(layout["record", "ui:readonly"] == .flag(true))
    #expect(layout["date", "ui:widget"]?.text == "date")
    #expect(layout["fields", "went-well", "ui:widget"]?.text == "textarea")
    #expect(layout["fields", "again", "ui:widget"]?.text == "radio")
    #expect(layout["person"] == nil)
    let portfolio = try Sample.json("schemas/ui/react-jsonschema-form/portfolio.json")
    #expect(portfolio["chosen", "ui:widget"]?.text == "checkboxes")
    #expect(portfolio["evidence", "items", "date", "ui:widget"]?.text == "date")
  }

  @Test func `have a title for people of each name in data`() {
    #expect(title(of: "inForce") == "In force")
    #expect(title(of: "id") == "Id")
    #expect(title(of: "atLeastTwo") == "At least two")
    #expect(title(of: "") == "")
  }
}

@Suite struct `The examples` {
  @Test func `have every key of their schema, and none else`() throws {
    for name in ["portfolio", "records/look"] {
      let example = try Sample.json("schemas/examples/\(name).json")
      #expect(example.keys == (try Sample.json("schemas/\(name).schema.json")["properties"])?.keys)
    }
  }
}
