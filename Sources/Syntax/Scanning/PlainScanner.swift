internal import Diagnostics

/// A fast path for common YAML, about ten times as fast as libyaml. It reads block and flow mappings and lists, scalars of one
/// or several lines, with or without quotes, and comments.
///
/// Anything uncertain throws `NeedsFullParser`, and libyaml reads the file: tabs, tags, anchors, escapes, several documents, empty
/// values, equal keys and every mistake. So each message comes from one parser. A tree from this scanner equals the tree from
/// libyaml's events; tests and the fuzzer compare the two.
struct PlainScanner {
  /// A construct that this scanner leaves to libyaml.
  struct NeedsFullParser: Error {}

  let file: FileID
  let text: TextBytes

  /// The number of spaces before each line feed that belong to the line break, since carriage returns are read as spaces.
  let returnLength: Int

  var nodes: [SyntaxTree.Node]
  var decoded: [UInt8]
  var comments: [SourceRange] = []

  /// The offset of the next byte to read.
  var offset = 0

  /// The offset at which the current line starts.
  var lineStart = 0

  /// The indentation of the line that `goOn` reached last; -1 at the end of the text.
  var column = 0

  /// The number of line breaks that `goOn` passed to reach that line.
  var breakCount = 0

  /// The end of the latest scalar or flow collection.
  var lastStop = 0

  private var depth = 0

  init(_ file: FileID, _ text: TextBytes, returnLength: Int) {
    self.file = file
    self.text = text
    self.returnLength = returnLength
    let store = ScannerStore.take(forFileOf: text.count)
    nodes = store.nodes
    decoded = store.decoded
  }

  /// Scans the whole text.
  mutating func scan() throws(NeedsFullParser) {
    try goOn(toLineFrom: 0)
    guard column == 0 else { throw NeedsFullParser() }
    try scanNode(at: 0, below: -1)
    guard column < 0, nodes[0].kind != .scalar else { throw NeedsFullParser() }
  }
}

extension PlainScanner {
  /// Scans a value that starts at `offset`, in a column, inside a node of a smaller indentation.
  private mutating func scanNode(at column: Int, below indentation: Int) throws(NeedsFullParser) {
    switch text[offset] {
    case UInt8(ascii: "-") where isBlank(offset + 1):
      try scanSequence(at: column)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      try scanBrackets()
      try goOn()
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      try scanTextBlock(below: indentation)
    default:
      let scalar = try lineScalar()
      if text[offset] == UInt8(ascii: ":"), isBlank(offset + 1) {
        try scanMapping(at: column, first: scalar)
      } else {
        try scanRest(of: scalar, below: indentation)
      }
    }
  }

  private mutating func scanMapping(
    at column: Int, first: SyntaxTree.Node
  ) throws(NeedsFullParser) {
    let mapping = try open(.mapping, .block, at: Int(first.start))
    var keys = KeyWitness()
    var key = first
    while true {
      try check(key, &keys, of: mapping)
      append(key)
      offset += 1
      try scanValue(of: column)
      guard self.column == column else { break }
      key = try lineScalar()
      guard text[offset] == UInt8(ascii: ":"), isBlank(offset + 1) else { throw NeedsFullParser() }
    }
    guard self.column < column else { throw NeedsFullParser() }
    close(mapping, at: lastStop)
  }

  /// Scans the value after a key's colon.
  private mutating func scanValue(of column: Int) throws(NeedsFullParser) {
    let start = offset + text.spaces(from: offset)
    switch text[start] {
    case UInt8(ascii: "\n"), UInt8(ascii: "#"):
      try goOn()
      if self.column > column {
        try scanNode(at: self.column, below: column)
      } else {
        guard self.column == column, isAtItem else { throw NeedsFullParser() }
        try scanSequence(at: column)
      }
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      offset = start
      try scanBrackets()
      try goOn()
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      offset = start
      try scanTextBlock(below: column)
    default:
      offset = start
      try scanRest(of: lineScalar(), below: column)
    }
  }

  private mutating func scanSequence(at column: Int) throws(NeedsFullParser) {
    let sequence = try open(.sequence, .block, at: offset)
    repeat {
      offset += 1
      let start = offset + text.spaces(from: offset)
      if text[start] == UInt8(ascii: "\n") || text[start] == UInt8(ascii: "#") {
        try goOn()
        guard self.column > column else { throw NeedsFullParser() }
        try scanNode(at: self.column, below: column)
      } else {
        offset = start
        try scanNode(at: start - lineStart, below: column)
      }
    } while self.column == column && isAtItem
    guard self.column <= column else { throw NeedsFullParser() }
    close(sequence, at: lastStop)
  }

