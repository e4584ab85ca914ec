internal import Diagnostics

extension FailureExplanation {
  /// A colon in a text, or a line indented so far that YAML reads it as part of the text above.
  var colonProblem: Diagnostic {
    if let start = textStart(before: offset, in: line) {
      let corrected =
        lines.text(line.lowerBound..<start) + singleQuoted(lines.text(start..<line.upperBound))
      return Diagnostic(
        ColonInText(range: lines.range(at: offset, count: 1), corrected: corrected))
    }
    if let glued = keyGluedToText { return Diagnostic(missingColon(in: glued)) }
    if let item = itemBelowList { return Diagnostic(item) }
    if let item = itemWithoutKey { return Diagnostic(item) }
    if let colon = colonInSecondLine { return Diagnostic(colon) }
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
    corrected = corrected ?? lineWithColon(line) ?? headingWithColon(line)
    guard corrected == nil else {
      return MissingColon(range: lines.content(of: line), corrected: corrected, gap: gap)
    }
    return MissingColon(
      range: lines.content(of: line), corrected: nil, gap: nil, asKey: asKey(line),
      continued: continued(line))
  }

  /// A line of one word with a colon behind it, if the next line stands further in and so belongs to it.
  private func headingWithColon(_ line: Range<Int>) -> String? {
    let content = lines.content(of: line)
    let below = lines.all.first { next in
      next.lowerBound > line.lowerBound && !lines.content(of: next).isEmpty
    }
    guard let below, lines.indentation(of: below) > lines.indentation(of: line),
      file.bytes[content.offsets].allSatisfy(isKeyByte)
    else { return nil }
    return lines.text(line.lowerBound..<Int(content.end)) + ":"
  }

  /// A line of few words with a colon behind the first, which may be a key.
  private func asKey(_ line: Range<Int>) -> String? {
    let content = lines.content(of: line).offsets
    let key = file.bytes[content].prefix(while: isKeyByte)
    let words = file.bytes[content].split(separator: UInt8(ascii: " "))
    guard !key.isEmpty, (2...3).contains(words.count), words[0].elementsEqual(key) else {
      return nil
    }
    return lines.text(line.lowerBound..<key.endIndex) + ":"
      + lines.text(key.endIndex..<content.upperBound)
  }

  /// A line with a colon in the place of an equals sign or of a wide colon behind its first word.
  private func lineWithColon(_ line: Range<Int>) -> String? {
    let content = lines.content(of: line).offsets
    let key = file.bytes[content].drop { " -".utf8.contains($0) }.prefix(while: isKeyByte)
    guard !key.isEmpty else { return nil }
    let rest = lines.text(key.endIndex..<content.upperBound).drop { $0 == " " }
    for sign in ["=", "：", ";"] where rest.hasPrefix(sign) {
      let value = rest.dropFirst(sign.count).drop { $0 == " " }
      return lines.text(line.lowerBound..<key.endIndex) + ": " + value
    }
    return nil
  }

  /// The line above and this one, indented so that it goes on with the text above it.
  private func continued(_ line: Range<Int>) -> String? {
    guard let above = lines.line(before: line) else { return nil }
    var key = above
    while lines.shape(of: key).keyColumn == nil, let before = lines.line(before: key) {
      key = before
    }
    guard let column = lines.shape(of: key).keyColumn else { return nil }
    let content = lines.text(lines.content(of: line).offsets)
    return lines.text(above) + "\n" + String(repeating: " ", count: column + 2) + content
  }

  /// A colon in a text in braces or brackets.
  var colonInBrackets: ColonInText? {
    // Behind a key stands a bracket: then it is a comma before the key that is missing.
    let value = file.bytes[min(offset + 1, line.upperBound)..<line.upperBound].first {
      $0 != UInt8(ascii: " ")
    }
    guard lines.byte(at: offset) == UInt8(ascii: ":"), let contextOffset, let value,
      !"[{'\"".utf8.contains(value)
    else { return nil }
    let before = file.bytes[contextOffset..<offset]
    let opened = before.lastIndex { ",[{".utf8.contains($0) }
    guard let colon = before.lastIndex(of: UInt8(ascii: ":")), colon > opened ?? 0 else {
      return nil
    }
    let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") }
    guard let start = file.bytes[(colon + 1)..<offset].firstIndex(where: { !isSpace($0) }) else {
      return nil
    }
    var end =
      file.bytes[offset..<line.upperBound].firstIndex { ",]}".utf8.contains($0) }
      ?? line.upperBound
    while end > offset, isSpace(file.bytes[end - 1]) { end -= 1 }
    guard line.lowerBound <= start else { return nil }
    return ColonInText(
      range: lines.range(at: offset, count: 1),
      corrected: lines.text(line.lowerBound..<start) + singleQuoted(lines.text(start..<end))
        + lines.text(end..<line.upperBound))
  }

