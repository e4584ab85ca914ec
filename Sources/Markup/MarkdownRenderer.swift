internal import CCommonMark
internal import Glibc
package import Output

/// Renders Markdown as HTML, plain text or Markdown lines, with the links to ids resolved.
///
/// Raw HTML and unsafe addresses, which checking refuses, are left out here as well.
package struct MarkdownRenderer: Sendable {
  /// The target of a `[[link]]`: its address and label. `resolve` returns nil for an unknown id.
  package struct Target: Sendable {
    package let address: String
    package let label: String
    /// The tooltip of the link.
    package let title: String

    package init(address: String, label: String, title: String = "") {
      self.address = address
      self.label = label
      self.title = title
    }
  }

  let resolve: @Sendable (String) -> Target?

  package init(resolve: @escaping @Sendable (String) -> Target?) {
    self.resolve = resolve
  }

  /// Appends the text as HTML blocks: paragraphs, lists, tables and so on.
  package func appendHTML(
    _ markdown: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer,
    marking marker: TextMarker? = nil
  ) {
    let text = trimmed(markdown)
    let plainness = Plainness(of: text)
    if plainness != .nowhere {
      guard !text.isEmpty else { return }
      buffer.append(fixed: "<p>")
      write(plain: text, plainness, to: &buffer, marking: marker)
      buffer.append(fixed: "</p>\n")
    } else if let simple = SimpleText(text, simpleTarget) {
      buffer.append(fixed: "<p>")
      write(simple, of: text, to: &buffer, marking: marker)
      buffer.append(fixed: "</p>\n")
    } else {
      writeParsed(text, to: &buffer, marking: marker)
    }
  }

  /// Appends the inner HTML of one paragraph.
  package func appendInlineHTML(
    _ markdown: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer,
    marking marker: TextMarker? = nil
  ) {
    let text = trimmed(markdown)
    let plainness = Plainness(of: text)
    if plainness != .nowhere {
      write(plain: text, plainness, to: &buffer, marking: marker)
    } else if let simple = SimpleText(text, simpleTarget) {
      write(simple, of: text, to: &buffer, marking: marker)
    } else {
      writeParsedInline(text, to: &buffer, marking: marker)
    }
  }

  /// The bytes of a paragraph if they are its inner HTML as well, as for most; otherwise nil.
  package static func plainHTML(
    _ markdown: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    let text = trimmed(markdown)
    return Plainness(of: text) == .everywhere ? text : nil
  }

  /// The bytes of a text if they are a line of Markdown as they are, as for most; otherwise nil.
  package static func plainLine(
    _ markdown: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    let text = trimmed(markdown)
    return isPlainMarkdown(text) ? text : nil
  }

  /// Appends the text that a reader sees, as `plainText` returns it.
  package func appendPlainText(
    _ markdown: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer
  ) {
    let text = trimmed(markdown)
    if isPlain(text) { buffer.append(raw: text) } else { buffer.append(raw: plainText(text)) }
  }

  /// The text that a reader sees, without markup. Paragraphs are separated by an empty line.
  package func plainText(_ markdown: UnsafeBufferPointer<UInt8>) -> String {
    let text = trimmed(markdown)
    if isPlain(text) { return String(decoding: text, as: UTF8.self) }
    if let simple = SimpleText(text, resolve) { return simple.words(of: text) }
    return parsedPlainText(text)
  }
}

/// Overloads for array slices.
extension MarkdownRenderer {
  package func appendHTML(
    _ markdown: ArraySlice<UInt8>, to buffer: inout ByteBuffer, marking marker: TextMarker? = nil
  ) {
    markdown.withUnsafeBufferPointer { appendHTML($0, to: &buffer, marking: marker) }
  }

  package func appendInlineHTML(
    _ markdown: ArraySlice<UInt8>, to buffer: inout ByteBuffer, marking marker: TextMarker? = nil
  ) {
    markdown.withUnsafeBufferPointer { appendInlineHTML($0, to: &buffer, marking: marker) }
  }

  package func appendPlainText(_ markdown: ArraySlice<UInt8>, to buffer: inout ByteBuffer) {
    markdown.withUnsafeBufferPointer { appendPlainText($0, to: &buffer) }
  }

  package func plainText(_ markdown: ArraySlice<UInt8>) -> String {
    markdown.withUnsafeBufferPointer { plainText($0) }
  }
}

/// Rendering by the full parser, whatever the text.
extension MarkdownRenderer {
  func writeParsed(
    _ text: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer, marking marker: TextMarker?
  ) {
    guard let tree = MarkdownTree(text) else { return }
    link(tree)
    if let marker { mark(tree, marker) }
    append(cmark_render_html(tree.root, CMARK_OPT_DEFAULT, nil), to: &buffer)
  }

  func writeParsedInline(
    _ text: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer, marking marker: TextMarker?
  ) {
    guard let tree = MarkdownTree(text) else { return }
    link(tree)
    if let marker { mark(tree, marker) }
    guard let paragraph = cmark_node_first_child(tree.root) else { return }
    var child = cmark_node_first_child(paragraph)
    while let inline = child {
      append(cmark_render_html(inline, CMARK_OPT_DEFAULT, nil), to: &buffer)
      child = cmark_node_next(inline)
    }
  }

