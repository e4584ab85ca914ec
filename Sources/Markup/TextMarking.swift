internal import CCommonMark
internal import Output

/// A run of a text that gets its own HTML element, such as a term explained elsewhere.
package struct MarkedRun {
  /// The byte range of the run in the text given to the marker.
  package let range: Range<Int>

  /// The opening HTML, escaped by the caller.
  private let opening: String
  package let closing: String

  /// The rest of the opening: a number that distinguishes runs, and the end of the tag.
  private let ending: (number: Int, text: String)?

  package init(range: Range<Int>, opening: String, closing: String) {
    self.range = range
    self.opening = opening
    self.closing = closing
    ending = nil
  }

  /// A run whose opening contains a number, so that all runs share the other strings.
  package init(
    range: Range<Int>, opening: String, number: Int, endOfOpening: String, closing: String
  ) {
    self.range = range
    self.opening = opening
    self.closing = closing
    ending = (number, endOfOpening)
  }

  func appendOpening(to buffer: inout ByteBuffer) {
    buffer.append(raw: opening)
    guard let ending else { return }
    buffer.append(decimal: ending.number)
    buffer.append(raw: ending.text)
  }
}

/// Returns the runs to be marked in a stretch of plain text, in order and without overlap.
///
/// It is called for the stretches of a text in reading order, and never for a link or code.
package typealias TextMarker = (UnsafeBufferPointer<UInt8>) -> [MarkedRun]

extension MarkdownRenderer {
  /// Appends a text without Markdown marks.
  func write(
    plain text: UnsafeBufferPointer<UInt8>, _ plainness: Plainness, to buffer: inout ByteBuffer,
    marking marker: TextMarker?
  ) {
    func append(_ range: Range<Int>, to buffer: inout ByteBuffer) {
      let part = UnsafeBufferPointer(rebasing: text[range])
      if plainness == .everywhere { buffer.append(raw: part) } else { buffer.append(html: part) }
    }
    var start = 0
    if let marker {
      for run in marker(text) {
        append(start..<run.range.lowerBound, to: &buffer)
        run.appendOpening(to: &buffer)
        append(run.range, to: &buffer)
        buffer.append(raw: run.closing)
        start = run.range.upperBound
      }
    }
    append(start..<text.count, to: &buffer)
  }

  /// Wraps the marked runs of a tree's texts in custom nodes, which are rendered as HTML.
  func mark(_ tree: borrowing MarkdownTree, _ marker: TextMarker) {
    var texts: [MarkdownNode] = []
    tree.forEachNode { node in
      if cmark_node_get_type(node) == CMARK_NODE_TEXT, !isInsideLink(node) { texts.append(node) }
    }
    for node in texts {
      let text = Array(literal(of: node).utf8)[...]
      var start = text.startIndex
      for run in text.withUnsafeBufferPointer(marker) {
        insert(textNode(string(text[start..<run.range.lowerBound])), before: node)
        insert(custom(run, string(text[run.range])), before: node)
        start = run.range.upperBound
      }
      if start > 0 { cmark_node_set_literal(node, String(string(text[start...]))) }
    }
  }

  private func isInsideLink(_ node: MarkdownNode) -> Bool {
    var parent = cmark_node_parent(node)
    while let ancestor = parent {
      if cmark_node_get_type(ancestor) == CMARK_NODE_LINK { return true }
      parent = cmark_node_parent(ancestor)
    }
    return false
  }

  private func custom(_ run: MarkedRun, _ text: Substring) -> MarkdownNode? {
    guard let node = cmark_node_new(CMARK_NODE_CUSTOM_INLINE) else { return nil }
    var opening = ByteBuffer()
    run.appendOpening(to: &opening)
    cmark_node_set_on_enter(node, String(decoding: opening.bytes, as: UTF8.self))
    cmark_node_set_on_exit(node, run.closing)
    if let inner = textNode(text) { cmark_node_append_child(node, inner) }
    return node
  }

  private func string(_ bytes: ArraySlice<UInt8>) -> Substring {
    String(decoding: bytes, as: UTF8.self)[...]
  }
}
