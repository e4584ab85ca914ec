/// Writes JSON (RFC 8259), indented by two spaces, with keys in the order in which they are written.
///
/// An object that readers take in at a glance can be written on one line.
package struct JSONWriter {
  private var buffer = ByteBuffer()
  private var depth = 0
  private var isOnOneLine = false
  private var needsComma = false
  private var isAfterKey = false

  /// Takes the text chunk by chunk; nil if the text is built as a whole.
  private let give: (([UInt8]) -> Void)?

  /// The scratch buffer for a string before it is escaped.
  private var unescaped = ByteBuffer()

  package init() { give = nil }

  /// A writer with capacity for a text of about this many bytes.
  package init(reserving capacity: Int) {
    give = nil
    buffer = ByteBuffer(reserving: capacity)
  }

  /// A writer that passes its text on in chunks, so that the whole is never in memory.
  package init(to give: @escaping ([UInt8]) -> Void) { self.give = give }

  /// The finished text with a line break at its end; only its last chunk, if the writer passes chunks on.
  package consuming func finish() -> [UInt8] {
    precondition(depth == 0, "an object or array was not closed")
    buffer.append(UInt8(ascii: "\n"))
    return buffer.bytes
  }

  package mutating func key(_ name: String) {
    beginItem()
    writeString(name)
    buffer.append(UInt8(ascii: ":"))
    buffer.append(UInt8(ascii: " "))
    isAfterKey = true
  }

  /// Writes a key and its value; neither, if `write` writes nothing.
  package mutating func member(_ key: JSONKey, _ write: (inout JSONWriter) -> Void) {
    let (start, isBehindItem) = (buffer.count, needsComma)
    beginItem()
    buffer.append(raw: key.bytes[...])
    isAfterKey = true
    write(&self)
    guard isAfterKey else { return }
    buffer.removeAll(from: start)
    (isAfterKey, needsComma) = (false, isBehindItem)
  }

  package mutating func string(_ value: String) {
    beginItem()
    writeString(value)
    needsComma = true
  }

  /// Writes a string that `write` appends to a buffer, unescaped. An empty string is left out unless `isRequired`.
  package mutating func string(isRequired: Bool, _ write: (inout ByteBuffer) -> Void) {
    // The scratch buffer is reused, and with it its memory.
    var text = ByteBuffer()
    swap(&text, &unescaped)
    write(&text)
    if isRequired || !text.isEmpty {
      beginItem()
      buffer.append(UInt8(ascii: "\""))
      text.bytes.withUnsafeBufferPointer { buffer.append(json: $0) }
      buffer.append(UInt8(ascii: "\""))
      needsComma = true
    }
    text.removeAll()
    swap(&text, &unescaped)
  }

  package mutating func integer(_ value: Int) {
    beginItem()
    buffer.append(decimal: value)
    needsComma = true
  }

  package mutating func boolean(_ value: Bool) {
    beginItem()
    buffer.append(raw: value ? "true" : "false")
    needsComma = true
  }

  package mutating func object(
    onOneLine: Bool = false, _ write: (inout JSONWriter) -> Void
  ) {
    group(UInt8(ascii: "{"), UInt8(ascii: "}"), onOneLine: onOneLine, write)
  }

  package mutating func array(_ write: (inout JSONWriter) -> Void) {
    group(UInt8(ascii: "["), UInt8(ascii: "]"), write)
  }

  private mutating func group(
    _ open: UInt8, _ close: UInt8, onOneLine: Bool = false,
    _ write: (inout JSONWriter) -> Void
  ) {
    beginItem()
    buffer.append(open)
    depth += 1
    needsComma = false
    let isInsideLine = isOnOneLine
    isOnOneLine = isInsideLine || onOneLine
    write(&self)
    depth -= 1
    if needsComma, !isOnOneLine { breakLine() }
    isOnOneLine = isInsideLine
    buffer.append(close)
    needsComma = true
  }

  private mutating func beginItem() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    if needsComma { buffer.append(UInt8(ascii: ",")) }
    if !isOnOneLine {
      if depth > 0 { breakLine() }
    } else if needsComma {
      buffer.append(UInt8(ascii: " "))
    }
    needsComma = false
  }

  private mutating func breakLine() {
    buffer.append(raw: lineStart.prefix(1 + 2 * depth))
    for _ in 0..<max(0, depth - deepestLineStart) { buffer.append(raw: lineStart[1..<3]) }
  }

  fileprivate mutating func writeString(_ value: String) {
    buffer.append(UInt8(ascii: "\""))
    buffer.append(json: value)
    buffer.append(UInt8(ascii: "\""))
  }
}

