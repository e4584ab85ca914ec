extension ByteBuffer {
  /// Appends a text so that HTML shows it as it is, in an element or in a quoted attribute.
  package mutating func append(html text: String) {
    text.withBytes { append(html: $0) }
  }

  /// The same for a text's bytes.
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

/// What stands for the characters that HTML would read as marks: `&`, `<`, `>` and both quotation marks.
package enum HTMLEscaping {
  /// How many bytes `write` may write for so many bytes of text.
  package static func room(for count: Int) -> Int { 6 * count + 8 }

  /// How many bytes `write` reads behind a text.
  package static let slack = 8

  /// Writes a text's bytes with its marks replaced, and returns how many bytes that made.
  ///
  /// There is `room` in `target`, and `slack` behind the text.
  package static func write(
    _ source: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var (read, written) = (0, 0)
    while read < count {
      // Written before it is looked at: what follows a mark or the text's end is overwritten. The sums cannot overflow,
      // and this runs for each eight bytes of each page.
      let length = min(count &- read, 8)
      let block = UnsafeRawPointer(source + read).loadUnaligned(as: UInt64.self)
      UnsafeMutableRawPointer(target + written).storeBytes(of: block, as: UInt64.self)
      // The first byte is the lowest, so this drops what stands behind the text.
      let own =
        length == 8 ? block : block.littleEndian &<< UInt64(truncatingIfNeeded: 64 &- 8 &* length)
      if hasMark(own) {
        written &+= replaceMarks(source + read, length, to: target + written)
      } else {
        written &+= length
      }
      read &+= length
    }
    return written
  }

  /// Writes a few bytes one by one.
  private static func replaceMarks(
    _ source: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var written = 0
    for index in 0..<count {
      let byte = source[index]
      guard isMark(byte) else {
        target[written] = byte
        written += 1
        continue
      }
      replacement(of: byte).withUTF8Buffer { bytes in
        for index in bytes.indices { target[written + index] = bytes[index] }
        written += bytes.count
      }
    }
    return written
  }

  /// Whether a text has no mark in it.
  package static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    firstMark(in: text, from: 0) == text.count
  }

  /// Where the first mark stands; the end if there is none.
  static func firstMark(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while text.count - index >= 8, let first = text.baseAddress,
      !hasMark(UnsafeRawPointer(first + index).loadUnaligned(as: UInt64.self))
    {
      index += 8
    }
    while index < text.count, !isMark(text[index]) { index += 1 }
    return index
  }

  /// Whether any of eight bytes is a mark. `&` and `'` differ in one bit, and so do `<` and `>`.
  @inline(__always)
  private static func hasMark(_ block: UInt64) -> Bool {
    zeros(in: (block | every(0x01)) ^ every(UInt8(ascii: "'")))
      | zeros(in: (block | every(0x02)) ^ every(UInt8(ascii: ">")))
      | zeros(in: block ^ every(UInt8(ascii: "\""))) != 0
  }

  /// Not zero if any of eight bytes is zero.
  @inline(__always)
  private static func zeros(in block: UInt64) -> UInt64 {
    (block &- every(0x01)) & ~block & every(0x80)
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
