/// The form of bytes on a stream. A command in them is made harmless in the way of the form.
package enum StreamForm: Sendable {
  /// Text for people.
  case text

  /// Text for people with terminal commands of our own: colours, and carriage returns.
  case coloured

  /// JSON, in which all that is escaped stays as it was for its reader.
  case json

  /// XML, in which all that is escaped stays as it was for its reader.
  case xml

  /// CSV, whose lines end as on Windows.
  case csv

  /// A patch. Line breaks of Windows stay, and so do the marks that a patch may remove.
  case patch
}

/// The bytes without anything that a terminal or the log of a CI job would obey, whoever wrote it.
///
/// A terminal obeys control characters (ECMA-48), apart from line feeds and tabs. Marks that change the direction of text
/// disguise what a line says. GitHub's runner obeys a line that starts with `::` after any white space, or that holds `##[`.
/// Azure Pipelines and TeamCity obey `##vso[` and `##teamcity[`. GitLab's sections need an escape character.
package func harmless(_ bytes: [UInt8], as form: StreamForm = .text) -> [UInt8] {
  var result: [UInt8] = []
  var copied = 0
  var index = 0
  var isAtStart = true
  while index < bytes.count {
    if let command = command(at: index, in: bytes, isAtStart: isAtStart, form) {
      result += bytes[copied..<index]
      append(command, of: bytes[index..<(index + command.length)], as: form, to: &result)
      index += command.length
      copied = index
      isAtStart = false
      continue
    }
    if bytes[index] == UInt8(ascii: "\n") {
      isAtStart = true
      index += 1
      continue
    }
    let space = isAtStart ? whiteSpaceLength(at: index, in: bytes) : 0
    isAtStart = space > 0
    index += max(1, space)
  }
  guard copied > 0 else { return bytes }
  return result + bytes[copied...]
}

/// The text as `harmless` writes it for people.
package func harmless(_ text: String) -> String {
  String(decoding: harmless(Array(text.utf8)), as: UTF8.self)
}

/// The start of a command, which is changed so that nobody obeys it.
private enum Command {
  /// A control character, of so many bytes.
  case control(Int)

  /// `##`, before `[` or a word and `[`.
  case hashes

  /// `::` at the start of a line.
  case colons

  var length: Int {
    switch self {
    case .control(let length): length
    case .hashes, .colons: 2
    }
  }
}

private func command(
  at index: Int, in bytes: [UInt8], isAtStart: Bool, _ form: StreamForm
) -> Command? {
  func byte(_ offset: Int) -> UInt8 {
    index + offset < bytes.count ? bytes[index + offset] : 0
  }
  switch bytes[index] {
  case UInt8(ascii: "\t"), UInt8(ascii: "\n"): return nil
  case UInt8(ascii: ":"):
    return isAtStart && byte(1) == UInt8(ascii: ":") ? .colons : nil
  case UInt8(ascii: "#"):
    guard byte(1) == UInt8(ascii: "#") else { return nil }
    let end = bytes[(index + 2)...].firstIndex { !isLetter($0) }
    return end.map { bytes[$0] } == UInt8(ascii: "[") ? .hashes : nil
  case UInt8(ascii: " ")..<0x7F: return nil
  default: break
  }
  if form == .coloured { return nil }
  switch (bytes[index], byte(1), byte(2)) {
  case (UInt8(ascii: "\r"), UInt8(ascii: "\n"), _) where form == .patch || form == .csv: return nil
  case (0..<0x20, _, _), (0x7F, _, _): return .control(1)
  case (0xC2, 0x80..<0xA0, _): return .control(2)
  // U+202A to U+202E, and U+2066 to U+2069.
  case (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA6...0xA9):
    return form == .patch ? nil : .control(3)
  default: return nil
  }
}

private func append(
  _ command: Command, of bytes: ArraySlice<UInt8>, as form: StreamForm, to result: inout [UInt8]
) {
  let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  switch (command, form) {
  case (.hashes, .json): result += "#\\u0023".utf8
  case (.hashes, .xml): result += "#&#35;".utf8
  case (.hashes, _): result += "## ".utf8
  // No line of JSON starts with a text.
  case (.colons, .json): result += bytes
  case (.colons, .xml): result += "&#58;:".utf8
  case (.colons, _): result += "\\::".utf8
  case (.control, .json):
    let digits = String(scalar.value, radix: 16)
    result += "\\u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)".utf8
  case (.control, .xml) where scalar.value >= 0x7F || scalar == "\r":
    result += "&#\(scalar.value);".utf8
  case (.control, _):
    let picture = scalar.value < 0x20 ? Unicode.Scalar(0x2400 + scalar.value) : nil
    result += String(picture ?? "\u{FFFD}").utf8
  }
}

private func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

/// The length of the white space character at an index, as .NET trims it for GitHub's runner; 0 if there is none.
private func whiteSpaceLength(at index: Int, in bytes: [UInt8]) -> Int {
  let byte = bytes[index]
  if byte < 0x80 { return byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) ? 1 : 0 }
  let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  guard index + length <= bytes.count else { return 0 }
  let text = String(decoding: bytes[index..<(index + length)], as: UTF8.self)
  return text.unicodeScalars.first?.properties.isWhitespace == true ? length : 0
}
