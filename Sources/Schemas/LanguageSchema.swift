internal import Grammar

/// The schema of the source files for editors, derived from the grammar, for YAML 1.2.
///
/// It accepts everything that the compiler accepts. With the ids of a project, it refuses an id that the project does not have.
struct LanguageSchema {
  let ids: SchemaIDs
  var known: KnownIDs?

  func schema(in dialect: SchemaDialect) -> JSONValue {
    dialect.translate(
      .object(
        [
          ("$schema", .string(dialect.address)),
          ("$id", .string(ids.id(of: "language", in: dialect))),
        ] + ids.comment + [
          ("title", .string("A file of a knowledge-and-skills framework")),
          (
            "description",
            .string("What can be written in a file. Its first key says what the file holds.")
          ),
          ("type", .string("object")),
        ] + choice(of: fileEntities[...])
          + [("$defs", .object(definitions + (known?.definitions ?? [])))]))
  }

  /// The kinds of file. A kind that also has the first key of another kind is tested before that one.
  private var fileEntities: [Entity] {
    let firsts = Grammar.fileEntities.map { $0.fields[0].key }
    func overlap(_ entity: Entity) -> Int { firsts.count { entity.field($0) != nil } }
    return Grammar.fileEntities.enumerated().sorted {
      (overlap($1.element), $0.offset) < (overlap($0.element), $1.offset)
    }.map(\.element)
  }

  /// Tests for one kind after another by its first key. A file with none of these keys is offered all of them.
  private func choice(of entities: ArraySlice<Entity>) -> [(String, JSONValue)] {
    guard let entity = entities.first else {
      return [
        (
          "properties",
          .object(
            Grammar.fileEntities.map { entity in
              (
                entity.fields[0].key.rawValue,
                .object([("description", .string(entity.documentation))])
              )
            })
        ),
        (
          "anyOf",
          .array(
            Grammar.fileEntities.map {
              .object([("required", .strings([$0.fields[0].key.rawValue]))])
            })
        ),
        ("additionalProperties", .boolean(false)),
      ]
    }
    return [
      ("if", .object([("required", .strings([entity.fields[0].key.rawValue]))])),
      ("then", .reference(entity.definition)),
      ("else", .object(choice(of: entities.dropFirst()))),
    ]
  }

  private var definitions: [(String, JSONValue)] {
    Grammar.entities.map { entity in
      (
        entity.definition,
        .object([
          ("title", .string(entity.title.capitalised)),
          ("description", .string(entity.documentation)),
          (
            "markdownDescription",
            .string("\(entity.documentation)\n\n```yaml\n\(entity.example)\n```")
          ),
          ("type", .string("object")),
          ("properties", .object(entity.fields.map { ($0.key.rawValue, property($0)) })),
          ("required", .strings(entity.fields.filter(\.isRequired).map(\.key.rawValue))),
          ("additionalProperties", .boolean(false)),
        ])
      )
    }
  }

  private func property(_ field: Field) -> JSONValue {
    let assumed = field.assumed.map { [("default", field.type.data($0))] } ?? []
    let example: [(String, JSONValue)] =
      field.type.isScalar ? [("examples", .array([field.type.data(field.example)]))] : []
    let sample = field.type.isScalar ? "" : " For example: \(field.key.rawValue): \(field.example)"
    return .object(
      [
        ("title", .string(field.key.rawValue)),
        ("description", .string(field.documentation + sample)),
      ] + field.type.members(known) + assumed + example)
  }
}

extension Entity {
  /// The entity's name among the schema's definitions.
  fileprivate var definition: String { "\(name)" }
}

extension ValueType {
  fileprivate var isScalar: Bool {
    switch self {
    case .record, .shorthand, .list, .map: false
    default: true
    }
  }

  /// An example or default from the grammar, as YAML reads it.
  fileprivate func data(_ written: String) -> JSONValue {
    switch self {
    case .number: Int(written).map(JSONValue.integer) ?? .string(written)
    default: .string(written)
    }
  }

