// The standard library searches and replaces texts with its regular-expression engine, a megabyte of the program. These
// functions compare bytes, so letters with and without combining marks differ.

extension Substring {
  /// The range of the first occurrence of a text; nil if there is none, or if `text` is empty.
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
  /// The range of the first occurrence of a text; nil if there is none, or if `text` is empty.
  package func firstUTF8Range(of text: String) -> Range<Index>? {
    self[...].firstUTF8Range(of: text)
  }

  package func containsUTF8(_ text: String) -> Bool { firstUTF8Range(of: text) != nil }

  /// The text with each occurrence of `text` replaced.
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