  func parsedPlainText(_ text: UnsafeBufferPointer<UInt8>) -> String {
    guard let tree = MarkdownTree(text) else { return "" }
    link(tree)
    unwrapStrikethrough(in: tree)
    return string(cmark_render_plaintext(tree.root, CMARK_OPT_NOBREAKS, 0))
  }
}

/// Calls `body` with the bytes of a text without the white space at its end.
func withTrimmedBytes<Result>(
  of text: ArraySlice<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
) -> Result {
  text.withUnsafeBufferPointer { body(trimmed($0)) }
}

/// Overloads for strings.
extension MarkdownRenderer {
  package func appendHTML(
    _ markdown: String, to buffer: inout ByteBuffer, marking marker: TextMarker? = nil
  ) {
    appendHTML(Array(markdown.utf8)[...], to: &buffer, marking: marker)
  }

  package func appendInlineHTML(
    _ markdown: String, to buffer: inout ByteBuffer, marking marker: TextMarker? = nil
  ) {
    appendInlineHTML(Array(markdown.utf8)[...], to: &buffer, marking: marker)
  }

  package func plainText(_ markdown: String) -> String { plainText(Array(markdown.utf8)[...]) }

  package func appendMarkdownLine(
    _ markdown: String, in place: MarkdownPlace = .line, to buffer: inout ByteBuffer
  ) {
    appendMarkdownLine(Array(markdown.utf8)[...], in: place, to: &buffer)
  }

  package func markdownLines(
    _ markdown: String, in place: MarkdownPlace = .line
  ) -> [ByteBuffer] {
    markdownLines(Array(markdown.utf8)[...], in: place)
  }
}

extension MarkdownRenderer {
  /// Unwraps struck words, since the C library's plain text would keep their marks.
  private func unwrapStrikethrough(in tree: borrowing MarkdownTree) {
    var struck: [MarkdownNode] = []
    tree.forEachNode { node in
      let name = cmark_node_get_type_string(node).map { String(cString: $0) }
      if name == "strikethrough" { struck.append(node) }
    }
    for node in struck {
      while let child = cmark_node_first_child(node) { cmark_node_insert_before(node, child) }
      cmark_node_free(node)
    }
  }

  /// Replaces each `[[id]]` in the text nodes by a link node.
  private func link(_ tree: borrowing MarkdownTree) {
    forEachLink(of: tree) { target in
      guard let link = cmark_node_new(CMARK_NODE_LINK) else { return nil }
      cmark_node_set_url(link, target.address)
      if !target.title.isEmpty { cmark_node_set_title(link, target.title) }
      if let text = textNode(target.label[...]) { cmark_node_append_child(link, text) }
      return link
    }
  }

  /// Replaces each `[[id]]` by its label alone.
  func label(_ tree: borrowing MarkdownTree) {
    forEachLink(of: tree) { textNode($0.label[...]) }
  }

  private func forEachLink(
    of tree: borrowing MarkdownTree, _ makeNode: (Target) -> MarkdownNode?
  ) {
    var texts: [MarkdownNode] = []
    tree.forEachNode { node in
      if cmark_node_get_type(node) == CMARK_NODE_TEXT, let text = cmark_node_get_literal(node),
        strstr(text, "[[") != nil
      {
        texts.append(node)
      }
    }
    for node in texts { replaceLinks(in: node, makeNode) }
  }

  private func replaceLinks(in node: MarkdownNode, _ makeNode: (Target) -> MarkdownNode?) {
    var rest = literal(of: node)[...]
    while let open = rest.firstUTF8Range(of: "[["),
      let close = rest[open.upperBound...].firstUTF8Range(of: "]]")
    {
      let id = String(rest[open.upperBound..<close.lowerBound])
      if let target = resolve(id) {
        insert(textNode(rest[..<open.lowerBound]), before: node)
        insert(makeNode(target), before: node)
      } else {
        insert(textNode(rest[..<close.upperBound]), before: node)
      }
      rest = rest[close.upperBound...]
    }
    cmark_node_set_literal(node, String(rest))
  }

  func insert(_ new: MarkdownNode?, before node: MarkdownNode) {
    if let new { cmark_node_insert_before(node, new) }
  }

  func textNode(_ text: Substring) -> MarkdownNode? {
    guard !text.isEmpty, let node = cmark_node_new(CMARK_NODE_TEXT) else { return nil }
    cmark_node_set_literal(node, String(text))
    return node
  }
}

/// Converts and frees a text allocated by the C library.
private func string(_ rendered: UnsafeMutablePointer<CChar>?) -> String {
  guard let rendered else { return "" }
  defer { cmark_get_default_mem_allocator().pointee.free(rendered) }
  var text = String(cString: rendered)
  while text.last?.isNewline == true { text.removeLast() }
  return text
}

private func append(_ rendered: UnsafeMutablePointer<CChar>?, to buffer: inout ByteBuffer) {
  guard let rendered else { return }
  defer { cmark_get_default_mem_allocator().pointee.free(rendered) }
  let bytes = UnsafeRawBufferPointer(start: rendered, count: strlen(rendered))
  buffer.append(raw: bytes.bindMemory(to: UInt8.self))
}
