internal import Output

/// Turns handbook pages into chapters of one document.
///
/// A chapter is the content of a page's `main` element. Headings move down, so that the document has one outline. Anchors get
/// the page's name as a prefix, so that they are unique. Links between pages become links inside the document. Elements with
/// the attribute `data-page-only`, such as a link to the next page, are left out. Links to terms are reduced to their words,
/// since every page marks its terms anew.
package struct ChapterMaker: Sendable {
  /// The paths of the pages that are chapters.
  let pages: Set<String>

  /// Whether links to files beside the document are kept.
  let keepsFiles: Bool

  package init(pages: Set<String>, keepsFiles: Bool) {
    self.pages = pages
    self.keepsFiles = keepsFiles
  }

  /// The anchor in the document of a page, or of an anchor on it: `outcomes-REL-1`, `outcomes-REL-1--notes_`.
  package static func anchor(_ address: Address) -> String {
    let page = page(address.path)
    return address.anchor.map { "\(page)--\($0)" } ?? page
  }

  /// The anchor in the document of a page.
  static func page(_ path: String) -> String {
    var bytes = Array(path.utf8)
    if bytes.count >= 5, bytes.suffix(5).elementsEqual(".html".utf8) { bytes.removeLast(5) }
    for index in bytes.indices where bytes[index] == UInt8(ascii: "/") {
      bytes[index] = UInt8(ascii: "-")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The content of a page as a chapter.
  ///
  /// `path` is the page's path from the document's folder. `shift` is the number of levels by which headings move down, at most
  /// to the sixth.
  package func chapter(_ bytes: [UInt8], path: String, shift: Int) -> [UInt8] {
    bytes.withUnsafeBufferPointer { bytes in
      var writer = ChapterWriter(bytes, path: path, shift: shift, of: self)
      return writer.write()
    }
  }

  /// The level of a heading element by its name; nil if it is no heading.
  static func headingLevel(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard name.count == 2, let letter = name.first, let digit = name.last,
      letter == UInt8(ascii: "h"), (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(digit)
    else { return nil }
    return Int(digit - UInt8(ascii: "0"))
  }
}
