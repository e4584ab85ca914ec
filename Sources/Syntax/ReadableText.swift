internal import Diagnostics

/// The bytes for libyaml: those of the file, with a byte order mark blanked out.
///
/// Nil, with a diagnostic, if they are not a text that YAML allows (YAML 1.2, section 5.1). libyaml's own messages for this
/// have no position and no plain words.
func readableText(of file: SourceFile, into bag: inout DiagnosticBag) -> [UInt8]? {
  guard file.bytes.count <= fileSizeLimit else {
    bag.report(FileTooLarge(range: file.startRange, size: file.bytes.count, limit: fileSizeLimit))
    return nil
  }
  if !TextSurvey(file.bytes).isCommon, let problem = firstUnreadable(in: file) {
    bag.report(problem)
    return nil
  }
  guard file.bytes.starts(with: byteOrderMark) else { return file.bytes }
  // Spaces would count as indentation, so line breaks take the mark's place. The length and all offsets stay the same.
  return Array(repeating: UInt8(ascii: "\n"), count: 3) + file.bytes.dropFirst(3)
}

/// The size in bytes of the largest file that is read.
let fileSizeLimit = 256 << 20

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

private func firstUnreadable(in file: SourceFile) -> NotReadableText? {
  if isUTF16(file.bytes) {
    return NotReadableText(range: file.startRange, cause: .otherEncoding)
  }
  let control = firstControlCharacter(in: file.bytes)
  let invalid = firstInvalidUTF8(in: file)
  guard control != nil || invalid != nil else { return nil }
  if isBinary(file.bytes) { return NotReadableText(range: file.startRange, cause: .binary) }
  guard let control, control < invalid?.range.map({ Int($0.start) }) ?? Int.max else {
    return invalid
  }
  let range = SourceRange(file: file.id, start: control, end: control + 1)
  return NotReadableText(range: range, cause: .control(file.bytes[control]))
}

/// Whether a file is UTF-16: it starts with a byte order mark, or nearly every other byte at its start is zero.
private func isUTF16(_ bytes: [UInt8]) -> Bool {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
  let start = bytes.prefix(256)
  let zeros = start.indices.filter { start[$0] == 0 }
  guard start.count >= 8, zeros.count >= start.count * 2 / 5 else { return false }
  return zeros.allSatisfy { $0 % 2 == 0 } || zeros.allSatisfy { $0 % 2 == 1 }
}

/// Whether a file is binary, such as a picture or an archive, rather than a text with a stray control character.
private func isBinary(_ bytes: [UInt8]) -> Bool {
  let starts: [[UInt8]] = [
    [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("PK\u{3}\u{4}".utf8), Array("%PDF".utf8),
  ]
  if starts.contains(where: { bytes.starts(with: $0) }) { return true }
  let start = bytes.prefix(1024)
  let odd = start.count { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D || $0 == 0x7F }
  return odd >= 4 && odd * 20 > start.count
}

/// The offset of the first control character other than tab and line breaks.
private func firstControlCharacter(in bytes: [UInt8]) -> Int? {
  bytes.firstIndex { byte in
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F
  }
}

private func firstInvalidUTF8(in file: SourceFile) -> NotReadableText? {
  guard file.bytes.contains(where: { $0 >= 0x80 }) else { return nil }
  do {
    _ = try UTF8Span(validating: file.bytes.span)
  } catch {
    let range = SourceRange(
      file: file.id, start: error.byteOffsets.lowerBound, end: error.byteOffsets.upperBound)
    return NotReadableText(range: range, cause: .notUTF8(file.bytes[error.byteOffsets.lowerBound]))
  }
  return firstForbiddenScalar(in: file)
}

/// The first character that is valid UTF-8 but not allowed in YAML: C1 controls, U+FFFE, U+FFFF, and a byte order mark inside
/// the text.
private func firstForbiddenScalar(in file: SourceFile) -> NotReadableText? {
  let bytes = file.bytes
  for index in bytes.indices.dropLast() where bytes[index] >= 0xC2 {
    let (first, second) = (bytes[index], bytes[index + 1])
    if first == 0xC2, second < 0xA0, second != 0x85 {
      let range = SourceRange(file: file.id, start: index, end: index + 2)
      return NotReadableText(range: range, cause: .control(second))
    }
    guard index + 2 < bytes.count else { continue }
    let third = bytes[index + 2]
    let isNoncharacter = first == 0xEF && second == 0xBF && third >= 0xBE
    let isInnerMark = index > 0 && first == 0xEF && second == 0xBB && third == 0xBF
    if isNoncharacter || isInnerMark {
      let range = SourceRange(file: file.id, start: index, end: index + 3)
      return NotReadableText(range: range, cause: .hidden)
    }
  }
  return nil
}
