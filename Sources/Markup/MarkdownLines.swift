internal import CCommonMark
package import Output

/// The context of a line of Markdown, which decides what would end it too early.
package enum MarkdownPlace: Sendable {
  /// A paragraph or list item.
  case line
  /// A table cell, where `|` ends the cell even inside code (GitHub Flavored Markdown, 4.10).
  case cell
}

extension MarkdownRenderer {
  /// Appends a text as one line of Markdown for a list or table. Links to ids become their labels.
  package func appendMarkdownLine(
    _ markdown: ArraySlice<UInt8>, in place: MarkdownPlace = .line, to buffer: inout ByteBuffer
  ) {
    let isDone = withTrimmedBytes(of: markdown) { text in
      // A text that needs no escape has no Markdown marks but `!`, which is one only before a bracket.
      if isPlainMarkdown(text) {
        buffer.append(raw: text)
        return true
      }
      if isPlain(text) {
        buffer.append(markdown: text)
        return true
      }
      guard let simple = SimpleText(text, resolve) else { return false }
      write(simple, of: text, asMarkdownTo: &buffer)
      return true
    }
    if isDone { return }
    for (index, line) in markdownLines(markdown, in: place).enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: " ")) }
      buffer.append(raw: line.bytes[...])
    }
  }

  /// The text as lines of Markdown, one for each paragraph, list item and so on.
  ///
  /// The text is parsed and written anew with all its own marks escaped, so that it means the same here.
  package func markdownLines(
    _ markdown: ArraySlice<UInt8>, in place: MarkdownPlace = .line
  ) -> [ByteBuffer] {
    withTrimmedBytes(of: markdown) { text in
      guard !text.isEmpty else { return [] }
      if isPlain(text) {
        var line = ByteBuffer()
        line.append(markdown: text)
        return [line]
      }
      if let simple = SimpleText(text, resolve) {
        var line = ByteBuffer()
        write(simple, of: text, asMarkdownTo: &line)
        return [line]
      }
      return parsedMarkdownLines(text, in: place)
    }
  }

  /// The lines by the full parser, whatever the text.
  func parsedMarkdownLines(
    _ text: UnsafeBufferPointer<UInt8>, in place: MarkdownPlace = .line
  ) -> [ByteBuffer] {
    guard let tree = MarkdownTree(text) else { return [] }
    label(tree)
    var writer = LineWriter(place: place)
    writer.writeBlocks(in: tree.root)
    return writer.lines
  }

  /// Writes a simple text. Its emphasis is unambiguous, so nothing has to be parsed again.
  private func write(
    _ simple: SimpleText, of text: UnsafeBufferPointer<UInt8>,
    asMarkdownTo buffer: inout ByteBuffer
  ) {
    for piece in simple.pieces {
      switch piece {
      case .text(let range):
        buffer.append(markdown: UnsafeBufferPointer(rebasing: text[range]))
      case .link(let target): buffer.append(markdown: target.label)
      case .start(.emphasis), .end(.emphasis): buffer.append(fixed: "*")
      case .start(.strong), .end(.strong): buffer.append(fixed: "**")
      }
    }
  }
}

/// Writes a parsed text as Markdown, block by block.
private struct LineWriter {
  let place: MarkdownPlace
  var lines: [ByteBuffer] = []

  mutating func writeBlocks(in parent: MarkdownNode) {
    for block in children(of: parent) {
      switch cmark_node_get_type(block) {
      case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: writeParagraph(block)
      case CMARK_NODE_CODE_BLOCK: writeCode(trimmedCode(block))
      case CMARK_NODE_LIST, CMARK_NODE_ITEM, CMARK_NODE_BLOCK_QUOTE: writeBlocks(in: block)
      case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK: break
      default: writeCells(of: block)
      }
    }
  }

  private mutating func writeParagraph(_ block: MarkdownNode) {
    var line = ByteBuffer()
    writeInlines(in: block, to: &line)
    // Some nestings of emphasis cannot be written unambiguously. Then the words matter more than the marks.
    let words = visibleText(of: block)
    if let reread = MarkdownTree(line.bytes), !says(reread, words) {
      line = ByteBuffer()
      line.append(markdown: words)
    }
    if !line.isEmpty { lines.append(line) }
  }

  /// Whether a line has the expected words. In code in a cell, `\|` is read as `|` only inside its table.
  private func says(_ line: borrowing MarkdownTree, _ words: String) -> Bool {
    let text = visibleText(of: line.root)
    return text == words || place == .cell && text.replacingUTF8("\\|", with: "|") == words
  }

