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
    let (rest, anchor) = Address.cut(link, at: "#")
    let (reference, _) = Address.cut(rest, at: "?")
    if let colon = reference.firstIndex(of: ":"),
      !reference[..<colon].contains("/")
    {
      return nil
    }
    // The top of a page is there without an anchor (HTML standard, "find a potential indicated element").
    self.anchor = anchor.flatMap { $0.isEmpty || $0 == "top" ? nil : String($0) }
    guard !reference.isEmpty else {
      path = page
      return
    }
    guard !reference.hasPrefix("/") else {
      path = String(reference)
      return
    }
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in reference.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case ".": break
      case ".." where parts.last.map { $0 != ".." } ?? false: parts.removeLast()
      default: parts.append(String(part))
      }
    }
    path = parts.joined(separator: "/")
  }

  private static func cut(_ text: some StringProtocol, at mark: Character) -> (
    Substring, Substring?
  ) {
    let text = Substring(text)
    guard let index = text.firstIndex(of: mark) else { return (text, nil) }
    return (text[..<index], text[text.index(after: index)...])
  }
}

extension StringProtocol {
  /// The text of an attribute's value, with what our escaping writes for the five characters of HTML put back.
  package var unescapedAttribute: String {
    guard contains("&") else { return String(self) }
    return String(self).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
