/// The text with every run of white space reduced to one space, and none at its ends.
package func inOneLine(_ text: String) -> String {
  if text.withBytes(isInOneLine) { return text }
  var buffer = ByteBuffer()
  buffer.append(raw: text)
  buffer.spaceSingly(from: 0)
  return String(decoding: buffer.bytes, as: UTF8.self)
}

/// Whether a text certainly is in one line already.
///
/// Swift's characters take a hundred times as long. They are left for texts with no-break spaces or with letters beyond U+02FF,
/// which include spaces and combining accents.
private func isInOneLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  let space = UInt8(ascii: " ")
  var before = space
  for byte in bytes {
    guard
      byte > space && byte < 0xC2 || (0xC3...0xCB).contains(byte)
        || byte == space && before != space
    else { return false }
    before = byte
  }
  return bytes.isEmpty || before != space
}

extension ByteBuffer {
  /// Reduces every run of white space after an offset to one space, and removes it at both ends.
  package mutating func spaceSingly(from start: Int) {
    switch spacing(from: start) {
    case .single: return
    case .ofCharacters: return spaceCharactersSingly(from: start)
    case .ofBytes: break
    }
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

  private func spacing(from start: Int) -> Spacing {
    bytes.withUnsafeBytes { Spacing(of: UnsafeRawBufferPointer(rebasing: $0[start...])) }
  }

  /// Spaces a text whose white space may be non-ASCII.
  private mutating func spaceCharactersSingly(from start: Int) {
    let text = removeText(from: start)
    append(raw: text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }
}

extension UInt8 {
  /// Whether the byte is ASCII white space.
  fileprivate var isSpace: Bool { self == UInt8(ascii: " ") || (0x09...0x0D).contains(self) }
}

/// The spacing of a text, found by examining eight bytes at a time.
private enum Spacing {
  /// One space between words, and no other white space.
  case single
  /// ASCII only, perhaps with other spacing.
  case ofBytes
  /// Not ASCII only.
  case ofCharacters

  init(of text: UnsafeRawBufferPointer) {
    let space = UInt8(ascii: " ")
    guard let first = text.first, let last = text.last else {
      self = .single
      return
    }
    var isSingle = first > space && last > space
    var isASCII = true
    var index = 0
    // The byte after the eight is read as well, to find two spaces in a row.
    while index + 9 <= text.count {
      let eight = text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let next = text.loadUnaligned(fromByteOffset: index + 1, as: UInt64.self)
      isASCII = isASCII && eight & every(0x80) == 0
      // The sums cannot overflow, since no byte is above 127.
      let low = eight & every(0x7F)
      let areAbove = (low &+ every(0x7F - space)) & every(0x80)
      let areSpaces = ~((low ^ every(space)) &+ every(0x7F)) & every(0x80)
      let areSpacesNext = ~((next & every(0x7F) ^ every(space)) &+ every(0x7F)) & every(0x80)
      if areAbove | areSpaces != every(0x80) || areSpaces & areSpacesNext != 0 { isSingle = false }
      index += 8
    }
    while index < text.count {
      let byte = text[index]
      isASCII = isASCII && byte < 0x80
      if byte < space || byte == space && index + 1 < text.count && text[index + 1] == space {
        isSingle = false
      }
      index += 1
    }
    self = !isASCII ? .ofCharacters : isSingle ? .single : .ofBytes
  }
}
