extension String {
  /// The text in one line, with one space where there was white space of any kind and none at its ends.
  package var singleSpaced: String {
    var text = self
    let isASCII = text.withUTF8 { $0.allSatisfy { $0 < 0x80 } }
    guard isASCII else {
      return split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return text.withUTF8 { source in
      String(unsafeUninitializedCapacity: source.count) { target in
        var count = 0
        for byte in source {
          if byte.isSpace {
            if count > 0, target[count - 1] != UInt8(ascii: " ") {
              target[count] = UInt8(ascii: " ")
              count += 1
            }
          } else {
            target[count] = byte
            count += 1
          }
        }
        if count > 0, target[count - 1] == UInt8(ascii: " ") { count -= 1 }
        return count
      }
    }
  }
}

extension UInt8 {
  /// The white space of ASCII.
  fileprivate var isSpace: Bool { self == UInt8(ascii: " ") || (0x09...0x0D).contains(self) }
}
