/// Writes JSON (RFC 8259), indented by two spaces, keys in the order in which they are written.
package struct JSONWriter: Sendable {
  private var buffer = ByteBuffer()
  private var depth = 0
  private var needsComma = false
  private var isAfterKey = false

  package init() {}

  /// The finished text, ended by a line break.
  package consuming func finish() -> [UInt8] {
    precondition(depth == 0, "an object or array was not closed")
    buffer.append(UInt8(ascii: "\n"))
    return buffer.bytes
  }

  package mutating func key(_ name: String) {
    beginItem()
    writeString(name)
    buffer.append(raw: ": ")
    isAfterKey = true
  }

  package mutating func string(_ value: String) {
    beginItem()
    writeString(value)
    needsComma = true
  }

  package mutating func integer(_ value: Int) {
    beginItem()
    buffer.append(raw: String(value))
    needsComma = true
  }

  package mutating func boolean(_ value: Bool) {
    beginItem()
    buffer.append(raw: value ? "true" : "false")
    needsComma = true
  }

  package mutating func object(_ write: (inout JSONWriter) -> Void) {
    group(UInt8(ascii: "{"), UInt8(ascii: "}"), write)
  }

  package mutating func array(_ write: (inout JSONWriter) -> Void) {
    group(UInt8(ascii: "["), UInt8(ascii: "]"), write)
  }

  private mutating func group(
    _ open: UInt8, _ close: UInt8, _ write: (inout JSONWriter) -> Void
  ) {
    beginItem()
    buffer.append(open)
    depth += 1
    needsComma = false
    write(&self)
    depth -= 1
    if needsComma { breakLine() }
    buffer.append(close)
    needsComma = true
  }

  private mutating func beginItem() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    if needsComma { buffer.append(UInt8(ascii: ",")) }
    if depth > 0 { breakLine() }
    needsComma = false
  }

  private mutating func breakLine() {
    buffer.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { buffer.append(raw: "  ") }
  }

  private mutating func writeString(_ value: String) {
    buffer.append(UInt8(ascii: "\""))
    buffer.append(json: value)
    buffer.append(UInt8(ascii: "\""))
  }
}

extension ByteBuffer {
  /// Appends a text so that it may stand between the quotes of a JSON string.
  package mutating func append(json text: String) {
    append(text) { byte in
      switch byte {
      case UInt8(ascii: "\""): "\\\""
      case UInt8(ascii: "\\"): "\\\\"
      case 0..<0x20: controlEscapes[Int(byte)]
      default: nil
      }
    }
  }
}

/// How JSON writes the 32 control characters.
private let controlEscapes: [StaticString] = [
  "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007",
  "\\b", "\\t", "\\n", "\\u000b", "\\f", "\\r", "\\u000e", "\\u000f",
  "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014", "\\u0015", "\\u0016", "\\u0017",
  "\\u0018", "\\u0019", "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e", "\\u001f",
]
