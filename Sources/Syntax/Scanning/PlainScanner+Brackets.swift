extension PlainScanner {
  /// Scans a list in `[]` or a mapping in `{}`, which starts at `offset`.
  mutating func scanBrackets() throws(NeedsFullParser) {
    let isMapping = text[offset] == UInt8(ascii: "{")
    let closing = isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
    let collection = try open(isMapping ? .mapping : .sequence, .flow, at: offset)
    var keys = KeyWitness()
    offset += 1
    try skipSpace()
    while text[offset] != closing {
      if isMapping {
        let key = try scalarInBrackets()
        guard text[offset] == UInt8(ascii: ":") else { throw NeedsFullParser() }
        try check(key, &keys, of: collection)
        append(key)
        offset += 1
        try skipSpace()
      }
      if text[offset] == UInt8(ascii: "[") || text[offset] == UInt8(ascii: "{") {
        try scanBrackets()
      } else {
        try append(scalarInBrackets())
      }
      try skipSpace()
      if text[offset] == closing { break }
      guard text[offset] == UInt8(ascii: ",") else { throw NeedsFullParser() }
      offset += 1
      try skipSpace()
      // A comma at the end may be a slip.
      guard text[offset] != closing else { throw NeedsFullParser() }
    }
    offset += 1
    lastStop = offset
    close(collection, at: offset)
  }

  private mutating func scalarInBrackets() throws(NeedsFullParser) -> SyntaxTree.Node {
    if text[offset] == UInt8(ascii: "'") || text[offset] == UInt8(ascii: "\"") {
      return try lineScalar()
    }
    guard startsPlainScalar(text[offset]) else { throw NeedsFullParser() }
    let start = offset
    offset = try plainStopInBrackets(from: start)
    return verbatim(.plain, start, offset)
  }

  /// The end of a plain scalar inside brackets on its line.
  private func plainStopInBrackets(from start: Int) throws(NeedsFullParser) -> Int {
    var stop = start
    search: while true {
      switch text[stop] {
      case UInt8(ascii: "\n"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "{"), UInt8(ascii: "}"), 0:
        break search
      case UInt8(ascii: ":"):
        if isBlank(stop + 1) { break search }
        // Versions of libyaml differ about a colon before a bracket, and about question marks.
        guard !isPunctuation(text[stop + 1]) else { throw NeedsFullParser() }
      case UInt8(ascii: "?"):
        throw NeedsFullParser()
      case UInt8(ascii: "#"):
        if text[stop - 1] == UInt8(ascii: " ") { break search }
      default: break
      }
      stop += 1
    }
    while text[stop - 1] == UInt8(ascii: " ") { stop -= 1 }
    return stop
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    ",?[]{}".utf8.contains(byte)
  }

  /// Skips space, line breaks and comments between the tokens inside brackets.
  private mutating func skipSpace() throws(NeedsFullParser) {
    while true {
      let gap = text.spaces(from: offset)
      offset += gap
      if text[offset] == UInt8(ascii: "#") {
        guard gap > 0 || offset == lineStart else { throw NeedsFullParser() }
        readComment()
      }
      guard text[offset] == UInt8(ascii: "\n") else { return }
      offset += 1
      lineStart = offset
      // At the start of a line these may begin another document or a directive.
      guard !"-.%".utf8.contains(text[offset]) else { throw NeedsFullParser() }
    }
  }
}
