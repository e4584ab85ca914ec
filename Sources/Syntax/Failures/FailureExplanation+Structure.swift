internal import Diagnostics

extension FailureExplanation {
  /// A colon in a text, or a line indented so far that YAML reads it as part of the text above.
  var colonProblem: Diagnostic {
    if let start = textStart(before: offset, in: line) {
      let corrected =
        lines.text(line.lowerBound..<start) + "'"
        + lines.text(start..<line.upperBound)
        .split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
      return Diagnostic(
        ColonInText(range: lines.range(at: offset, count: 1), corrected: corrected))
    }
    if let glued = keyGluedToText { return Diagnostic(missingColon(in: glued)) }
    return Diagnostic(wrongIndentation(isDeeper: true))
  }

  /// The problem of a line that has no key where one must be.
  func missingColon(in line: Range<Int>) -> MissingColon {
    var corrected: String?
    var gap: SourceRange?
    if let colon = gluedColon(in: line) {
      let key = file.bytes[line.lowerBound..<colon].drop { " -".utf8.contains($0) }
      // A word with digits may be something else, such as a time of day.
      if key.allSatisfy({ $0 == UInt8(ascii: "-") || isASCIILetter($0) }) {
        gap = SourceRange(file: file.id, start: colon + 1, end: colon + 1)
      }
      corrected =
        lines.text(line.lowerBound..<(colon + 1)) + " "
        + lines.text((colon + 1)..<line.upperBound)
    }
    return MissingColon(range: lines.content(of: line), corrected: corrected, gap: gap)
  }

  var unclosedBracket: Diagnostic? {
    guard let contextOffset else { return nil }
    return Diagnostic(
      UnclosedBracket(
        range: lines.range(at: contextOffset, count: 1),
        bracket: lines.character(at: contextOffset), place: lines.range(at: offset, count: 1)))
  }

  /// The problem of a line that does not fit the structure around it.
  var structureProblem: Diagnostic {
    if let glued = keyGluedToText { return Diagnostic(missingColon(in: glued)) }
    if let dash = missingDash { return Diagnostic(dash) }
    return Diagnostic(wrongIndentation(isDeeper: false))
  }

  /// The line of a key without a space after its colon, which YAML read as a text.
  private var keyGluedToText: Range<Int>? {
    guard let scalar = lastScalar, scalar.style == .plain else { return nil }
    let line = lines.line(at: Int(scalar.start))
    return gluedColon(in: line) == nil ? nil : line
  }

  /// The colon of a line that begins `key:value`.
  private func gluedColon(in line: Range<Int>) -> Int? {
    let start = file.bytes[line].prefix { " -".utf8.contains($0) }.endIndex
    let key = file.bytes[start..<line.upperBound].prefix(while: isKeyByte)
    guard !key.isEmpty, key.endIndex + 1 < line.upperBound,
      file.bytes[key.endIndex] == UInt8(ascii: ":"),
      !" /".utf8.contains(file.bytes[key.endIndex + 1])
    else { return nil }
    return key.endIndex
  }

  /// The first item of a list, if it has no dash while a later item has one.
  private var missingDash: MissingDash? {
    let item = lines.shape(of: line)
    guard item.isItem, let first = firstLineOfList(endingAt: line) else { return nil }
    let shape = lines.shape(of: first)
    guard !shape.isItem, shape.keyColumn != nil,
      shape.indentation == item.indentation || shape.indentation == item.indentation + 2
    else { return nil }
    return MissingDash(
      range: lines.content(of: first), other: lines.content(of: line),
      corrected: String(repeating: " ", count: item.indentation) + "- "
        + lines.text(lines.content(of: first).offsets))
  }

  /// The line below the key that a line belongs to.
  private func firstLineOfList(endingAt line: Range<Int>) -> Range<Int>? {
    let column = lines.indentation(of: line)
    var below = line
    while let above = lines.line(before: below) {
      let shape = lines.shape(of: above)
      if let key = shape.keyColumn, key < column || key == column && shape.isOpen {
        return shape.isOpen ? below : nil
      }
      below = above
    }
    return nil
  }

  private func wrongIndentation(isDeeper: Bool) -> WrongIndentation {
    let found = lines.indentation(of: line)
    let advice = IndentationAdvice(for: line, in: lines, found: found)
    return WrongIndentation(
      range: lines.content(of: line), isDeeper: isDeeper, found: found,
      expected: advice?.column, content: lines.text(lines.content(of: line).offsets),
      sibling: advice.map { lines.content(of: $0.sibling) })
  }

  /// The start of the unquoted text that contains a colon: after the line's first colon and space.
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
