internal import CCommonMark

/// The facts that a checker needs about one Markdown text: its links to ids, and what the language refuses.
package struct MarkdownScan {
  /// The ids in links, each with the byte range of the link in the text, brackets included.
  package private(set) var links: [(range: Range<Int>, id: String)] = []

  package private(set) var findings: [(range: Range<Int>, finding: MarkdownFinding)] = []

  /// `isPhrase` if the text must be a single paragraph.
  package init(_ text: ArraySlice<UInt8>, isPhrase: Bool) {
    let text = trimmed(text)
    guard !isPlain(text) else { return }
    if let links = plainLinks(text) {
      self.links = links
      return
    }
    guard let tree = MarkdownTree(text) else { return }
    let bytes = Array(text)
    let lines = lineStarts(of: bytes)
    var searchedTo = 0
    var invisible: Set<UInt32> = []
    if isPhrase, let block = firstBlockBesideParagraph(tree.root) {
      let isSeveral = cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH
      findings.append((place(of: block, lines, bytes), .notOneParagraph(isSeveral: isSeveral)))
    }
    tree.forEachNode { node in
      let type = cmark_node_get_type(node)
      if type == CMARK_NODE_TEXT {
        let literal = literal(of: node)
        findLinks(in: literal, bytes, &searchedTo)
        invisible.formUnion(invisibleCharacters(in: literal))
      } else if let finding = finding(for: node, type) {
        findings.append((place(of: node, lines, bytes), finding))
      }
    }
    guard !invisible.isEmpty else { return }
    for (range, code) in numericEntities(in: bytes) where invisible.contains(code) {
      findings.append((range, .invisibleCharacter(code: code)))
    }
  }

  private mutating func findLinks(
    in text: String, _ bytes: [UInt8], _ searchedTo: inout Int
  ) {
    for id in linkedIDs(in: text) {
      let written = Array("[[\(id)]]".utf8)
      if let start = firstIndex(of: written, in: bytes, from: searchedTo) {
        searchedTo = start + written.count
        links.append((start..<searchedTo, id))
      } else {
        // Entities or backslashes stand in it, so it is not written as it reads.
        let range = escapedLink(in: bytes, from: searchedTo)
        searchedTo = range.upperBound
        links.append((range, id))
      }
    }
  }
}

/// Something in a Markdown text that the language refuses.
package enum MarkdownFinding: Sendable {
  case rawHTML
  case unsafeLink(address: String)
  case image
  case heading
  /// An entity for a character that nobody can see: a control character, or a mark for the direction of writing.
  case invisibleCharacter(code: UInt32)
  /// Several paragraphs, or a list, a quotation or code.
  case notOneParagraph(isSeveral: Bool)
}

/// The ids in the `[[links]]` of a text, in order.
func linkedIDs(in text: String) -> [String] {
  // Brackets are ASCII, so no other character contains their bytes.
  let bytes = Array(text.utf8)
  var ids: [String] = []
  var start = 0
  while let open = firstPair(of: UInt8(ascii: "["), in: bytes, from: start),
    let close = firstPair(of: UInt8(ascii: "]"), in: bytes, from: open + 2)
  {
    ids.append(String(decoding: bytes[(open + 2)..<close], as: UTF8.self))
    start = close + 2
  }
  return ids
}

/// The first offset at which a byte occurs twice in a row.
private func firstPair(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
  var place = start
  while place + 1 < bytes.count {
    if bytes[place] == byte, bytes[place + 1] == byte { return place }
    place += 1
  }
  return nil
}

func literal(of node: MarkdownNode) -> String {
  cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
}

/// Whether an address is allowed in a link: http, https and mailto only, so that no text can carry a script.
func isSafeAddress(_ address: String) -> Bool {
  let lowercased = address.lowercased()
  return ["https://", "http://", "mailto:"].contains { lowercased.hasPrefix($0) }
}

private func finding(
  for node: MarkdownNode, _ type: cmark_node_type
) -> MarkdownFinding? {
  switch type {
  case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: return .rawHTML
  case CMARK_NODE_IMAGE: return .image
  case CMARK_NODE_HEADING: return .heading
  case CMARK_NODE_LINK:
    let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
    return isSafeAddress(address) ? nil : .unsafeLink(address: address)
  default: return nil
  }
}

private func firstBlockBesideParagraph(
  _ root: MarkdownNode
) -> MarkdownNode? {
  var child = cmark_node_first_child(root)
  var isFirst = true
  while let block = child {
    let type = cmark_node_get_type(block)
    if !isFirst || type != CMARK_NODE_PARAGRAPH {
      // A heading or raw HTML has a finding of its own.
      return type == CMARK_NODE_HEADING || type == CMARK_NODE_HTML_BLOCK ? nil : block
    }
    isFirst = false
    child = cmark_node_next(block)
  }
  return nil
}

/// The byte range of a node on its first line.
private func place(
  of node: MarkdownNode, _ lines: [Int], _ bytes: [UInt8]
) -> Range<Int> {
  let line = min(max(1, Int(cmark_node_get_start_line(node))), lines.count)
  let column = max(1, Int(cmark_node_get_start_column(node)))
  let start = min(lines[line - 1] + column - 1, bytes.count)
  let endLine = Int(cmark_node_get_end_line(node))
  let lineEnd = bytes[start...].firstIndex(where: endsLine) ?? bytes.count
  guard endLine == line else { return start..<lineEnd }
  let end = lines[line - 1] + Int(cmark_node_get_end_column(node))
  return start..<max(start, min(end, lineEnd))
}

/// A line ends at a line feed, at a carriage return, or at both (CommonMark 0.29, 2.1).
private func lineStarts(of bytes: [UInt8]) -> [Int] {
  [0]
    + bytes.indices.filter { place in
      guard bytes[place] == UInt8(ascii: "\r") else { return bytes[place] == UInt8(ascii: "\n") }
      return place + 1 == bytes.count || bytes[place + 1] != UInt8(ascii: "\n")
    }.map { $0 + 1 }
}

private func endsLine(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}

private func firstIndex(of needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
  guard bytes.count >= needle.count + start else { return nil }
  return (start...(bytes.count - needle.count)).first {
    bytes[$0] == needle[0] && bytes[$0..<($0 + needle.count)].elementsEqual(needle)
  }
}