  /// A colon in a text that goes on over several lines, of which this is a later one.
  private var colonInSecondLine: ColonInText? {
    let content = lines.content(of: line)
    guard !lines.shape(of: line).isItem,
      let colon = file.bytes[content.offsets].firstIndex(of: UInt8(ascii: ":")),
      file.bytes[content.offsets.lowerBound..<colon].contains(UInt8(ascii: " ")),
      let above = lines.line(before: line)
    else { return nil }
    let shape = lines.shape(of: above)
    guard let column = shape.keyColumn, !shape.isOpen, column < lines.indentation(of: line) else {
      return nil
    }
    let key = above.lowerBound + column + shape.key.count + 1
    guard
      let start = file.bytes[key..<above.upperBound].firstIndex(where: { $0 != UInt8(ascii: " ") }),
      !"'\"[{|>".utf8.contains(file.bytes[start])
    else { return nil }
    return ColonInText(
      range: lines.range(at: colon, count: 1),
      corrected: lines.text(above.lowerBound..<start)
        + singleQuoted(lines.text(start..<Int(content.end))))
  }

  /// The line above, if it is an item without a key and this line is a key of the same item.
  private var itemWithoutKey: MissingColon? {
    guard let above = lines.line(before: line) else { return nil }
    let shape = lines.shape(of: above)
    let content = lines.content(of: above).offsets
    guard shape.isItem, shape.keyColumn == nil, lines.shape(of: line).keyColumn != nil,
      lines.indentation(of: line) > shape.indentation,
      let text = file.bytes[content].firstIndex(where: { !" -".utf8.contains($0) }),
      !file.bytes[text..<content.upperBound].contains(UInt8(ascii: " "))
    else { return nil }
    return MissingColon(
      range: lines.content(of: above),
      corrected: lines.text(above.lowerBound..<text) + "id: "
        + lines.text(text..<content.upperBound),
      gap: nil, lacksKey: true)
  }

  /// The first line of the file, if it is indented and this line is not.
  private var spaceBeforeFirstKey: WrongIndentation? {
    guard lines.indentation(of: line) == 0,
      let first = lines.all.first(where: { line in
        let ink = file.bytes[line].first { $0 > UInt8(ascii: " ") }
        return ink != nil && ink != UInt8(ascii: "#") && ink != UInt8(ascii: "%")
          && !file.bytes[line].starts(with: "---".utf8)
      }), first != line, lines.indentation(of: first) > 0, lines.shape(of: first).keyColumn != nil
    else { return nil }
    return WrongIndentation(
      range: lines.content(of: first), isDeeper: false, found: lines.indentation(of: first),
      expected: 0, content: lines.text(lines.content(of: first).offsets), sibling: nil)
  }

  /// This line, if it is an item below a list in brackets.
  private var itemBelowList: ItemBelowList? {
    guard lines.shape(of: line).isItem, let above = lines.line(before: line) else { return nil }
    let shape = lines.shape(of: above)
    guard let column = shape.keyColumn, column < lines.indentation(of: line), !shape.isOpen else {
      return nil
    }
    let key = above.lowerBound + column + shape.key.count + 1
    let content = Int(lines.content(of: above).end)
    guard let start = file.bytes[key..<content].firstIndex(where: { $0 != UInt8(ascii: " ") }),
      file.bytes[start] == UInt8(ascii: "["), file.bytes[content - 1] == UInt8(ascii: "]")
    else { return nil }
    let indentation = String(repeating: " ", count: lines.indentation(of: line))
    let items = itemsInBrackets((start + 1)..<(content - 1)).map { indentation + "- " + $0 }
    return ItemBelowList(
      range: lines.content(of: line), list: lines.content(of: above),
      corrected: ([lines.text(above.lowerBound..<key)] + items + [lines.text(line)])
        .joined(separator: "\n"))
  }

  /// The items between two brackets, as they are written.
  private func itemsInBrackets(_ range: Range<Int>) -> [String] {
    var items: [String] = []
    var (start, depth) = (range.lowerBound, 0)
    for place in range {
      switch file.bytes[place] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ",") where depth == 0:
        items.append(lines.text(start..<place))
        start = place + 1
      default: break
      }
    }
    items.append(lines.text(start..<range.upperBound))
    return items.map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
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
    if let item = itemBelowList { return Diagnostic(item) }
    if let first = spaceBeforeFirstKey { return Diagnostic(first) }
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
