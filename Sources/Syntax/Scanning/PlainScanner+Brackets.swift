extension PlainScanner {
  /// Scans a list in `[]` or a mapping in `{}`, which starts at `place`.
  mutating func scanBrackets() throws(Uncommon) {
    let isMapping = text[place] == UInt8(ascii: "{")
    let closing = isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
    let collection = try open(isMapping ? .mapping : .sequence, .flow, at: place)
    var keys = KeyWitness()
    place += 1
    try skipSpace()
    while text[place] != closing {
      if isMapping {
        let key = try scalarInBrackets()
        guard text[place] == UInt8(ascii: ":") else { throw Uncommon() }
        try check(key, &keys, of: collection)
        append(key)
        place += 1
        try skipSpace()
      }
      if text[place] == UInt8(ascii: "[") || text[place] == UInt8(ascii: "{") {
        try scanBrackets()
      } else {
        try append(scalarInBrackets())
      }
      try skipSpace()
      if text[place] == closing { break }
      guard text[place] == UInt8(ascii: ",") else { throw Uncommon() }
      place += 1
      try skipSpace()
      // A comma at the end may be a slip.
      guard text[place] != closing else { throw Uncommon() }
    }
    place += 1
    lastStop = place
    close(collection, at: place)
  }

  private mutating func scalarInBrackets() throws(Uncommon) -> SyntaxTree.Node {
    if text[place] == UInt8(ascii: "'") || text[place] == UInt8(ascii: "\"") {
      return try lineScalar()
    }
    guard startsPlainScalar(text[place]) else { throw Uncommon() }
    let start = place
    place = try plainStopInBrackets(from: start)
    return verbatim(.plain, start, place)
  }

  /// The end of a plain scalar inside brackets on its line.
  private func plainStopInBrackets(from start: Int) throws(Uncommon) -> Int {
    var stop = start
    search: while true {
      switch text[stop] {
      case UInt8(ascii: "\n"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "{"), UInt8(ascii: "}"), 0:
        break search
      case UInt8(ascii: ":"):
        if isBlank(stop + 1) { break search }
        // Versions of libyaml differ about a colon before a bracket, and about question marks.
        guard !isPunctuation(text[stop + 1]) else { throw Uncommon() }
      case UInt8(ascii: "?"):
        throw Uncommon()
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
  private mutating func skipSpace() throws(Uncommon) {
    while true {
      let gap = text.spaces(from: place)
      place += gap
      if text[place] == UInt8(ascii: "#") {
        guard gap > 0 || place == lineStart else { throw Uncommon() }
        readComment()
      }
      guard text[place] == UInt8(ascii: "\n") else { return }
      place += 1
      lineStart = place
      // At the start of a line these may begin another document or a directive.
      guard !"-.%".utf8.contains(text[place]) else { throw Uncommon() }
    }
  }
}
