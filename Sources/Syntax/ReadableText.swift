internal import Diagnostics

/// The bytes that libyaml reads: those of the file, with a byte order mark blanked out.
///
/// Nil, with a diagnostic, when they are not a text that YAML allows (YAML 1.2, section 5.1). Checked here rather
/// than by libyaml, whose messages for it have no place and no plain words.
func readableText(of file: SourceFile, into bag: inout DiagnosticBag) -> [UInt8]? {
  guard file.bytes.count <= fileSizeLimit else {
    bag.report(FileTooLarge(range: file.startRange, size: file.bytes.count, limit: fileSizeLimit))
    return nil
  }
  if let problem = firstUnreadable(in: file) {
    bag.report(problem)
    return nil
  }
  guard file.bytes.starts(with: byteOrderMark) else { return file.bytes }
  // Line breaks rather than spaces, which would count as indentation; the length stays, and so do all offsets.
  return Array(repeating: UInt8(ascii: "\n"), count: 3) + file.bytes.dropFirst(3)
}

/// The largest file that is read, in bytes.
let fileSizeLimit = 256 << 20

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

private func firstUnreadable(in file: SourceFile) -> NotReadableText? {
  if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]) {
    return NotReadableText(range: file.startRange, cause: .otherEncoding)
  }
  if let offset = firstControlCharacter(in: file.bytes) {
    let range = SourceRange(file: file.id, start: offset, end: offset + 1)
    return NotReadableText(range: range, cause: .control(file.bytes[offset]))
  }
  return firstInvalidUTF8(in: file)
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

/// C1 controls, U+FFFE and U+FFFF are valid UTF-8 that YAML does not allow, nor a byte order mark inside the text.
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
