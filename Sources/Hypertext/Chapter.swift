internal import Output

/// Turns pages of a handbook into chapters of one document.
///
/// Of each page the contents of its `main` element are taken. Its headings move down, so that the document has one
/// outline; its anchors get the page's name in front, so that they are unique; links between pages become links inside
/// the document. An element with the attribute `data-page-only`, such as a way to the next page, is left out.
package struct ChapterMaker: Sendable {
  /// The paths of the pages that are chapters.
  private let pages: Set<String>

  /// Whether links to files beside the document are kept.
  private let keepsFiles: Bool

  package init(pages: Set<String>, keepsFiles: Bool) {
    self.pages = pages
    self.keepsFiles = keepsFiles
  }

  /// The anchor at which a page, or an anchor on it, stands in the document: `outcomes-REL-1`, `outcomes-REL-1--notes_`.
  package static func anchor(_ address: Address) -> String {
    let page = page(address.path)
    return address.anchor.map { "\(page)--\($0)" } ?? page
  }

  /// The anchor at which a page stands.
  private static func page(_ path: String) -> String {
    var bytes = Array(path.utf8)
    if bytes.count >= 5, bytes.suffix(5).elementsEqual(".html".utf8) { bytes.removeLast(5) }
    for index in bytes.indices where bytes[index] == UInt8(ascii: "/") {
      bytes[index] = UInt8(ascii: "-")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The contents of a page as a chapter.
  ///
  /// `path` is where the page stands, from the document's folder; `shift` is by how many levels its headings move down.
  /// Below the sixth there is none.
  package func chapter(_ bytes: [UInt8], path: String, shift: Int) -> [UInt8] {
    bytes.withUnsafeBufferPointer { chapter($0, path: path, shift: shift) }
  }

  private func chapter(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, shift: Int
  ) -> [UInt8] {
    guard let main = contentsOfMain(bytes) else { return [] }
    var reader = TagReader(bytes, in: main)
    var output: [UInt8] = []
    output.reserveCapacity(main.count + main.count / 4)
    var copied = main.lowerBound
    var skipped: (name: Slice<UnsafeBufferPointer<UInt8>>, depth: Int)?
    while let tag = reader.next() {
      if let open = skipped {
        guard bytes[tag.name].elementsEqual(open.name) else { continue }
        let depth = open.depth + (tag.isClosing ? -1 : 1)
        skipped = depth == 0 ? nil : (open.name, depth)
        copied = tag.range.upperBound
        continue
      }
      output += bytes[copied..<tag.range.lowerBound]
      copied = tag.range.upperBound
      if !tag.isClosing,
        reader.attributes.contains(where: { bytes[$0.name].elementsEqual(pageOnly) })
      {
        skipped = (bytes[tag.name], 1)
        continue
      }
      append(tag, reader.attributes, of: bytes, path: path, shift: shift, to: &output)
    }
    output += bytes[copied..<main.upperBound]
    return output
  }

  /// The text of the first heading of a chapter, without what is only spoken; empty if there is none.
  package static func title(_ html: [UInt8]) -> String {
    html.withUnsafeBufferPointer { title($0) }
  }

  private static func title(_ html: UnsafeBufferPointer<UInt8>) -> String {
    var reader = TagReader(html)
    var (start, isHidden, text) = (Int?.none, false, [UInt8]())
    while let tag = reader.next() {
      if let from = start {
        if !isHidden { text += html[from..<tag.range.lowerBound] }
        isHidden =
          !tag.isClosing
          && reader.attributes.contains { html[$0.value].elementsEqual("unseen".utf8) }
        if tag.isClosing, headingLevel(html[tag.name]) != nil { break }
        start = tag.range.upperBound
      } else if !tag.isClosing, headingLevel(html[tag.name]) != nil {
        start = tag.range.upperBound
      }
    }
    return String(decoding: text, as: UTF8.self).unescapedAttribute
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func contentsOfMain(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var reader = TagReader(bytes)
    var start: Int?
    while let tag = reader.next() {
      guard tag.name.count == 4, bytes[tag.name].elementsEqual("main".utf8) else { continue }
      guard tag.isClosing else {
        start = tag.range.upperBound
        continue
      }
      return start.map { $0..<tag.range.lowerBound }
    }
    return nil
  }

  private func append(
    _ tag: Tag, _ attributes: [Attribute], of bytes: UnsafeBufferPointer<UInt8>, path: String,
    shift: Int, to output: inout [UInt8]
  ) {
    var copied = tag.range.lowerBound
    if let level = ChapterMaker.headingLevel(bytes[tag.name]) {
      output += bytes[copied..<(tag.name.lowerBound + 1)]
      output.append(UInt8(ascii: "0") + UInt8(min(6, level + shift)))
      copied = tag.name.upperBound
    }
    let isSection = bytes[tag.name].elementsEqual("section".utf8)
    for attribute in attributes {
      guard let value = rewritten(attribute, of: bytes, path: path, isSection: isSection) else {
        continue
      }
      switch value {
      case .value(let value):
        output += bytes[copied..<attribute.value.lowerBound]
        var escaped = ByteBuffer()
        escaped.append(html: value)
        output += escaped.bytes
        copied = attribute.value.upperBound
      case .removed:
        output += bytes[copied..<attribute.name.lowerBound]
        // The closing quote as well.
        copied = min(attribute.value.upperBound + 1, tag.range.upperBound - 1)
      }
    }
    output += bytes[copied..<tag.range.upperBound]
  }

  private enum Rewriting {
    case value(String)
    case removed
  }

  private func rewritten(
    _ attribute: Attribute, of bytes: UnsafeBufferPointer<UInt8>, path: String, isSection: Bool
  ) -> Rewriting? {
    func text() -> String {
      String(decoding: bytes[attribute.value], as: UTF8.self).unescapedAttribute
    }
    let name = bytes[attribute.name]
    // A section with a name is a landmark. On a page there are a few, in a book there would be hundreds.
    if isSection, name.elementsEqual("aria-labelledby".utf8) { return .removed }
    if name.elementsEqual("href".utf8) { return link(text(), path: path) }
    if name.elementsEqual("src".utf8) {
      return Address(link: text(), on: path).map { .value($0.path) }
    }
    guard
      namesOfAnchors.contains(where: { $0.count == name.count && name.elementsEqual($0) })
    else { return nil }
    let page = ChapterMaker.page(path)
    return .value(text().split(separator: " ").map { "\(page)--\($0)" }.joined(separator: " "))
  }

  private func link(_ text: String, path: String) -> Rewriting? {
    guard let address = Address(link: text, on: path) else { return nil }
    if pages.contains(address.path) { return .value("#" + ChapterMaker.anchor(address)) }
    guard keepsFiles else { return .removed }
    return .value(address.anchor.map { "\(address.path)#\($0)" } ?? address.path)
  }

  private static func headingLevel(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard name.count == 2, let letter = name.first, let digit = name.last,
      letter == UInt8(ascii: "h"), (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(digit)
    else { return nil }
    return Int(digit - UInt8(ascii: "0"))
  }
}

private let pageOnly = "data-page-only".utf8

/// The attributes that name anchors of their page.
private let namesOfAnchors = [
  "id", "for", "headers", "list", "form", "popovertarget", "aria-labelledby", "aria-describedby",
  "aria-controls", "aria-owns", "aria-details",
].map(\.utf8)
