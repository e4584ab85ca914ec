/// The characters of a text, as the reader gets it, that nobody can see and that change how other programs read or show it.
func invisibleCharacters(in text: String) -> Set<UInt32> {
  // Plain letters have none of them, and are nearly all there is.
  guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 >= 0xE2 }) else {
    return []
  }
  return Set(text.unicodeScalars.map(\.value).filter(isInvisible))
}

/// Control characters, noncharacters, line separators, and marks for the direction of writing. The parser puts U+FFFD in
/// the place of NUL.
private func isInvisible(_ code: UInt32) -> Bool {
  switch code {
  case 0x09, 0x0A: false
  case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF, 0xFFFD: true
  default: code & 0xFFFE == 0xFFFE
  }
}

/// The entities with a number, such as `&#27;` and `&#x1B;`, and the code of the character that each becomes.
func numericEntities(in bytes: [UInt8]) -> [(range: Range<Int>, code: UInt32)] {
  var found: [(range: Range<Int>, code: UInt32)] = []
  var place = 0
  while place + 3 < bytes.count {
    if bytes[place] == UInt8(ascii: "&"), let entity = numericEntity(in: bytes, at: place) {
      found.append(entity)
      place = entity.range.upperBound
    } else {
      place += 1
    }
  }
  return found
}

private func numericEntity(
  in bytes: [UInt8], at start: Int
) -> (range: Range<Int>, code: UInt32)? {
  guard bytes[start + 1] == UInt8(ascii: "#") else { return nil }
  let isHexadecimal = bytes[start + 2] | 0x20 == UInt8(ascii: "x")
  let digits = bytes[(start + (isHexadecimal ? 3 : 2))...].prefix(8).prefix {
    $0 != UInt8(ascii: ";")
  }
  guard digits.endIndex < bytes.count, bytes[digits.endIndex] == UInt8(ascii: ";"),
    let code = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
  else { return nil }
  return (start..<(digits.endIndex + 1), isReplaced(code) ? 0xFFFD : code)
}

/// Where a link to an id most likely stands that is written with entities or backslashes: from the first sign that could
/// begin it to the brackets that close it, or else to the end of the line.
func escapedLink(in bytes: [UInt8], from start: Int) -> Range<Int> {
  let signs: [UInt8] = [UInt8(ascii: "["), UInt8(ascii: "&"), UInt8(ascii: "\\")]
  guard let first = bytes[start...].firstIndex(where: signs.contains) else {
    return start..<bytes.count
  }
  let lineEnd = bytes[first...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  let bracket = UInt8(ascii: "]")
  let close = bytes[first..<lineEnd].indices.first { place in
    bytes[place] == bracket && place + 1 < lineEnd && bytes[place + 1] == bracket
  }
  return first..<(close.map { $0 + 2 } ?? lineEnd)
}

/// Whether the parser puts U+FFFD, or bytes that are read as such, in the place of a character.
private func isReplaced(_ code: UInt32) -> Bool {
  code == 0 || code == 0xFFFE || code == 0xFFFF || code > 0x10_FFFF
}