  /// The schema keywords for values of this type.
  fileprivate func members(_ known: KnownIDs?) -> [(String, JSONValue)] {
    switch self {
    case .line: text("^[^\\r\\n]*[^\\x00-\\x20][^\\r\\n]*$(?!\\n)")
    case .phrase, .prose: text("[^\\x00-\\x20]")
    case .identifier, .name: idMembers
    case .reference(let kinds): reference(to: known?.definition(of: kinds)) ?? idMembers
    case .item:
      reference(to: known?.itemDefinition)
        ?? word("^[A-Za-z][A-Za-z0-9.-]{0,99}/[^\\x00-\\x20/]+$(?!\\n)")
    case .rule: word("^[A-Za-z0-9-]+$(?!\\n)")
    case .date(let exact): dateMembers(exact)
    case .edition:
      word("^(0|[1-9][0-9]{0,8})[.](0|[1-9][0-9]{0,8})[.](0|[1-9][0-9]{0,8})$(?!\\n)")
    case .language: word("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$(?!\\n)")
    case .address: word("^https?://[A-Za-z0-9][!#$%&'()*+,./0-9:;=?@A-Z_a-z~\\[\\]-]*$(?!\\n)")
    case .colour: text("^#?[0-9A-Fa-f]{6}$(?!\\n)")
    case .path: word("^[^\\x00-\\x1F/\\\\][^\\x00-\\x1F\\\\]*$(?!\\n)")
    case .number(let range): numberMembers(range)
    case .yesNo:
      [
        (
          "enum",
          .array(
            [.boolean(true), .boolean(false)]
              + ["yes", "no", "true", "false"].map(JSONValue.string))
        )
      ]
    case .code: text("^[^\\x00-\\x20/]+$(?!\\n)")
    case .choice(let choices):
      [
        ("enum", .strings(choices.map(\.value))),
        ("enumDescriptions", .strings(choices.map(\.documentation))),
      ]
    case .record(let name): [("$ref", .string("#/$defs/\(Grammar.entity(name).definition)"))]
    case .shorthand(let name): shorthandMembers(Grammar.entity(name), known)
    case .list(let item): [("type", .string("array")), ("items", .object(item.members(known)))]
    case .map(let kinds, let value):
      [
        ("type", .string("object")),
        (
          "propertyNames",
          .object(
            reference(to: known?.definition(of: kinds)) ?? word(idPattern + "(?!\\n)"))
        ),
        ("additionalProperties", .object(value.members(known))),
      ]
    }
  }

  /// A reference to a definition, if there is one.
  private func reference(to definition: String?) -> [(String, JSONValue)]? {
    definition.map { [("$ref", .string("#/$defs/\($0)"))] }
  }

  /// The schema of a text. Unquoted texts may be read by YAML as numbers, booleans or null (`~`), so these are accepted too. A
  /// forgotten value is null as well, and is left to the compiler.
  private func text(_ pattern: String) -> [(String, JSONValue)] {
    [("type", .strings(["string", "number", "boolean", "null"])), ("pattern", .string(pattern))]
  }

  private func word(_ pattern: String) -> [(String, JSONValue)] {
    [("type", .string("string")), ("pattern", .string(pattern))]
  }

  private var idMembers: [(String, JSONValue)] {
    [
      ("type", .strings(["string", "boolean", "null"])),
      ("pattern", .string(idPattern + "(?!\\n)")),
    ]
  }

  private func dateMembers(_ exact: Bool) -> [(String, JSONValue)] {
    let day = "-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    if exact { return word("^[0-9]{4}\(day)$(?!\\n)") }
    return [
      ("type", .strings(["string", "integer"])), ("minimum", .integer(1)),
      ("maximum", .integer(9999)),
      ("pattern", .string("^[0-9]{4}(-(0[1-9]|1[0-2])|\(day))?$(?!\\n)")),
    ]
  }

  private func numberMembers(_ range: ClosedRange<Int>) -> [(String, JSONValue)] {
    [
      ("type", .strings(["integer", "string"])), ("minimum", .integer(range.lowerBound)),
      ("maximum", .integer(range.upperBound)), ("pattern", .string("^[0-9]{1,9}$(?!\\n)")),
    ]
  }

  private func shorthandMembers(
    _ entity: Entity, _ known: KnownIDs?
  ) -> [(String, JSONValue)] {
    [
      ("if", .object([("type", .string("object"))])),
      ("then", .reference(entity.definition)),
      ("else", .object(entity.fields[0].type.members(known))),
    ]
  }
}

extension String {
  /// The noun with a capital and without its article: "A type of evidence" is "Type of evidence".
  fileprivate var capitalised: String {
    let words = split(separator: " ")
    let noun = ["a", "an"].contains(words.first) ? words.dropFirst() : words[...]
    let joined = noun.joined(separator: " ")
    return joined.prefix(1).uppercased() + joined.dropFirst()
  }
}