  /// Writes a table, one line a row, with its cells in order.
  private mutating func writeCells(of table: MarkdownNode) {
    for row in children(of: table) {
      var line = ByteBuffer()
      for (index, cell) in children(of: row).enumerated() {
        if index > 0 { line.append(raw: ", ") }
        writeInlines(in: cell, to: &line)
      }
      if !line.isEmpty { lines.append(line) }
    }
  }

  private mutating func writeCode(_ code: String) {
    var line = ByteBuffer()
    append(code: code, to: &line)
    lines.append(line)
  }

  private func trimmedCode(_ block: MarkdownNode) -> String {
    literal(of: block).split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private func writeInlines(in parent: MarkdownNode, to line: inout ByteBuffer) {
    for inline in children(of: parent) { write(inline, to: &line) }
  }

  private func write(_ inline: MarkdownNode, to line: inout ByteBuffer) {
    switch cmark_node_get_type(inline) {
    case CMARK_NODE_TEXT: append(text: inline, to: &line)
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: line.append(UInt8(ascii: " "))
    case CMARK_NODE_CODE: append(code: literal(of: inline), to: &line)
    case CMARK_NODE_EMPH: wrap(inline, "*", to: &line)
    case CMARK_NODE_STRONG: wrap(inline, "**", to: &line)
    case CMARK_NODE_LINK: append(link: inline, to: &line)
    case CMARK_NODE_HTML_INLINE: break
    case CMARK_NODE_IMAGE: writeInlines(in: inline, to: &line)
    default: wrap(inline, "~~", to: &line)
    }
  }

  private func wrap(_ inline: MarkdownNode, _ mark: String, to line: inout ByteBuffer) {
    line.append(raw: mark)
    writeInlines(in: inline, to: &line)
    line.append(raw: mark)
  }

  private func append(text node: MarkdownNode, to line: inout ByteBuffer) {
    var text = literal(of: node)
    // A `!` directly before a link would make it an image.
    let isBeforeLink = cmark_node_next(node).map { cmark_node_get_type($0) == CMARK_NODE_LINK }
    let endsInMark = isBeforeLink == true && text.hasSuffix("!")
    if endsInMark { text.removeLast() }
    line.append(markdown: text)
    if endsInMark { line.append(raw: "\\!") }
  }

  private func append(link: MarkdownNode, to line: inout ByteBuffer) {
    let address = cmark_node_get_url(link).map { String(cString: $0) } ?? ""
    guard isSafeAddress(address) else { return writeInlines(in: link, to: &line) }
    line.append(UInt8(ascii: "["))
    writeInlines(in: link, to: &line)
    line.append(raw: "](<")
    line.append(address) { byte in
      switch byte {
      case UInt8(ascii: "<"): "%3C"
      case UInt8(ascii: ">"): "%3E"
      case UInt8(ascii: "\\"): "%5C"
      case UInt8(ascii: "|"): "%7C"
      case UInt8(ascii: "&"): "\\&"
      default: nil
      }
    }
    line.append(raw: ">)")
  }

  /// Appends code between backticks, one more than the longest run inside it (CommonMark 0.31, 6.1).
  private func append(code: String, to line: inout ByteBuffer) {
    guard !code.isEmpty else { return }
    let runs = code.split(whereSeparator: { $0 != "`" }).map(\.count)
    let fence = String(repeating: "`", count: (runs.max() ?? 0) + 1)
    let isPadded = code.hasPrefix("`") || code.hasSuffix("`") || code.hasPrefix(" ")
    line.append(raw: fence + (isPadded ? " " : ""))
    line.append(code) { byte in
      switch byte {
      case UInt8(ascii: "|") where place == .cell: "\\|"
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): " "
      default: nil
      }
    }
    line.append(raw: (isPadded ? " " : "") + fence)
  }
}

/// The words below a node, without any marks.
private func visibleText(of node: MarkdownNode) -> String {
  switch cmark_node_get_type(node) {
  case CMARK_NODE_TEXT, CMARK_NODE_CODE: literal(of: node)
  case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: " "
  default: children(of: node).map(visibleText).joined()
  }
}

private func children(of parent: MarkdownNode) -> [MarkdownNode] {
  var children: [MarkdownNode] = []
  var next = cmark_node_first_child(parent)
  while let child = next {
    children.append(child)
    next = cmark_node_next(child)
  }
  return children
}
