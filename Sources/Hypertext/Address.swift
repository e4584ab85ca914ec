internal import Output

/// An address inside the output, as a link on one of its pages gives it.
package struct Address: Hashable, Sendable {
  /// From the folder of the output, without `.` and `..`.
  package let path: String

  /// The anchor on that page; nil for the page itself.
  package let anchor: String?

  package init(path: String, anchor: String?) {
    self.path = path
    self.anchor = anchor
  }

  /// What a link means. Nil if it leads out of the output by a scheme, such as `https:`.
  ///
  /// A link that leads above the output's folder or counts from a server's root keeps that in its path, which no file of
  /// the output has.
  package init?(link: String, on page: String) {
    var reader = AddressReader(page: page)
    var link = link
    guard let address = link.withUTF8({ reader.read($0).map(Address.init) }) else { return nil }
    self = address
  }

  /// That of a link which was read.
  init(_ parts: AddressReader.Parts) {
    path = String(decoding: parts.path, as: UTF8.self)
    anchor = parts.anchor.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Tells what the links of one page mean. It works on bytes, and keeps its memory from one link to the next.
struct AddressReader {
  private let page: [UInt8]

  /// How many bytes of the page's path are its folder, with the slash behind it.
  private let folderLength: Int

  private var path: [UInt8] = []

  init(page: String) {
    self.page = Array(page.utf8)
    folderLength = self.page.lastIndex(of: slash).map { $0 + 1 } ?? 0
  }

  /// An address as bytes. The anchor is a part of the link, and is there no longer than that.
  struct Parts {
    let path: [UInt8]
    let anchor: UnsafeBufferPointer<UInt8>?
  }

  /// What a link means. Nil if it leads out of the output.
  mutating func read(_ link: UnsafeBufferPointer<UInt8>) -> Parts? {
    let mark = link.firstIndex(of: UInt8(ascii: "#"))
    let rest = link[..<(mark ?? link.count)]
    let reference = UnsafeBufferPointer(
      rebasing: rest[..<(rest.firstIndex(of: UInt8(ascii: "?")) ?? rest.count)])
    guard !hasScheme(reference) else { return nil }
    let anchor = mark.map { UnsafeBufferPointer(rebasing: link[($0 + 1)...]) }
    if reference.isEmpty {
      path.replaceSubrange(0..., with: page)
    } else if reference[0] == slash {
      path.replaceSubrange(0..., with: reference)
    } else {
      path.replaceSubrange(0..., with: page[..<folderLength])
      resolve(reference)
    }
    return Parts(path: path, anchor: anchor.flatMap { AddressReader.isTop($0) ? nil : $0 })
  }

  /// Adds the parts of a relative reference to the path, which is a folder's and ends in a slash or is empty.
  private mutating func resolve(_ reference: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start <= reference.count {
      let end = reference[start...].firstIndex(of: slash) ?? reference.count
      switch (end - start, start < end ? reference[start] : 0) {
      case (1, dot): break
      case (2, dot) where reference[start + 1] == dot && canGoUp: goUp()
      default:
        path.append(contentsOf: UnsafeBufferPointer(rebasing: reference[start..<end]))
        path.append(slash)
      }
      start = end + 1
    }
    if !path.isEmpty { path.removeLast() }
  }

  /// Whether there is a folder to leave, and not just more ways up.
  private var canGoUp: Bool {
    !path.isEmpty
      && !(path.count >= 3 && path.suffix(3).elementsEqual([dot, dot, slash])
        && (path.count == 3 || path[path.count - 4] == slash))
  }

  private mutating func goUp() {
    path.removeLast()
    while let last = path.last, last != slash { path.removeLast() }
  }

  /// Whether a colon stands before any slash, as in `https:` (RFC 3986, section 3.1).
  private func hasScheme(_ reference: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in reference {
      if byte == slash { return false }
      if byte == UInt8(ascii: ":") { return true }
    }
    return false
  }

  /// The top of a page is there without an anchor (HTML standard, "find a potential indicated element").
  static func isTop(_ anchor: UnsafeBufferPointer<UInt8>) -> Bool {
    anchor.isEmpty || anchor.count == 3 && anchor.elementsEqual("top".utf8)
  }
}

private let slash = UInt8(ascii: "/")
private let dot = UInt8(ascii: ".")

extension StringProtocol {
  /// The text of an attribute's value, with what our escaping writes for the five characters of HTML put back.
  package var unescapedAttribute: String {
    guard utf8.contains(UInt8(ascii: "&")) else { return String(self) }
    return String(self).replacingUTF8("&lt;", with: "<").replacingUTF8("&gt;", with: ">")
      .replacingUTF8("&quot;", with: "\"").replacingUTF8("&#39;", with: "'").replacingUTF8(
        "&amp;", with: "&")
  }
}
