internal import Output

/// A JSON value in memory, with its keys in order.
enum JSONValue: Sendable {
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// An object written on one line, which readers take in at a glance.
  case line([(String, JSONValue)])

  /// A value too large for memory, made while it is written. It must be the same each time.
  case written(@Sendable (inout JSONWriter) -> Void)

  func write(to json: inout JSONWriter) {
    switch self {
    case .string(let text): json.string(text)
    case .integer(let number): json.integer(number)
    case .boolean(let flag): json.boolean(flag)
    case .written(let write): write(&json)
    case .array(let items):
      json.array { json in
        for item in items { item.write(to: &json) }
      }
    case .object(let members): JSONValue.write(members, onOneLine: false, to: &json)
    case .line(let members): JSONValue.write(members, onOneLine: true, to: &json)
    }
  }

  private static func write(
    _ members: [(String, JSONValue)], onOneLine: Bool, to json: inout JSONWriter
  ) {
    json.object(onOneLine: onOneLine) { json in
      for (key, value) in members {
        json.key(key)
        value.write(to: &json)
      }
    }
  }

  /// The value as a whole file.
  var bytes: [UInt8] {
    var json = JSONWriter()
    write(to: &json)
    return json.finish()
  }

  /// Passes on the value as a whole file, chunk by chunk.
  func write(to give: @escaping ([UInt8]) -> Void) {
    var json = JSONWriter(to: give)
    write(to: &json)
    give(json.finish())
  }

  static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
}
