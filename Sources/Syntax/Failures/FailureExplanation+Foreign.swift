internal import Diagnostics
internal import Output

extension FailureExplanation {
  /// The diagnosis of signs that came from elsewhere: from Git, from Markdown, from a web page.
  var foreignWriting: Diagnostic? {
    if let conflict = conflictMarks { return Diagnostic(conflict) }
    if let space = invisibleSpace(in: file, upTo: line.upperBound) { return Diagnostic(space) }
    if let mark = foreignMark { return Diagnostic(mark) }
    return nil
  }

  /// The first conflict that Git left at or before the line at which reading stopped.
  private var conflictMarks: ConflictMarks? {
    var first: Range<Int>?
    var numbers = (first: 0, last: 0)
    for (index, line) in lines.all.enumerated() {
      guard first != nil || line.lowerBound <= self.line.upperBound else { break }
      guard let mark = conflictMark(line) else { continue }
      // A second conflict begins.
      if first != nil, mark == UInt8(ascii: "<") { break }
      if first == nil { (first, numbers.first) = (line, index + 1) }
      numbers.last = index + 1
      if mark == UInt8(ascii: ">") { break }
    }
    guard let first else { return nil }
    return ConflictMarks(
      range: SourceRange(file: file.id, start: first.lowerBound, end: first.upperBound),
      firstLine: numbers.first, lastLine: numbers.last)
  }

  /// The sign of which a line begins with seven, as Git's marks do.
  private func conflictMark(_ line: Range<Int>) -> UInt8? {
    guard line.count >= 7, let sign = file.bytes[line].first, "<|=>".utf8.contains(sign),
      file.bytes[line].prefix(7).allSatisfy({ $0 == sign })
    else { return nil }
    let isAlone = line.count == 7
    let hasName = line.count > 8 && file.bytes[line.lowerBound + 7] == UInt8(ascii: " ")
    return sign == UInt8(ascii: "=") ? (isAlone ? sign : nil) : (isAlone || hasName ? sign : nil)
  }

  /// A comment or a mark of another language, on the line where reading stopped or the one before it.
  private var foreignMark: ForeignMark? {
    for line in [lines.line(before: line), line] {
      guard let line else { continue }
      let range = lines.content(of: line)
      let content = lines.text(range.offsets)
      guard let mark = foreignMark(content) else { continue }
      return ForeignMark(
        range: range, mark: mark, content: commentText(content),
        indentation: lines.text(line.lowerBound..<Int(range.start)))
    }
    return nil
  }

  private func foreignMark(_ content: String) -> ForeignMark.Mark? {
    if content.hasPrefix("```") || content.hasPrefix("~~~") { return .fence }
    if content == "..." { return .documentEnd }
    return commentSigns.first { content.hasPrefix($0.start) }.map { .comment(inOneLine($0.start)) }
  }

  /// The text of a comment without the signs around it.
  private func commentText(_ content: String) -> String {
    guard let signs = commentSigns.first(where: { content.hasPrefix($0.start) }) else {
      return content
    }
    var text = content.dropFirst(signs.start.utf8.count)
    if !signs.end.isEmpty, text.hasSuffix(signs.end) { text = text.dropLast(signs.end.utf8.count) }
    return inOneLine(String(text))
  }
}

/// The signs around a comment in other languages.
private let commentSigns = [
  (start: "//", end: ""), (start: "/*", end: "*/"), (start: "<!--", end: "-->"),
  (start: "-- ", end: ""), (start: "; ", end: ""),
]

/// The first character up to an offset that looks like a space and stands where YAML needs one, with edits for all in the file.
func invisibleSpace(in file: SourceFile, upTo limit: Int) -> InvisibleSpace? {
  guard file.bytes.contains(where: { $0 >= 0x80 }) else { return nil }
  let lines = SourceLines(file: file)
  var edits: [Diagnostic.Edit] = []
  var first: (range: SourceRange, line: Range<Int>, editCount: Int)?
  for line in lines.all where file.bytes[line].contains(where: { $0 >= 0x80 }) {
    let found = invisibleSpaces(in: line, of: file)
    guard !found.isEmpty else { continue }
    if first == nil {
      guard line.lowerBound <= limit else { return nil }
      first = (found[0].range, line, found.count)
    }
    edits.append(contentsOf: found)
  }
  guard let first else { return nil }
  var corrected: [UInt8] = []
  var place = first.line.lowerBound
  for edit in edits.prefix(first.editCount) {
    corrected += file.bytes[place..<Int(edit.range.start)] + Array(edit.replacement.utf8)
    place = Int(edit.range.end)
  }
  corrected += file.bytes[place..<first.line.upperBound]
  let sign = String(decoding: file.bytes[first.range.offsets], as: UTF8.self)
  return InvisibleSpace(
    range: first.range, edits: edits, corrected: String(decoding: corrected, as: UTF8.self),
    name: sign == "\u{A0}" ? "a non-breaking space" : "another character")
}

/// The edits for such characters at the start of a line, behind its dashes and around the colon of its key.
private func invisibleSpaces(in line: Range<Int>, of file: SourceFile) -> [Diagnostic.Edit] {
  let bytes = file.bytes
  var edits: [Diagnostic.Edit] = []
  var place = line.lowerBound

  /// Passes over spaces of all kinds, and notes those that are not of the keyboard.
  func passSpace(needsOne: Bool) {
    let start = place
    var hasSpace = false
    var found: [Diagnostic.Edit] = []
    while place < line.upperBound {
      if bytes[place] == UInt8(ascii: " ") {
        (place, hasSpace) = (place + 1, true)
      } else if let (length, isWide) = invisibleLength(bytes, at: place, before: line.upperBound) {
        let range = SourceRange(file: file.id, start: place, end: place + length)
        found.append(Diagnostic.Edit(range, isWide && start == line.lowerBound ? " " : ""))
        place += length
      } else {
        break
      }
    }
    if needsOne, !hasSpace, let edit = found.first {
      found[0] = Diagnostic.Edit(edit.range, " ")
    }
    edits += found
  }

  passSpace(needsOne: false)
  while place < line.upperBound, bytes[place] == UInt8(ascii: "-"), place + 1 < line.upperBound,
    bytes[place + 1] == UInt8(ascii: " ")
      || invisibleLength(bytes, at: place + 1, before: line.upperBound) != nil
  {
    place += 1
    passSpace(needsOne: true)
  }
  let keyStart = place
  while place < line.upperBound, isKeyByte(bytes[place]) { place += 1 }
  guard place > keyStart else { return bytes[line].contains(UInt8(ascii: ":")) ? edits : [] }
  let before = edits
  passSpace(needsOne: false)
  guard place < line.upperBound, bytes[place] == UInt8(ascii: ":") else {
    // Not a key: only an item of a list may start with such a character.
    return before.isEmpty || bytes[keyStart - 1] == UInt8(ascii: ":") ? [] : before
  }
  place += 1
  passSpace(needsOne: place < line.upperBound)
  return edits
}

/// The length of a character that looks like a space or like nothing, and whether it is as wide as a space; nil for others.
private func invisibleLength(
  _ bytes: [UInt8], at place: Int, before end: Int
) -> (length: Int, isWide: Bool)? {
  guard place + 1 < end else { return nil }
  if bytes[place] == 0xC2, bytes[place + 1] == 0xA0 { return (2, true) }
  guard place + 2 < end else { return nil }
  switch (bytes[place], bytes[place + 1], bytes[place + 2]) {
  case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
    (0xE3, 0x80, 0x80):
    return (3, true)
  case (0xE2, 0x80, 0x8B...0x8D), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return (3, false)
  default: return nil
  }
}
