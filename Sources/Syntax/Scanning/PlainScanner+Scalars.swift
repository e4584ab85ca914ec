extension PlainScanner {
  /// Scans a scalar up to the end of this line: a key, or the first line of a value.
  mutating func lineScalar() throws(NeedsFullParser) -> SyntaxTree.Node {
    let start = offset
    switch text[start] {
    case UInt8(ascii: "'"): return try singleQuoted()
    case UInt8(ascii: "\""): return try doubleQuoted()
    default: break
    }
    guard startsPlainScalar(text[start]) else { throw NeedsFullParser() }
    offset = plainStop(from: start)
    return verbatim(.plain, start, offset)
  }

  /// Whether a byte may start a plain scalar. Bytes that may do so only sometimes are excluded.
  func startsPlainScalar(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"),
      UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""),
      UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: " "),
      UInt8(ascii: "\n"), 0:
      false
    default: true
    }
  }

  /// The end of a plain scalar outside brackets on its line, without trailing space and before a key's colon.
  private func plainStop(from start: Int) -> Int {
    var stop = start
    while true {
      stop = text.firstPlace(
        of: UInt8(ascii: "\n"), UInt8(ascii: ":"), UInt8(ascii: "#"), from: stop)
      let byte = text[stop]
      if byte == UInt8(ascii: ":") {
        if isBlank(stop + 1) { break }
      } else if byte == UInt8(ascii: "#") {
        if stop > start, text[stop - 1] == UInt8(ascii: " ") { break }
      } else {
        break
      }
      stop += 1
    }
    while stop > start, text[stop - 1] == UInt8(ascii: " ") { stop -= 1 }
    return stop
  }

  /// Appends a value whose first line was read, with its other lines, and advances to the next token.
  mutating func scanRest(
    of scalar: SyntaxTree.Node, below indentation: Int
  ) throws(NeedsFullParser) {
    let commentCount = comments.count
    try goOn()
    guard scalar.style == .plain, column > indentation, comments.count == commentCount else {
      append(scalar)
      return
    }
    let valueStart = decoded.count
    var stop = Int(scalar.stop)
    text.append(Int(scalar.start)..<stop, to: &decoded)
    repeat {
      appendFold(breakCount)
      let start = offset
      stop = plainStop(from: start)
      guard stop > start else { throw NeedsFullParser() }
      text.append(start..<stop, to: &decoded)
      offset = stop
      try goOn()
    } while column > indentation && comments.count == commentCount
    append(decoded(.plain, Int(scalar.start), stop, from: valueStart))
  }

  /// Appends the folded line breaks between two lines of a text: one is a space, and each further one a line break.
  private mutating func appendFold(_ breaks: Int) {
    if breaks == 1 {
      decoded.append(UInt8(ascii: " "))
    } else {
      decoded.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: breaks - 1))
    }
  }

  private mutating func singleQuoted() throws(NeedsFullParser) -> SyntaxTree.Node {
    let start = offset
    var segment = start + 1
    var valueStart: Int?
    while true {
      let quote = text.firstPlace(
        of: UInt8(ascii: "'"), UInt8(ascii: "\n"), UInt8(ascii: "\n"), from: segment)
      guard text[quote] == UInt8(ascii: "'") else { throw NeedsFullParser() }
      if text[quote + 1] == UInt8(ascii: "'") {
        // Two quotes stand for one.
        if valueStart == nil { valueStart = decoded.count }
        text.append(segment..<(quote + 1), to: &decoded)
        segment = quote + 2
        continue
      }
      offset = quote + 1
      guard let valueStart else { return verbatim(.singleQuoted, start, offset, quotes: 1) }
      text.append(segment..<quote, to: &decoded)
      return decoded(.singleQuoted, start, offset, from: valueStart)
    }
  }

  private mutating func doubleQuoted() throws(NeedsFullParser) -> SyntaxTree.Node {
    let start = offset
    let quote = text.firstPlace(
      of: UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "\n"), from: start + 1)
    guard text[quote] == UInt8(ascii: "\"") else { throw NeedsFullParser() }
    offset = quote + 1
    return verbatim(.doubleQuoted, start, offset, quotes: 1)
  }
}

/// A Bloom filter of a mapping's keys, to detect repeated ones.
struct KeyWitness {
  private var seen: UInt64 = 0
  private(set) var count = 0

  /// Whether a key may have come before. A hash of its bytes chooses one of 64 bits.
  mutating func mayHold(_ word: UInt64, count length: Int) -> Bool {
    let hash = (word ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
    let bit: UInt64 = 1 << (hash >> 58)
    defer {
      seen |= bit
      count += 1
    }
    return seen & bit != 0
  }
}

extension PlainScanner {
  /// The most keys that are compared pair by pair, which is more than any mapping of the language has.
  private static let mostKeys = 200

  /// Throws at a key that may have come before, and at the merge key, so that libyaml reads them.
  func check(
    _ key: SyntaxTree.Node, _ witness: inout KeyWitness, of mapping: Int
  ) throws(NeedsFullParser) {
    let length = Int(key.valueCount)
    // Keys that need decoding and very long keys are rare.
    guard key.isValueInSource, length < 1000, witness.count < PlainScanner.mostKeys else {
      throw NeedsFullParser()
    }
    let start = Int(key.valueStart)
    var word = text.word(at: start)
    if length < 8 { word &= (1 << UInt64(8 * length)) - 1 }
    if word == 0x3C3C, length == 2 { throw NeedsFullParser() }
    guard witness.mayHold(word, count: length) else { return }
    var earlier = mapping + 1
    while earlier < nodes.count {
      let node = nodes[earlier]
      if Int(node.valueCount) == length, text.isSame(Int(node.valueStart), start, count: length) {
        throw NeedsFullParser()
      }
      let value = Int(node.end)
      earlier = value < nodes.count ? Int(nodes[value].end) : nodes.count
    }
  }
}
