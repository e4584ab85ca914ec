internal import Output

extension RecordShapes {
  /// An empty document as YAML, with instructions beside each key.
  ///
  /// Optional keys are commented out. `schema` is the address of its schema, which editors use.
  package func blankYAML(_ object: DocumentObject, schema: String?) -> String {
    var lines: [String] = []
    if let schema { lines.append("# yaml-language-server: $schema=\(schema)") }
    lines.append("# \(object.title). \(object.documentation.onOneLine)")
    lines.append("# \(anonymityRule)")
    for field in object.fields {
      lines.append("")
      appendBlank(field, to: &lines, depth: 0, isAside: !field.isRequired)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Appends the lines of a field. With `isAside` they are commented out, since the field is optional.
  private func appendBlank(
    _ field: DocumentField, to lines: inout [String], depth: Int, isAside: Bool
  ) {
    let indent = String(repeating: "  ", count: depth)
    let start = indent + (isAside ? "# " : "") + field.key + ":"
    let need = field.isRequired ? "needed" : "may be left out"
    let documentation = field.documentation.isEmpty ? "" : " " + field.documentation.onOneLine
    lines.append("\(indent)# \(field.title.onOneLine) (\(need)).\(documentation)")
    field.type.appendHints(to: &lines, indent: indent)
    switch field.type {
    case .constant(let value): lines.append("\(start) \(value.quotedYAML)")
    case .object(let object):
      lines.append(start)
      for inner in object.fields {
        appendBlank(inner, to: &lines, depth: depth + 1, isAside: isAside || !inner.isRequired)
      }
    case .list(.object(let object), _):
      lines.append("\(indent)#   for example: [\(example(of: object).flowYAML)]")
      lines.append(start + " []")
    case .list: lines.append(start + " []")
    default: lines.append(start)
    }
  }
}

extension DocumentValue {
  /// The value on one line of YAML.
  fileprivate var flowYAML: String {
    switch self {
    case .text(let text): readDayShape(text) ? text : text.quotedYAML
    case .number(let number): String(number)
    case .flag(let flag): flag ? "yes" : "no"
    case .list(let items): "[" + items.map(\.flowYAML).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\($0): \($1.flowYAML)" }.joined(separator: ", ") + "}"
    }
  }

  /// A date needs no quotes where the key expects one.
  private func readDayShape(_ text: String) -> Bool {
    text.utf8.count == 10
      && text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
  }
}

extension DocumentObject {

  /// An empty document as JSON, which has no comments: every key, with an empty value where one is to be written.
  package var blankJSON: DocumentValue {
    .object(fields.map { ($0.key, $0.type.blank) })
  }
}

extension DocumentType {
  /// Appends the allowed values as comment lines.
  fileprivate func appendHints(to lines: inout [String], indent: String) {
    switch self {
    case .choice(let choices):
      for choice in choices {
        let more = choice.value == choice.title ? "" : "  \(choice.title.onOneLine)"
        lines.append("\(indent)#   \(choice.value.quotedYAML)\(more)")
      }
    case .date: lines.append("\(indent)#   year-month-day, such as 2026-09-07")
    case .flag: lines.append("\(indent)#   true or false")
    case .number(let range):
      lines.append("\(indent)#   a number from \(range.lowerBound) to \(range.upperBound)")
    case .list(let item, _): item.appendHints(to: &lines, indent: indent)
    case .oneOf(let objects):
      for object in objects { lines.append("\(indent)#   record: \(object.name)  \(object.title)") }
    default: break
    }
  }

  fileprivate var blank: DocumentValue {
    switch self {
    case .constant(let value): .text(value)
    case .number(let range): .number(range.upperBound)
    case .flag: .flag(false)
    case .list: .list([])
    case .object(let object): object.blankJSON
    default: .text("")
    }
  }
}

extension String {
  /// The text without line breaks, so that it fits into a comment.
  fileprivate var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }

  /// The text as a YAML scalar, in quotes unless it is plain.
  fileprivate var quotedYAML: String {
    let isWord = utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) || $0 == UInt8(ascii: "-")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: " ")
    }
    let isLetter = utf8.first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
    let isReserved = ["true", "false", "yes", "no", "null", "on", "off", "y", "n"].contains(
      lowercased())
    if isWord, isLetter == true, !isReserved, !hasSuffix(" ") { return self }
    var buffer = ByteBuffer()
    buffer.append(UInt8(ascii: "\""))
    buffer.append(json: self)
    buffer.append(UInt8(ascii: "\""))
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}
