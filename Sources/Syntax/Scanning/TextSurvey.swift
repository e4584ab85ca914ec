/// A survey of the bytes in a text, made in one pass.
struct TextSurvey {
  /// Whether the text is valid UTF-8 that YAML allows, with no tab, no line break but LF, and no byte order mark. Nearly every
  /// file is.
  let isCommon: Bool

  init(_ bytes: [UInt8]) {
    let (hasControl, isASCII) = TextSurvey.survey(bytes)
    guard !hasControl, !isASCII else {
      isCommon = !hasControl
      return
    }
    let isValid = (try? UTF8Span(validating: bytes.span)) != nil
    isCommon = isValid && !TextSurvey.needsFullParser(bytes)
  }

  /// Whether there is a byte below 0x20 other than a line feed, or a DEL; and whether all bytes are ASCII.
  private static func survey(_ bytes: [UInt8]) -> (hasControl: Bool, isASCII: Bool) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let text = unsafe TextBytes(bytes) else { return (false, true) }
      var found: UInt64 = 0
      var all: UInt64 = 0
      var offset = 0
      while offset &+ 8 <= text.count {
        let word = text.word(at: offset)
        found |= ByteSearch.controls(in: word)
        all |= word
        offset &+= 8
      }
      while offset < text.count {
        let word = ByteSearch.each(text[offset])
        found |= ByteSearch.controls(in: word)
        all |= word
        offset &+= 1
      }
      return (found != 0, all & ByteSearch.highBits == 0)
    }
  }

  /// Whether valid UTF-8 has a C1 control or NEL, LS or PS, which break lines; a byte order mark; or a noncharacter.
  private static func needsFullParser(_ bytes: [UInt8]) -> Bool {
    let span = bytes.span
    var offset = 0
    while offset < span.count {
      let byte = span[offset]
      if byte >= 0xC2 {
        // A byte from 0xC2 on starts a sequence, whose bytes exist in valid UTF-8.
        let second = span[offset + 1]
        if byte == 0xC2, second < 0xA0 { return true }
        if byte == 0xE2, second == 0x80, span[offset + 2] & 0xFE == 0xA8 { return true }
        if byte == 0xEF, second == 0xBB && span[offset + 2] == 0xBF { return true }
        if byte == 0xEF, second == 0xBF && span[offset + 2] >= 0xBE { return true }
      }
      offset += 1
    }
    return false
  }
}

extension ByteSearch {
  /// Not zero if one of eight bytes is a control character other than a line feed.
  @inline(__always)
  static func controls(in word: UInt64) -> UInt64 {
    let isAbove = (word | highBits) &- each(0x20)
    let isControl = ~isAbove & ~word & highBits
    return isControl & ~equal(to: 0x0A, in: word) | equal(to: 0x7F, in: word)
  }

  /// The high bit of each byte that equals `byte`, and no other bit.
  @inline(__always)
  private static func equal(to byte: UInt8, in word: UInt64) -> UInt64 {
    let difference = word ^ each(byte)
    return ~((difference & ~highBits) &+ ~highBits | difference) & highBits
  }
}
