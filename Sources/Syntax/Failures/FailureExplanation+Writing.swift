internal import Diagnostics
internal import Output

extension FailureExplanation {
  /// A tab in the indentation or after a dash, on the line where reading stopped or the line before it.
  var tabInIndentation: TabIndentation? {
    for line in [line, lines.line(before: line)] {
      guard let line else { continue }
      let start = file.bytes[line].prefix { " \t-".utf8.contains($0) }
      guard let place = start.firstIndex(of: tab), start.endIndex < line.upperBound else {
        continue
      }
      let rest = lines.text(start.endIndex..<line.upperBound)
      let dashes = start.filter { $0 == UInt8(ascii: "-") }.map { _ in "- " }.joined()
      let column =
        start.prefix(while: { $0 != UInt8(ascii: "-") }).contains(tab)
        ? IndentationAdvice.column(for: line, in: lines)
        : lines.indentation(of: line)
      return TabIndentation(
        range: lines.range(at: place, count: 1), column: column,
        corrected: String(repeating: " ", count: column) + dashes + rest, edits: spacesForTabs)
    }
    return nil
  }

  /// Two spaces for each tab at the start of a line. Empty if some line starts with a space, so that nobody knows how wide a tab
  /// was meant to be.
  private var spacesForTabs: [Diagnostic.Edit] {
    var edits: [Diagnostic.Edit] = []
    for line in lines.all where !lines.content(of: line).isEmpty {
      guard file.bytes[line].first != UInt8(ascii: " ") else { return [] }
      edits += file.bytes[line].prefix { $0 == tab }.indices.map { place in
        Diagnostic.Edit(lines.range(at: place, count: 1), "  ")
      }
    }
    return edits
  }

  /// A quotation mark that is not closed, or is closed only by another text's quotation mark.
  var unclosedQuote: UnclosedQuote? {
    if context == "while scanning a quoted scalar", let contextOffset,
      problem == "found unexpected end of stream"
        || problem == "found unexpected document indicator"
    {
      return unclosedQuote(at: contextOffset)
    }
    guard let scalar = quotedScalar,
      file.bytes[Int(scalar.start)..<Int(scalar.stop)].contains(newline),
      line == lines.line(at: Int(scalar.stop))
    else { return nil }
    return unclosedQuote(at: Int(scalar.start))
  }

  private func unclosedQuote(at start: Int) -> UnclosedQuote {
    let quote = lines.character(at: start)
    let line = lines.line(at: start)
    let written = lines.text(line.lowerBound..<Int(lines.content(of: line).end))
    return UnclosedQuote(
      range: lines.range(at: start, count: 1), quote: quote, corrected: written + String(quote))
  }

  /// Text after the closing quotation mark on the same line.
  var textAfterQuote: TextAfterQuote? {
    guard let scalar = quotedScalar,
      problem.hasPrefix("did not find expected") || problem == "could not find expected ':'"
    else { return nil }
    let line = lines.line(at: Int(scalar.stop))
    let place = file.bytes[Int(scalar.stop)..<line.upperBound].firstIndex {
      $0 != UInt8(ascii: " ")
    }
    guard let place, !",]}:#".utf8.contains(file.bytes[place]) else { return nil }
    let text = SourceRange(file: file.id, start: Int(scalar.start), end: Int(scalar.stop))
    let range = SourceRange(file: file.id, start: place, end: Int(lines.content(of: line).end))
    return TextAfterQuote(
      range: range, quote: lines.character(at: Int(scalar.start)), text: text)
  }

  private var quotedScalar: SyntaxTree.Node? {
    guard let scalar = lastScalar, scalar.style == .singleQuoted || scalar.style == .doubleQuoted
    else { return nil }
    return scalar
  }

  /// A text that starts with a word in brackets, on the line where reading stopped or the line before it.
  var textAfterBracket: TextAfterBracket? {
    for line in [line, lines.line(before: line)] {
      guard let line, let start = valueStart(of: line), let opening = lines.byte(at: start),
        opening == UInt8(ascii: "[") || opening == UInt8(ascii: "{")
      else { continue }
      let close: UInt8 = opening == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")
      let value = start..<Int(lines.content(of: line).end)
      guard let closing = file.bytes[value].firstIndex(of: close),
        file.bytes[value].filter({ $0 == opening }).count == 1,
        !file.bytes[start..<closing].contains(where: { "'\"#".utf8.contains($0) }),
        let rest = file.bytes[(closing + 1)..<value.upperBound].firstIndex(where: {
          $0 != UInt8(ascii: " ")
        }), !"#,:]}".utf8.contains(file.bytes[rest])
      else { continue }
      return TextAfterBracket(
        range: SourceRange(file: file.id, start: rest, end: value.upperBound),
        bracket: lines.character(at: start),
        corrected: file.bytes[rest..<value.upperBound].contains(where: isASCIILetter)
          ? lines.text(line.lowerBound..<start) + singleQuoted(lines.text(value)) : nil)
    }
    return nil
  }

