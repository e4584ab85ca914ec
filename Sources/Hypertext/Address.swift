internal import Output

/// An address inside the output, as links on its pages name it.
package struct Address: Hashable, Sendable {
  /// The path from the output folder, without `.` and `..`.
  package let path: String

  /// The anchor on the page; nil for the page itself.
  package let anchor: String?

  package init(path: String, anchor: String?) {
    self.path = path
    self.anchor = anchor
  }

  /// Resolves a link on a page. Nil if a scheme, such as `https:`, leads out of the output.
  ///
  /// A link that leaves the output folder or starts at a server's root keeps `..` or `/` in its path. No file of the output has
  /// such a path.
  package init?(link: String, on page: String) {
    var reader = AddressReader(page: page)
    var link = link
    guard let address = link.withUTF8({ reader.read($0).map(Address.init) }) else { return nil }
    self = address
  }

  init(_ parts: AddressReader.Parts) {
    path = String(decoding: parts.path, as: UTF8.self)
    anchor = parts.anchor.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Resolves the links of one page. It works on bytes and reuses its memory from one link to the next.
struct AddressReader {
  private let page: [UInt8]

  /// The length in bytes of the page's folder, with the slash after it.
  private let folderLength: Int

  private var path: [UInt8] = []

  init(page: String) {
    self.page = Array(page.utf8)
    folderLength = self.page.lastIndex(of: slash).map { $0 + 1 } ?? 0
  }

  /// An address as bytes. The anchor points into the link and is valid only as long as the link is.
  struct Parts {
    let path: [UInt8]
    let anchor: UnsafeBufferPointer<UInt8>?
  }

  /// Resolves a link. Nil if it leads out of the output.
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

  /// Appends the segments of a relative reference to `path`, which is empty or ends in a slash.
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

  /// Whether there is a folder to leave: `path` is not empty and does not end in `../`.
  private var canGoUp: Bool {
    !path.isEmpty
      && !(path.count >= 3 && path.suffix(3).elementsEqual([dot, dot, slash])
        && (path.count == 3 || path[path.count - 4] == slash))
  }

  private mutating func goUp() {
    path.removeLast()
    while let last = path.last, last != slash { path.removeLast() }
  }

  /// Whether a colon comes before any slash, as in `https:` (RFC 3986, section 3.1).
  private func hasScheme(_ reference: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in reference {
      if byte == slash { return false }
      if byte == UInt8(ascii: ":") { return true }
    }
    return false
  }

  /// Whether an anchor means the top of a page, which needs no element (HTML standard, "find a potential indicated element").
  static func isTop(_ anchor: UnsafeBufferPointer<UInt8>) -> Bool {
    anchor.isEmpty || anchor.count == 3 && anchor.elementsEqual("top".utf8)
  }
}

private let slash = UInt8(ascii: "/")
private let dot = UInt8(ascii: ".")

extension StringProtocol {
  /// The text of an attribute's value, with our five HTML escapes undone.
  package var unescapedAttribute: String {
    guard utf8.contains(UInt8(ascii: "&")) else { return String(self) }
    return String(self).replacingUTF8("&lt;", with: "<").replacingUTF8("&gt;", with: ">")
      .replacingUTF8("&quot;", with: "\"").replacingUTF8("&#39;", with: "'").replacingUTF8(
        "&amp;", with: "&")
  }
}
