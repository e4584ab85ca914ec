internal import Output

/// Turns pages of a handbook into chapters of one document.
///
/// Of each page the contents of its `main` element are taken. Its headings move down, so that the document has one
/// outline; its anchors get the page's name in front, so that they are unique; links between pages become links inside
/// the document. An element with the attribute `data-page-only`, such as a way to the next page, is left out; of a link to
/// a term only its words stay, since they are marked anew on each page and would be so in each chapter.
package struct ChapterMaker: Sendable {
  /// The paths of the pages that are chapters.
  let pages: Set<String>

  /// Whether links to files beside the document are kept.
  let keepsFiles: Bool

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
  static func page(_ path: String) -> String {
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
    bytes.withUnsafeBufferPointer { bytes in
      var writer = ChapterWriter(bytes, path: path, shift: shift, of: self)
      return writer.write()
    }
  }

  /// That of the element with a name; nil if it is no heading.
  static func headingLevel(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard name.count == 2, let letter = name.first, let digit = name.last,
      letter == UInt8(ascii: "h"), (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(digit)
    else { return nil }
    return Int(digit - UInt8(ascii: "0"))
  }
}