  private var isAtItem: Bool { text[offset] == UInt8(ascii: "-") && isBlank(offset + 1) }
}

extension PlainScanner {
  /// Advances from the end of a value to the next line that is neither blank nor a comment.
  mutating func goOn() throws(NeedsFullParser) {
    let gap = text.spaces(from: offset)
    offset += gap
    if text[offset] == UInt8(ascii: "#") {
      guard gap > 0 else { throw NeedsFullParser() }
      readComment()
    }
    guard text[offset] == UInt8(ascii: "\n") || offset == text.count else {
      throw NeedsFullParser()
    }
    try goOn(toLineFrom: offset + 1)
    breakCount += 1
  }

  /// Advances from the start of a line to the next line that is neither blank nor a comment.
  mutating func goOn(toLineFrom start: Int) throws(NeedsFullParser) {
    offset = start
    breakCount = 0
    while offset < text.count {
      lineStart = offset
      column = text.spaces(from: offset)
      offset += column
      if text[offset] == UInt8(ascii: "#") {
        readComment()
      } else if text[offset] != UInt8(ascii: "\n"), offset < text.count {
        // It may be the three full stops that end a document.
        guard column > 0 || text[offset] != UInt8(ascii: ".") else { throw NeedsFullParser() }
        return
      }
      offset += 1
      breakCount += 1
    }
    column = -1
  }

  mutating func readComment() {
    let end = text.firstPlace(
      of: UInt8(ascii: "\n"), UInt8(ascii: "\n"), UInt8(ascii: "\n"), from: offset)
    let stop = end < text.count ? end - returnLength : end
    comments.append(SourceRange(file: file, start: offset, end: stop))
    offset = end
  }

  /// Whether the byte at an offset is a space or a line feed, or the offset is past the end.
  @inline(__always)
  func isBlank(_ offset: Int) -> Bool {
    let byte = text[offset]
    return byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == 0
  }
}

extension PlainScanner {
  /// Appends a collection, and returns its index.
  mutating func open(
    _ kind: SyntaxTree.Kind, _ style: SyntaxTree.Style, at start: Int
  ) throws(NeedsFullParser) -> Int {
    depth += 1
    guard depth <= nestingLimit else { throw NeedsFullParser() }
    let index = nodes.count
    nodes.append(.collection(kind, style, start, start, at: index))
    return index
  }

  mutating func close(_ collection: Int, at stop: Int) {
    depth -= 1
    nodes[collection].stop = Int32(truncatingIfNeeded: stop)
    nodes[collection].end = Int32(truncatingIfNeeded: nodes.count)
  }

  mutating func append(_ scalar: SyntaxTree.Node) {
    var scalar = scalar
    scalar.end = Int32(truncatingIfNeeded: nodes.count + 1)
    nodes.append(scalar)
    lastStop = Int(scalar.stop)
  }

  /// A scalar whose value is in the source verbatim, apart from its quotes.
  func verbatim(
    _ style: SyntaxTree.Style, _ start: Int, _ stop: Int, quotes: Int = 0
  ) -> SyntaxTree.Node {
    SyntaxTree.Node(
      kind: .scalar, style: style, isValueInSource: true, start: Int32(truncatingIfNeeded: start),
      stop: Int32(truncatingIfNeeded: stop), end: 0,
      valueStart: Int32(truncatingIfNeeded: start + quotes),
      valueCount: Int32(truncatingIfNeeded: stop - start - 2 * quotes))
  }

  /// A scalar whose value is the tail of `decoded`.
  func decoded(
    _ style: SyntaxTree.Style, _ start: Int, _ stop: Int, from valueStart: Int
  ) -> SyntaxTree.Node {
    SyntaxTree.Node(
      kind: .scalar, style: style, isValueInSource: false, start: Int32(truncatingIfNeeded: start),
      stop: Int32(truncatingIfNeeded: stop), end: 0,
      valueStart: Int32(truncatingIfNeeded: valueStart),
      valueCount: Int32(truncatingIfNeeded: decoded.count - valueStart))
  }
}
