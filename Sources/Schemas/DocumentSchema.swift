internal import Model
internal import Output
internal import Records

/// Makes the schema of a record or portfolio from its shape, in 2020-12.
struct DocumentSchema {
  let shapes: RecordShapes
  let ids: SchemaIDs
  let codes: StatementCodes

  /// The whole schema. `name` is the file's name without its ending.
  func schema(of object: DocumentObject, name: String, in dialect: SchemaDialect) -> JSONValue {
    let edition = "edition \(shapes.contents.identity.edition)"
    let head: [(String, JSONValue)] =
      [
        ("$schema", .string(dialect.address)),
        ("$id", .string(ids.id(of: name, in: dialect))),
      ] + ids.comment + [
        ("title", .string("\(object.title) (\(shapes.contents.identity.title), \(edition))")),
        ("description", .string("\(object.documentation) \(anonymityRule)")),
      ]
    let definitions: [(String, JSONValue)] =
      object.usesStatements
      ? [("$defs", .object([("statement", .object(statementCodes))]))] : []
    let examples = ("examples", JSONValue.array([JSONValue(shapes.example(of: object))]))
    return dialect.translate(.object(head + members(of: object) + [examples] + definitions))
  }

  private func members(of object: DocumentObject) -> [(String, JSONValue)] {
    [
      ("type", .string("object")),
      ("properties", .object(object.fields.map { ($0.key, property($0)) })),
      ("required", .strings(object.fields.filter(\.isRequired).map(\.key))),
      ("additionalProperties", .boolean(false)),
    ]
  }

  private func property(_ field: DocumentField) -> JSONValue {
    let documentation = field.documentation.isEmpty ? field.title + "." : field.documentation
    let example = shapes.example(of: field).map { ("examples", JSONValue.array([JSONValue($0)])) }
    return .object(
      [("title", .string(field.title)), ("description", .string(documentation))]
        + members(of: field.type) + (example.map { [$0] } ?? []))
  }

  private func members(of type: DocumentType) -> [(String, JSONValue)] {
    switch type {
    case .constant(let value): [("type", .string("string")), ("const", .string(value))]
    case .text(let limit): text(limit, inkPattern)
    case .line(let limit): text(limit, linePattern)
    case .identifier: text(DocumentLimit.identifier, identifierPattern)
    case .date:
      [("type", .string("string")), ("format", .string("date")), ("pattern", .string(dayPattern))]
    case .number(let range):
      [
        ("type", .string("integer")), ("minimum", .integer(range.lowerBound)),
        ("maximum", .integer(range.upperBound)),
      ]
    case .flag: [("type", .string("boolean"))]
    case .choice(let choices): codeMembers(choices)
    case .statement: [("$ref", .string("#/$defs/statement"))]
    case .list(let item, let least): list(of: item, atLeast: least)
    case .object(let object): members(of: object)
    case .oneOf(let objects): [("oneOf", .array(objects.map(variant)))]
    }
  }

  private func text(_ limit: Int, _ pattern: String) -> [(String, JSONValue)] {
    [
      ("type", .string("string")), ("minLength", .integer(1)), ("maxLength", .integer(limit)),
      ("pattern", .string(pattern)),
    ]
  }

  private func list(of item: DocumentType, atLeast least: Int) -> [(String, JSONValue)] {
    var items = members(of: item)
    if case .object(let object) = item {
      items =
        [("title", .string(object.title)), ("description", .string(object.documentation))] + items
    }
    return [("type", .string("array")), ("items", .object(items))]
      + (least > 0 ? [("minItems", .integer(least))] : [])
      + (item.isCode ? [("uniqueItems", .boolean(true))] : [])
  }

  private func variant(_ object: DocumentObject) -> JSONValue {
    .object(
      [("title", .string(object.title))]
        + (object.documentation.isEmpty
          ? [] : [("description", .string(object.documentation))])
        + members(of: object))
  }

  private func codeMembers(_ choices: [DocumentChoice]) -> [(String, JSONValue)] {
    codeMembers(isEmpty: choices.isEmpty) { json in
      json.array { json in
        for choice in choices { json.choice(choice) }
      }
    }
  }

  private var statementCodes: [(String, JSONValue)] {
    codeMembers(isEmpty: codes.isEmpty) { [codes] in codes.write(to: &$0) }
  }

  private func codeMembers(
    isEmpty: Bool, _ list: @escaping @Sendable (inout JSONWriter) -> Void
  ) -> [(String, JSONValue)] {
    // An empty `oneOf` is invalid, so a schema that nothing satisfies is written as `not`.
    isEmpty ? [("not", .object([]))] : [("type", .string("string")), ("oneOf", .written(list))]
  }
}

extension JSONWriter {
  /// Writes a code that can be chosen, with its meaning.
  mutating func choice(_ choice: DocumentChoice) {
    object(onOneLine: true) { json in
      json.key("const")
      json.string(choice.value)
      json.key("title")
      json.string(choice.title)
      guard !choice.documentation.isEmpty else { return }
      json.key("description")
      json.string(choice.documentation)
    }
  }
}

extension DocumentType {
  /// Whether it is a code, which a list may contain only once.
  var isCode: Bool {
    switch self {
    case .choice, .statement: true
    default: false
    }
  }

  var usesStatements: Bool {
    switch self {
    case .statement: true
    case .list(let item, _): item.usesStatements
    case .object(let object): object.usesStatements
    case .oneOf(let objects): objects.contains { $0.usesStatements }
    default: false
    }
  }
}

extension DocumentObject {
  var usesStatements: Bool { fields.contains { $0.type.usesStatements } }
}

extension JSONValue {
  init(_ value: DocumentValue) {
    switch value {
    case .text(let text): self = .string(text)
    case .number(let number): self = .integer(number)
    case .flag(let flag): self = .boolean(flag)
    case .list(let items): self = .array(items.map(JSONValue.init))
    case .object(let members): self = .object(members.map { ($0, JSONValue($1)) })
    }
  }
}