  /// The offset of the value that starts on a line, behind a dash or a key.
  private func valueStart(of line: Range<Int>) -> Int? {
    let shape = lines.shape(of: line)
    guard shape.isItem || shape.keyColumn != nil else { return nil }
    let start = shape.keyColumn.map { line.lowerBound + $0 + shape.key.count + 1 }
    let place =
      start ?? line.lowerBound + file.bytes[line].prefix { " -".utf8.contains($0) }.count
    return file.bytes[place..<line.upperBound].firstIndex { $0 != UInt8(ascii: " ") }
  }

  /// A backslash in double quotes that begins no escape.
  var invalidEscape: InvalidEscape? {
    guard context == "while parsing a quoted scalar" || context == "while scanning a quoted scalar",
      problem.containsUTF8("escape") || problem.containsUTF8("hexdecimal")
    else { return nil }
    let place = file.bytes[..<min(offset + 1, file.bytes.count)].lastIndex(of: UInt8(ascii: "\\"))
    return InvalidEscape(range: lines.range(at: place ?? offset, count: 2))
  }

  /// A line that starts with a dash without a space, like an item of the list around or above it.
  var dashWithoutSpace: DashWithoutSpace? {
    for line in [line, lines.line(before: line)] {
      guard let line else { continue }
      let start = line.lowerBound + lines.indentation(of: line)
      guard start + 1 < line.upperBound, file.bytes[start] == UInt8(ascii: "-"),
        isASCIILetter(file.bytes[start + 1])
      else { continue }
      return DashWithoutSpace(
        range: lines.range(at: start, count: 1),
        corrected: lines.text(line.lowerBound..<start) + "- "
          + lines.text((start + 1)..<line.upperBound))
    }
    return nil
  }

  /// An item of a list that starts with a star, a bullet or a long dash.
  var wrongBullet: WrongBullet? {
    for line in [line, lines.line(before: line)] {
      guard let line else { continue }
      let content = lines.text(lines.content(of: line).offsets)
      guard let bullet = listMark(of: content) else { continue }
      let start = line.lowerBound + lines.indentation(of: line)
      let indentation = String(repeating: " ", count: lines.indentation(of: line))
      return WrongBullet(
        range: lines.range(at: start, count: bullet.utf8.count), bullet: bullet,
        corrected: indentation + "-" + content.dropFirst(bullet.count))
    }
    return nil
  }

  /// The mark of a line that starts as an item of a list does elsewhere. A number counts before a key alone.
  private func listMark(of content: String) -> String? {
    guard let mark = foreignListMark(startingWith: content) else { return nil }
    let isNumber = mark.hasSuffix(".") || mark.hasSuffix(")")
    return isNumber && !content.containsUTF8(": ") ? nil : mark
  }

  /// A bracket that closes nothing.
  var extraBracket: ExtraBracket? {
    guard let byte = lines.byte(at: offset), byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}"),
      problem.hasPrefix("did not find expected key")
        || problem.hasPrefix("did not find expected <document start>")
        || problem.hasPrefix("did not find expected '-'")
    else { return nil }
    return ExtraBracket(
      range: lines.range(at: offset, count: 1), bracket: lines.character(at: offset))
  }

  /// A text that starts with a character that YAML reserves.
  var reservedCharacter: Diagnostic? {
    let reserved = Array("@`%&*!|>{}[],?".utf8)
    let place = context.hasPrefix("while scanning") ? contextOffset ?? offset : offset
    let start = reserved.contains(lines.byte(at: place) ?? 0) ? place : offset
    guard let first = lines.byte(at: start), reserved.contains(first) else { return nil }
    let line = lines.line(at: start)
    let before = file.bytes[line.lowerBound..<start].last { $0 != UInt8(ascii: " ") }
    return Diagnostic(
      ReservedCharacter(
        range: lines.range(at: start, count: 1), character: lines.character(at: start),
        isBetweenItems: first == UInt8(ascii: ",")
          && (before.map { ",[{".utf8.contains($0) } ?? false),
        corrected: lines.text(line.lowerBound..<start)
          + singleQuoted(lines.text(start..<line.upperBound))))
  }
}

extension SourceRange {
  /// The range's offsets.
  var offsets: Range<Int> { Int(start)..<Int(end) }
}
