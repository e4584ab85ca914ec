internal import Diagnostics

/// Says in an author's words why libyaml stopped.
///
/// libyaml reports where it gave up, which is often one line or more below the mistake; the text around that place
/// tells what the mistake was.
struct FailureExplanation {
  let file: SourceFile

  /// libyaml's own words, such as "did not find expected key" and "while parsing a block mapping".
  let problem: String
  let context: String

  /// Byte offsets of where it gave up and of what it was reading then.
  let offset: Int
  let contextOffset: Int?

  /// The last scalar that was read before.
  let lastScalar: SyntaxTree.Node?

  var diagnostic: Diagnostic {
    if let tab = tabInIndentation { return Diagnostic(tab) }
    if let quote = unclosedQuote { return Diagnostic(quote) }
    if let text = textAfterQuote { return Diagnostic(text) }
    if let dash = dashWithoutSpace { return Diagnostic(dash) }
    switch problem {
    case "mapping values are not allowed in this context": return colonProblem
    case "could not find expected ':'": return missingColon
    case "block sequence entries are not allowed in this context":
      return Diagnostic(ListOnKeyLine(range: range(at: offset, count: 1)))
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return unclosedBracket
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>":
      return wrongIndentation
    case "found character that cannot start any token", "did not find expected node content",
      "did not find expected alphabetic or numeric character":
      return reservedCharacter
    default:
      if context.hasPrefix("while scanning a tag") || context.hasPrefix("while parsing a tag") {
        return reservedCharacter
      }
      return invalid
    }
  }
}

extension FailureExplanation {
  private var invalid: Diagnostic {
    Diagnostic(
      InvalidYAML(range: range(at: offset, count: 1), problem: problem, context: context))
  }

  /// A tab before the first other character of the line where reading stopped, or of the line before it.
  private var tabInIndentation: TabIndentation? {
    for line in [line(at: offset), lineBefore(offset)] {
      guard let line else { continue }
      let indentation = file.bytes[line].prefix { $0 == UInt8(ascii: " ") || $0 == tab }
      guard let place = indentation.firstIndex(of: tab), indentation.endIndex < line.upperBound
      else { continue }
      let corrected = indentation.map { $0 == tab ? "  " : " " }.joined()
      return TabIndentation(
        range: range(at: place, count: 1),
        corrected: corrected + text(indentation.endIndex..<line.upperBound))
    }
    return nil
  }

  /// A quotation mark with no other, or one whose text swallowed what followed it up to another text's mark.
  private var unclosedQuote: UnclosedQuote? {
    if context == "while scanning a quoted scalar", let contextOffset,
      problem == "found unexpected end of stream"
        || problem == "found unexpected document indicator"
    {
      return UnclosedQuote(
        range: range(at: contextOffset, count: 1), quote: character(at: contextOffset))
    }
    guard let scalar = lastScalar,
      scalar.style == .singleQuoted || scalar.style == .doubleQuoted,
      file.bytes[Int(scalar.start)..<Int(scalar.stop)].contains(newline),
      line(at: offset) == line(at: Int(scalar.stop))
    else { return nil }
    let start = Int(scalar.start)
    return UnclosedQuote(range: range(at: start, count: 1), quote: character(at: start))
  }

  /// What follows a text in quotes on its line, where nothing can follow.
  private var textAfterQuote: TextAfterQuote? {
    guard let scalar = lastScalar, scalar.style == .singleQuoted || scalar.style == .doubleQuoted,
      problem.hasPrefix("did not find expected") || problem == "could not find expected ':'"
    else { return nil }
    let line = line(at: Int(scalar.stop))
    let place = file.bytes[Int(scalar.stop)..<line.upperBound].firstIndex {
      $0 != UInt8(ascii: " ")
    }
    guard let place, !",]}:#".utf8.contains(file.bytes[place]) else { return nil }
    let text = SourceRange(file: file.id, start: Int(scalar.start), end: Int(scalar.stop))
    let range = SourceRange(file: file.id, start: place, end: Int(content(of: line).end))
    return TextAfterQuote(range: range, quote: character(at: Int(scalar.start)), text: text)
  }

  /// A line that starts with a dash and goes on at once, like an item of the list it stands in or follows.
  private var dashWithoutSpace: DashWithoutSpace? {
    let line = line(at: offset)
    let start = line.lowerBound + indentation(of: line)
    guard start + 1 < line.upperBound, file.bytes[start] == UInt8(ascii: "-"),
      isLetter(file.bytes[start + 1])
    else { return nil }
    return DashWithoutSpace(
      range: range(at: start, count: 1),
      corrected: text(line.lowerBound..<start) + "- " + text((start + 1)..<line.upperBound))
  }

  /// A colon in a text, or a line indented so far that YAML reads it as part of the text above.
  private var colonProblem: Diagnostic {
    let line = line(at: offset)
    if let start = textStart(before: offset, in: line) {
      let corrected =
        text(line.lowerBound..<start) + "'"
        + text(start..<line.upperBound).split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''") + "'"
      return Diagnostic(ColonInText(range: range(at: offset, count: 1), corrected: corrected))
    }
    return Diagnostic(
      WrongIndentation(
        range: content(of: line), cause: .deeper, found: indentation(of: line),
        expected: lineBefore(offset).map(keyColumn), sibling: nil))
  }

