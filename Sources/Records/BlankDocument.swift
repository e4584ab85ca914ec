internal import Output

extension DocumentObject {
  /// An empty document as YAML, with what to write beside each key.
  ///
  /// What is not needed is there as a comment. `schema` is the address of its schema, by which editors know it.
  package func blankYAML(schema: String?) -> String {
    var lines: [String] = []
    if let schema { lines.append("# yaml-language-server: $schema=\(schema)") }
    lines.append("# \(title). \(documentation.onOneLine)")
    lines.append("# \(anonymityRule)")
    for field in fields {
      lines.append("")
      field.appendBlank(to: &lines, depth: 0, isAside: !field.isRequired)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// An empty document as JSON, which has no comments: every key, with an empty value where something is to be written.
  package var blankJSON: DocumentValue {
    .object(fields.map { ($0.key, $0.type.blank) })
  }
}

extension DocumentField {
  /// `isAside` if it stands in comments, since it may be left out.
  fileprivate func appendBlank(to lines: inout [String], depth: Int, isAside: Bool) {
    let indent = String(repeating: "  ", count: depth)
    let aside = isAside ? "# " : ""
    let need = isRequired ? "needed" : "may be left out"
    lines.append("\(indent)# \(title.onOneLine) (\(need)). \(documentation.onOneLine)")
    type.appendHints(to: &lines, indent: indent)
    switch type {
    case .constant(let value): lines.append("\(indent)\(aside)\(key): \(value.quotedYAML)")
    case .object(let object):
      lines.append("\(indent)\(aside)\(key):")
      for field in object.fields {
        field.appendBlank(to: &lines, depth: depth + 1, isAside: isAside || !field.isRequired)
      }
    case .list(.object(let object), _):
      lines.append("\(indent)# Each is written so:  - {\(object.sample)}")
      lines.append("\(indent)\(aside)\(key): []")
    case .list: lines.append("\(indent)\(aside)\(key): []")
    default: lines.append("\(indent)\(aside)\(key):")
    }
  }
}

extension DocumentObject {
  fileprivate var sample: String {
    fields.filter(\.isRequired).map { "\($0.key): …" }.joined(separator: ", ")
  }
}

extension DocumentType {
  /// What can be written, on lines of comments.
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
  /// Without line breaks, so that it fits into a comment.
  fileprivate var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }

  /// As YAML reads it back as the same text: as it is if nothing in it means anything to YAML, or else in quotes.
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
