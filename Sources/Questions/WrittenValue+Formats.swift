internal import Analysis
internal import Grammar
internal import Output

extension WrittenValue {
  /// The value in one line, for a cell of a table. Records with a name of their own are told by it.
  var inOneLine: String {
    switch self {
    case .scalar(let scalar): Output.inOneLine(scalar.text)
    case .list(let items): items.map(\.inOneLine).joined(separator: "; ")
    case .map(let pairs):
      pairs.map { "\($0.key.text): \($0.value.inOneLine)" }.joined(separator: "; ")
    case .record(let record):
      record.name
        ?? record.fields.map { "\($0.field.key.rawValue): \($0.value.inList)" }
        .joined(separator: ", ")
    }
  }

  /// The value in one line inside of another.
  private var inList: String {
    if case .list(let items) = self {
      items.map(\.inOneLine).joined(separator: " ")
    } else {
      inOneLine
    }
  }

  /// Writes the value with the shape that it has in the files.
  func write(to json: inout JSONWriter) {
    switch self {
    case .scalar(let scalar): scalar.write(to: &json)
    case .list(let items):
      json.array { json in
        for item in items { item.write(to: &json) }
      }
    case .map(let pairs):
      json.object { json in
        for pair in pairs {
          json.key(pair.key.text)
          pair.value.write(to: &json)
        }
      }
    case .record(let record):
      json.object { json in
        for (field, value) in record.fields {
          json.key(field.key.rawValue)
          value.write(to: &json)
        }
      }
    }
  }
}

extension WrittenScalar {
  fileprivate func write(to json: inout JSONWriter) {
    switch (type, Int(text)) {
    case (.number, let number?): json.integer(number)
    case (.yesNo, _): json.boolean(text == "yes")
    default: json.string(text)
    }
  }
}