  private var missingColon: Diagnostic {
    let line = line(at: contextOffset ?? offset)
    let written = content(of: line)
    let bytes = file.bytes[Int(written.start)..<Int(written.end)]
    var corrected: String?
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon + 1 < bytes.endIndex,
      bytes[..<colon].allSatisfy({ isKeyByte($0) })
    {
      corrected = text(line.lowerBound..<(colon + 1)) + " " + text((colon + 1)..<line.upperBound)
    }
    return Diagnostic(MissingColon(range: written, corrected: corrected))
  }

  private var unclosedBracket: Diagnostic {
    guard let contextOffset else { return invalid }
    return Diagnostic(
      UnclosedBracket(
        range: range(at: contextOffset, count: 1), bracket: character(at: contextOffset),
        place: range(at: offset, count: 1)))
  }

  private var wrongIndentation: Diagnostic {
    let line = line(at: offset)
    let sibling = contextOffset.map { range(at: $0, count: 1) }
    let expected = contextOffset.map { $0 - self.line(at: $0).lowerBound }
    let isAmongItems = problem == "did not find expected '-' indicator"
    return Diagnostic(
      WrongIndentation(
        range: content(of: line), cause: isAmongItems ? .keyAmongItems : .other,
        found: indentation(of: line), expected: expected, sibling: sibling))
  }

  private var reservedCharacter: Diagnostic {
    let place = context.hasPrefix("while scanning") ? contextOffset ?? offset : offset
    let start = reserved.contains(byte(at: place) ?? 0) ? place : offset
    guard let first = byte(at: start), reserved.contains(first) else { return invalid }
    let line = line(at: start)
    let corrected =
      text(line.lowerBound..<start) + "'" + text(start..<line.upperBound)
      + "'"
    return Diagnostic(
      ReservedCharacter(
        range: range(at: start, count: 1), character: character(at: start),
        corrected: text(start..<line.upperBound).contains("'") ? nil : corrected))
  }
}

private let tab = UInt8(ascii: "\t")
private let newline = UInt8(ascii: "\n")
private let reserved = Array("@`%&*!|>{}[],?".utf8)

private func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

/// Whether a byte may stand in a key of the language.
private func isKeyByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
    UInt8(ascii: " "):
    true
  default: false
  }
}

extension FailureExplanation {
  private func byte(at offset: Int) -> UInt8? {
    offset < file.bytes.count ? file.bytes[offset] : nil
  }

  private func character(at offset: Int) -> Character {
    byte(at: offset).map { Character(Unicode.Scalar($0)) } ?? " "
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: file.bytes[range], as: UTF8.self)
  }

  private func range(at offset: Int, count: Int) -> SourceRange {
    let start = min(offset, file.bytes.count)
    var end = min(start + count, file.bytes.count)
    while end < file.bytes.count, file.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return SourceRange(file: file.id, start: start, end: end)
  }

  /// The line that holds an offset, without its line break; at the end of the text, the last line that says anything.
  private func line(at offset: Int) -> Range<Int> {
    var place = min(offset, file.bytes.count)
    if place == file.bytes.count {
      while place > 0, file.bytes[place - 1] <= UInt8(ascii: " ") { place -= 1 }
    }
    let start = file.bytes[..<place].lastIndex(of: newline).map { $0 + 1 } ?? 0
    var end = file.bytes[place...].firstIndex(of: newline) ?? file.bytes.count
    if end > start, file.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<max(start, end)
  }

  /// The last line before that of an offset that is not blank.
  private func lineBefore(_ offset: Int) -> Range<Int>? {
    var place = line(at: offset).lowerBound
    while place > 0, file.bytes[place - 1] <= UInt8(ascii: " ") { place -= 1 }
    return place > 0 ? line(at: place - 1) : nil
  }

  private func indentation(of line: Range<Int>) -> Int {
    file.bytes[line].prefix { $0 == UInt8(ascii: " ") }.count
  }

  /// The column of a line's first key, past the dashes of the items it starts.
  private func keyColumn(_ line: Range<Int>) -> Int {
    file.bytes[line].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }.count
  }

  private func content(of line: Range<Int>) -> SourceRange {
    var end = line.upperBound
    while end > line.lowerBound, file.bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    let start = min(line.lowerBound + indentation(of: line), end)
    return SourceRange(file: file.id, start: start, end: end)
  }

  /// Where the unquoted text starts in which a colon stands: after the line's first colon and space.
  private func textStart(before colon: Int, in line: Range<Int>) -> Int? {
    guard colon > line.lowerBound else { return nil }
    var index = line.lowerBound
    while index + 1 < colon {
      if file.bytes[index] == UInt8(ascii: ":"), file.bytes[index + 1] == UInt8(ascii: " ") {
        var start = index + 1
        while start < colon, file.bytes[start] == UInt8(ascii: " ") { start += 1 }
        return start < colon ? start : nil
      }
      index += 1
    }
    return nil
  }
}