/// A key that is written many times, escaped in advance.
package struct JSONKey: Sendable {
  fileprivate let bytes: [UInt8]

  package init(_ name: String) {
    var json = JSONWriter()
    json.writeString(name)
    bytes = json.unfinished + [UInt8(ascii: ":"), UInt8(ascii: " ")]
  }
}

/// Array items written in advance, for an array at one depth.
package struct JSONItems: Sendable {
  fileprivate let depth: Int
  fileprivate let bytes: [UInt8]

  /// `write` writes the items one after another. `depth` counts the array and the groups around it.
  package init(depth: Int, _ write: (inout JSONWriter) -> Void) {
    var json = JSONWriter(depth: depth)
    write(&json)
    (self.depth, bytes) = (depth, json.unfinished)
  }
}

extension JSONWriter {
  fileprivate init(depth: Int, needsComma: Bool = false) {
    self.init()
    (self.depth, self.needsComma) = (depth, needsComma)
  }

  fileprivate var unfinished: [UInt8] { buffer.bytes }

  /// Writes items of an array, at least one. If the writer passes chunks on, it passes on everything so far.
  package mutating func items(_ write: (inout JSONWriter) -> Void) {
    write(&self)
    guard let give else { return }
    precondition(!isAfterKey && !isOnOneLine, "no place for items on lines of their own")
    give(buffer.bytes)
    buffer.removeAll()
  }

  /// Writes items that were written in advance, at the same depth.
  package mutating func items(_ items: JSONItems) {
    precondition(depth == items.depth, "items that were written for another place")
    guard !items.bytes.isEmpty else { return }
    if needsComma { buffer.append(UInt8(ascii: ",")) }
    buffer.append(raw: items.bytes[...])
    needsComma = true
  }
}

extension ByteBuffer {
  /// Appends a text as a JSON string, without the quotes. With `escapesTags` no `<` is left, so that the string may stand
  /// inside a script of a page.
  package mutating func append(json text: String, escapesTags: Bool = false) {
    text.withBytes { append(json: $0, escapesTags: escapesTags) }
  }

  /// Appends UTF-8 bytes as a JSON string, without the quotes. With `escapesTags` no `<` is left.
  package mutating func append(
    json text: UnsafeBufferPointer<UInt8>, escapesTags: Bool = false
  ) {
    // If `<` needs no escape, the quote is compared twice instead.
    let tag = escapesTags ? UInt8(ascii: "<") : UInt8(ascii: "\"")
    var start = 0
    var index = 0
    while index < text.count {
      if let sixteen = SixteenBytes(text, from: index), !hasMark(sixteen, tag) {
        index = index &+ 16
        continue
      }
      let end = min(index + 16, text.count)
      while index < end {
        if let escape = escape(text[index], tag) {
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
          escape.withUTF8Buffer { bytes.append(contentsOf: $0) }
          start = index + 1
        }
        index += 1
      }
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Whether any of sixteen bytes must be escaped.
  @inline(__always)
  private func hasMark(_ bytes: SixteenBytes, _ tag: UInt8) -> Bool {
    let marks = bytes.places(of: UInt8(ascii: "\"")) | bytes.places(of: UInt8(ascii: "\\"))
    return !(marks | bytes.places(of: tag) | bytes.places(from: 0, to: 0x1F)).isEmpty
  }

  private func escape(_ byte: UInt8, _ tag: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case 0..<0x20: controlEscapes[Int(byte)]
    case tag: "\\u003c"
    default: nil
    }
  }
}

/// A line break with the indentation after it.
private let lineStart =
  [UInt8(ascii: "\n")] + [UInt8](repeating: UInt8(ascii: " "), count: 2 * deepestLineStart)
private let deepestLineStart = 16

/// The JSON escapes of the 32 control characters.
private let controlEscapes: [StaticString] = [
  "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007",
  "\\b", "\\t", "\\n", "\\u000b", "\\f", "\\r", "\\u000e", "\\u000f",
  "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014", "\\u0015", "\\u0016", "\\u0017",
  "\\u0018", "\\u0019", "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e", "\\u001f",
]
