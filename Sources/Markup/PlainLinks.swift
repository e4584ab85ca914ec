extension MarkdownScan {
  /// Whether a text has no Markdown marks, so that there is nothing to find.
  package static func isNeedless(for text: Span<UInt8>) -> Bool {
    let count = endOfInk(in: text)
    guard count > 0 else { return true }
    guard !startsBlock(text[0]) else { return false }
    return text.withUnsafeBytes { bytes in
      var place = 0
      while place + 8 <= count {
        let eight = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        if !areLettersAndSpaces(eight) {
          for place in place..<(place + 8) where isMark(bytes[place]) { return false }
        }
        place += 8
      }
      while place < count {
        if isMark(bytes[place]) { return false }
        place += 1
      }
      return true
    }
  }
}

/// Whether eight bytes are all ASCII letters and spaces, as most are.
@inline(__always)
private func areLettersAndSpaces(_ bytes: UInt64) -> Bool {
  let high: UInt64 = 0x8080_8080_8080_8080
  let each: UInt64 = 0x0101_0101_0101_0101
  let small = (bytes | each &* 0x20) & ~high
  // The high bit of each sum shows whether a byte is at least "a", above "z", or no space.
  let isLetter = (small &+ each &* 0x1F) & ~(small &+ each &* 0x05)
  let isOther = ((bytes ^ each &* 0x20) & ~high) &+ each &* 0x7F
  return (isLetter | ~isOther) & ~bytes & high == high
}

/// The `[[links]]` of a text without other Markdown marks, found without the parser. Nil for any other text.
///
/// Anything that could change the meaning of a bracket, or make a word a link, is left to the parser.
func plainLinks(_ text: ArraySlice<UInt8>) -> [(range: Range<Int>, id: String)]? {
  guard let opening = text.first, !startsBlock(opening) else { return nil }
  var links: [(range: Range<Int>, id: String)] = []
  let first = text.startIndex
  var place = first
  while let byte = text.at(place) {
    if byte == UInt8(ascii: "[") {
      guard text.at(place + 1) == UInt8(ascii: "["),
        let end = text[(place + 2)...].firstIndex(where: { !isIDByte($0) }), end > place + 2,
        text.at(end) == UInt8(ascii: "]"), text.at(end + 1) == UInt8(ascii: "]"),
        !leadsOn(text.at(end + 2))
      else { return nil }
      let id = String(decoding: text[(place + 2)..<end], as: UTF8.self)
      links.append(((place - first)..<(end + 2 - first), id))
      place = end + 2
    } else {
      // Bare addresses become links without brackets.
      guard !isMark(byte), byte != UInt8(ascii: "/"), byte != UInt8(ascii: "@") else { return nil }
      place += 1
    }
  }
  return links
}

private func isIDByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
    true
  default: false
  }
}

/// Whether a byte after a closing bracket makes a Markdown link of the brackets.
private func leadsOn(_ byte: UInt8?) -> Bool {
  byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: ":")
}

extension ArraySlice<UInt8> {
  fileprivate func at(_ place: Int) -> UInt8? { place < endIndex ? self[place] : nil }
}
