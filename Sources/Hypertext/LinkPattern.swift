internal import Output

/// A link as a template writes it: text, with template tags in it that match anything.
package struct LinkPattern: Sendable {
  /// The byte range of the link in the template.
  package let range: Range<Int>

  /// The texts between the template's tags; one more than there are tags.
  private let texts: [String]

  /// All links that a template writes, in order.
  package static func all(in template: [UInt8]) -> [LinkPattern] {
    template.withUnsafeBufferPointer { all(in: $0) }
  }

  private static func all(in template: UnsafeBufferPointer<UInt8>) -> [LinkPattern] {
    var patterns: [LinkPattern] = []
    var reader = TagReader(template)
    while reader.next() != nil {
      for attribute in reader.attributes where !attribute.value.isEmpty {
        let name = template[attribute.name]
        guard name.elementsEqual("href".utf8) || name.elementsEqual("src".utf8) else { continue }
        let text = String(decoding: template[attribute.value], as: UTF8.self)
        patterns.append(LinkPattern(range: attribute.value, texts: text.outsideTags))
      }
    }
    return patterns
  }

  /// The number of characters of the pattern's own text in a link; nil if the link does not match.
  package func match(_ link: String) -> Int? {
    guard let first = texts.first, let last = texts.last else { return nil }
    guard texts.count > 1 else { return first == link ? link.count : nil }
    guard link.hasPrefix(first) else { return nil }
    var rest = link.dropFirst(first.count)
    guard rest.count >= last.count, rest.hasSuffix(last) else { return nil }
    rest = rest.dropLast(last.count)
    for text in texts.dropFirst().dropLast() where !text.isEmpty {
      guard let found = rest.firstUTF8Range(of: text) else { return nil }
      rest = rest[found.upperBound...]
    }
    return texts.reduce(0) { $0 + $1.count }
  }
}

extension String {
  /// The texts outside `{{…}}` in a template's text.
  fileprivate var outsideTags: [String] {
    var texts: [String] = []
    var rest = self[...]
    while let open = rest.firstUTF8Range(of: "{{"),
      let close = rest[open.upperBound...].firstUTF8Range(of: "}}")
    {
      texts.append(String(rest[..<open.lowerBound]).unescapedAttribute)
      rest = rest[close.upperBound...]
      if rest.first == "}" { rest = rest.dropFirst() }
    }
    return texts + [String(rest).unescapedAttribute]
  }
}
