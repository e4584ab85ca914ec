extension PlainScanner {
  /// Scans a block scalar after `|` or `>`, which starts at `offset`, and advances to the next token.
  ///
  /// Lines are joined as libyaml does it (YAML 1.2, section 8.1.3): in a folded text a single break between two lines becomes a
  /// space, unless one of them is indented further.
  mutating func scanTextBlock(below indentation: Int) throws(NeedsFullParser) {
    let start = offset
    let isFolded = text[start] == UInt8(ascii: ">")
    let ending = try textBlockHead()
    var lines = try TextLines(
      text, from: offset, below: indentation, returnLength: returnLength)
    let valueStart = decoded.count
    var stop = offset
    var isFirst = true
    var wasIndented = false
    while let line = try lines.next(text) {
      let isIndented = text[line.lowerBound] == UInt8(ascii: " ")
      if !isFirst {
        if !isFolded || wasIndented || isIndented {
          decoded.append(UInt8(ascii: "\n"))
        } else if line.blankLines == 0 {
          decoded.append(UInt8(ascii: " "))
        }
      }
      appendBreaks(line.blankLines)
      text.append(line.lowerBound..<line.upperBound, to: &decoded)
      (isFirst, wasIndented, stop) = (false, isIndented, line.upperBound)
    }
    if ending != .strip, stop < text.count { decoded.append(UInt8(ascii: "\n")) }
    if ending == .keep { appendBreaks(lines.blankLines) }
    while text[stop - 1] == UInt8(ascii: " ") { stop -= 1 }
    append(decoded(isFolded ? .folded : .literal, start, stop, from: valueStart))
    try goOn(toLineFrom: lines.offset)
  }

  /// The treatment of the line breaks at the end of a block scalar (its chomping).
  private enum Ending {
    case strip
    case one
    case keep
  }

  /// Scans the rest of the line of `|` or `>`.
  private mutating func textBlockHead() throws(NeedsFullParser) -> Ending {
    offset += 1
    var ending = Ending.one
    if text[offset] == UInt8(ascii: "-") { ending = .strip }
    if text[offset] == UInt8(ascii: "+") { ending = .keep }
    if ending != .one { offset += 1 }
    let gap = text.spaces(from: offset)
    offset += gap
    if text[offset] == UInt8(ascii: "#"), gap > 0 { readComment() }
    // A digit here would give the indentation.
    guard text[offset] == UInt8(ascii: "\n") else { throw NeedsFullParser() }
    offset += 1
    return ending
  }

  private mutating func appendBreaks(_ count: Int) {
    guard count > 0 else { return }
    decoded.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: count))
  }
}

/// The lines of a block scalar, without the indentation of its first line.
private struct TextLines {
  /// The offset of the next line; after the last, the offset at which the scalar is over.
  private(set) var offset: Int

  /// The number of empty lines since the last line.
  private(set) var blankLines = 0

  private let width: Int
  private let returnLength: Int

  /// The byte range of a line, and the number of empty lines before it.
  struct Line {
    let lowerBound: Int
    let upperBound: Int
    let blankLines: Int
  }

  init(
    _ text: TextBytes, from start: Int, below indentation: Int, returnLength: Int
  ) throws(PlainScanner.NeedsFullParser) {
    offset = start
    self.returnLength = returnLength
    while text[offset + returnLength] == UInt8(ascii: "\n"),
      text.spaces(from: offset) == returnLength
    {
      offset += returnLength + 1
      blankLines += 1
    }
    width = text.spaces(from: offset)
    // Empty lines before the first could be indented further than the first.
    guard width > indentation, offset + width < text.count,
      text[offset + width] != UInt8(ascii: "\n")
    else { throw PlainScanner.NeedsFullParser() }
  }

  mutating func next(_ text: TextBytes) throws(PlainScanner.NeedsFullParser) -> Line? {
    var indentation = text.spaces(from: offset)
    while text[offset + indentation] == UInt8(ascii: "\n") {
      // Space beyond the indentation belongs to the text.
      guard indentation <= width + returnLength else { throw PlainScanner.NeedsFullParser() }
      offset += indentation + 1
      blankLines += 1
      indentation = text.spaces(from: offset)
    }
    guard offset + indentation < text.count else {
      guard indentation == 0 else { throw PlainScanner.NeedsFullParser() }
      return nil
    }
    guard indentation >= width else { return nil }
    let newline = UInt8(ascii: "\n")
    let end = text.firstPlace(of: newline, newline, newline, from: offset + width)
    defer { (offset, blankLines) = (end + 1, 0) }
    return Line(
      lowerBound: offset + width, upperBound: end < text.count ? end - returnLength : end,
      blankLines: blankLines)
  }
}
