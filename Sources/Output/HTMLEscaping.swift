extension ByteBuffer {
  /// Appends a text escaped for HTML, for an element or a quoted attribute.
  package mutating func append(html text: String) {
    text.withBytes { append(html: $0) }
  }

  /// Appends UTF-8 bytes escaped for HTML, for an element or a quoted attribute.
  package mutating func append(html text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while true {
      let mark = HTMLEscaping.firstMark(in: text, from: start)
      append(raw: UnsafeBufferPointer(rebasing: text[start..<mark]))
      guard mark < text.count else { return }
      HTMLEscaping.replacement(of: text[mark]).withUTF8Buffer { append(raw: $0) }
      start = mark + 1
    }
  }
}

/// The HTML escapes of `&`, `<`, `>` and both quotation marks.
package enum HTMLEscaping {
  /// The most bytes that `write` may write for a text of `count` bytes.
  package static func room(for count: Int) -> Int { 6 * count + slack }

  /// The number of bytes that `write` reads beyond the end of a text.
  package static let slack = 16

  /// Writes a text's bytes, escaped, and returns the number of bytes written.
  ///
  /// `target` must have `room(for: count)` bytes, and `slack` bytes after the text must be readable.
  package static func write(
    _ source: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var (read, written) = (0, 0)
    while read < count {
      // The sixteen bytes are stored before they are examined; bytes after a mark or the text's end are overwritten. The sums
      // cannot overflow, and this runs for every sixteen bytes of every page.
      let sixteen = SixteenBytes(source + read)
      sixteen.store(to: target + written)
      let length = min(marks(in: sixteen).first ?? 16, count &- read)
      read &+= length
      written &+= length
      guard length < 16, read < count else { continue }
      written &+= writeReplacement(of: source[read], to: target + written)
      read &+= 1
    }
    return written
  }

  private static func writeReplacement(
    of mark: UInt8, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    replacement(of: mark).withUTF8Buffer { bytes in
      for index in bytes.indices { target[index] = bytes[index] }
      return bytes.count
    }
  }

  /// Whether a text needs no escape.
  package static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    firstMark(in: text, from: 0) == text.count
  }

  /// The offset of the first byte to escape; the text's length if there is none.
  static func firstMark(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while text.count - index >= 16, let first = text.baseAddress {
      if let mark = marks(in: SixteenBytes(first + index)).first { return index + mark }
      index += 16
    }
    while index < text.count, !isMark(text[index]) { index += 1 }
    return index
  }

  /// The positions of bytes to escape. `&` and `'` differ in one bit, and so do `<` and `>`.
  @inline(__always)
  private static func marks(in bytes: SixteenBytes) -> SixteenBytes.Places {
    bytes.with(bits: 0x01).places(of: UInt8(ascii: "'"))
      | bytes.with(bits: 0x02).places(of: UInt8(ascii: ">"))
      | bytes.places(of: UInt8(ascii: "\""))
  }

  @inline(__always)
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }

  @inline(__always)
  static func replacement(of mark: UInt8) -> StaticString {
    switch mark {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: "&#39;"
    }
  }
}
