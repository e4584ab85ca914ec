// The standard library finds a text in another one, and replaces it, by its engine for regular expressions: a megabyte of the
// program. Bytes are compared here, so that letters with and without marks are different ones.

extension Substring {
  /// The range of the first place where the text stands; nil if there is none, or nothing to look for.
  package func firstUTF8Range(of text: String) -> Range<Index>? {
    guard let first = text.utf8.first else { return nil }
    var rest = utf8[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: text.utf8) {
        return start..<rest.index(start, offsetBy: text.utf8.count)
      }
      rest = rest.dropFirst()
    }
    return nil
  }

  package func containsUTF8(_ text: String) -> Bool { firstUTF8Range(of: text) != nil }
}

extension String {
  /// The range of the first place where the text stands; nil if there is none, or nothing to look for.
  package func firstUTF8Range(of text: String) -> Range<Index>? {
    self[...].firstUTF8Range(of: text)
  }

  package func containsUTF8(_ text: String) -> Bool { firstUTF8Range(of: text) != nil }

  /// This text with another one wherever `text` stands.
  package func replacingUTF8(_ text: String, with replacement: String) -> String {
    var result = ""
    var rest = self[...]
    while let range = rest.firstUTF8Range(of: text) {
      result += rest[..<range.lowerBound]
      result += replacement
      rest = rest[range.upperBound...]
    }
    return result.isEmpty && rest.startIndex == startIndex ? self : result + rest
  }
}
