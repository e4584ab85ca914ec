extension ByteBuffer {
  /// Puts what stands behind a place into one line, with one space where there was white space of any kind and none at its
  /// ends.
  package mutating func spaceSingly(from start: Int) {
    guard bytes[start...].allSatisfy({ $0 < 0x80 }) else { return spaceCharactersSingly(from: start) }
    let end = bytes.withUnsafeMutableBufferPointer { bytes in
      var end = start
      for index in start..<bytes.count {
        let byte = bytes[index]
        if !byte.isSpace {
          bytes[end] = byte
          end += 1
        } else if end > start, bytes[end - 1] != UInt8(ascii: " ") {
          bytes[end] = UInt8(ascii: " ")
          end += 1
        }
      }
      return end > start && bytes[end - 1] == UInt8(ascii: " ") ? end - 1 : end
    }
    removeAll(from: end)
  }

  /// The same where white space may be of more than one byte.
  private mutating func spaceCharactersSingly(from start: Int) {
    let text = removeText(from: start)
    append(raw: text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }
}

extension UInt8 {
  /// The white space of ASCII.
  fileprivate var isSpace: Bool { self == UInt8(ascii: " ") || (0x09...0x0D).contains(self) }
}
