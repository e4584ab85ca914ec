internal import Grammar
internal import Model
internal import Output

/// The shape of an object in the compiled framework: the source of both its data and its schema.
///
/// One table for both ensures that data and schema cannot drift apart.
struct ObjectShape<Element>: Sendable {
  /// The shape's name among the schema's definitions.
  let name: String
  let documentation: String

  /// Whether objects are written on one line, as all without long lists are. So a list can be searched and compared line by
  /// line.
  var isOnOneLine = true

  let properties: [Property<Element>]

  /// Writes an element.
  func write(_ element: Element, _ compiler: FrameworkCompiler, to json: inout JSONWriter) {
    json.object(onOneLine: isOnOneLine) { writeMembers(of: element, compiler, to: &$0) }
  }

  /// Writes the properties of an element.
  func writeMembers(
    of element: Element, _ compiler: FrameworkCompiler, to json: inout JSONWriter
  ) {
    // By index, since iteration would copy each property.
    for index in properties.indices {
      json.member(properties[index].key) { properties[index].write(element, compiler, &$0) }
    }
  }

  /// Writes elements as an array.
  func write(
    _ elements: some Collection<Element>, _ compiler: FrameworkCompiler, to json: inout JSONWriter
  ) {
    json.array { json in
      for element in elements { write(element, compiler, to: &json) }
    }
  }

  /// The schema, in JSON Schema 2020-12.
  var schema: JSONValue {
    .object([
      ("type", .string("object")),
      ("title", .string(title(of: name))),
      ("description", .string(documentation)),
      (
        "properties",
        .object(properties.map { ($0.name, $0.described) })
      ),
      ("required", .strings(properties.filter(\.isRequired).map(\.name))),
      ("additionalProperties", .boolean(false)),
    ])
  }
}

/// A property of an object shape.
struct Property<Element>: Sendable {
  let name: String
  let documentation: String
  let schema: JSONValue
  let isRequired: Bool

  /// The name, escaped in advance.
  let key: JSONKey

  /// Writes the property's value for an element. It writes nothing if there is none, which is allowed only for an optional
  /// property.
  let write: @Sendable (Element, FrameworkCompiler, inout JSONWriter) -> Void

  private init(
    _ name: String, _ schema: JSONValue, _ documentation: String, isRequired: Bool,
    _ write: @escaping @Sendable (Element, FrameworkCompiler, inout JSONWriter) -> Void
  ) {
    (self.name, self.documentation, self.schema) = (name, documentation, schema)
    (self.isRequired, self.write) = (isRequired, write)
    key = JSONKey(name)
  }

  /// The schema with title and description.
  var described: JSONValue { schema.described(documentation, title: title(of: name)) }

  /// A property that every element has.
  static func required(
    _ name: String, _ schema: JSONValue, _ documentation: String,
    _ value: @escaping @Sendable (Element, FrameworkCompiler) -> JSONValue
  ) -> Property {
    Property(name, schema, documentation, isRequired: true) { element, compiler, json in
      value(element, compiler).write(to: &json)
    }
  }

  /// A property that an element has only if the author gave a value.
  static func optional(
    _ name: String, _ schema: JSONValue, _ documentation: String,
    _ value: @escaping @Sendable (Element, FrameworkCompiler) -> JSONValue?
  ) -> Property {
    Property(name, schema, documentation, isRequired: false) { element, compiler, json in
      value(element, compiler)?.write(to: &json)
    }
  }

  /// A property that is written directly, without a value in memory, since there are thousands.
  static func written(
    _ name: String, _ schema: JSONValue, _ documentation: String, isRequired: Bool = true,
    _ write: @escaping @Sendable (Element, FrameworkCompiler, inout JSONWriter) -> Void
  ) -> Property {
    Property(name, schema, documentation, isRequired: isRequired, write)
  }
}

extension JSONValue {
  /// The schema with a description, and perhaps a title, before everything else.
  func described(_ text: String, title: String? = nil) -> JSONValue {
    guard case .object(let members) = self else { return self }
    let head =
      (title.map { [("title", JSONValue.string($0))] } ?? []) + [("description", .string(text))]
    return .object(head + members)
  }

  static let text = JSONValue.object([("type", .string("string")), ("minLength", .integer(1))])
  static let flag = JSONValue.object([("type", .string("boolean"))])

  static func number(_ range: ClosedRange<Int>) -> JSONValue {
    .object([
      ("type", .string("integer")), ("minimum", .integer(range.lowerBound)),
      ("maximum", .integer(range.upperBound)),
    ])
  }

  static func pattern(_ pattern: String) -> JSONValue {
    .object([("type", .string("string")), ("pattern", .string(pattern))])
  }

  static func oneOf(_ texts: [String]) -> JSONValue {
    .object([("type", .string("string")), ("enum", .strings(texts))])
  }

  static func list(_ items: JSONValue) -> JSONValue {
    .object([("type", .string("array")), ("items", items)])
  }

  static func reference(_ definition: String) -> JSONValue {
    .object([("$ref", .string("#/$defs/\(definition)"))])
  }
}

/// A key as a title: `inForce` is "In force".
func title(of key: String) -> String {
  let words = key.flatMap { $0.isUppercase ? " " + $0.lowercased() : String($0) }
  return key.prefix(1).uppercased() + String(words).dropFirst()
}
