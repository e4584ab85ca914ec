extension MarkdownScan {
  /// Whether a text has no mark of Markdown's in it, so that there is nothing to find.
  package static func isNeedless(for text: Span<UInt8>) -> Bool {
    isPlain(text.extracting(first: endOfInk(in: text)))
  }
}

/// The `[[links]]` of a text that has no other mark of Markdown's in it, which then needs no parser. Nil for any other text.
///
/// Anything that could make a bracket more than a bracket, or a word a link, is left to the parser.
func plainLinks(_ text: ArraySlice<UInt8>) -> [(range: Range<Int>, id: String)]? {
  guard let opening = text.first, !startsBlock(opening) else { return nil }
  var links: [(range: Range<Int>, id: String)] = []
  let first = text.startIndex
  var place = first
  while let byte = text.at(place) {
    if byte == UInt8(ascii: "[") {
      guard text.at(place + 1) == UInt8(ascii: "["),
        let end = text[(place + 2)...].firstIndex(where: { !isIDByte($0) }), end > place + 2,
        text.at(end) == UInt8(ascii: "]"), text.at(end + 1) == UInt8(ascii: "]"),
        !leadsOn(text.at(end + 2))
      else { return nil }
      let id = String(decoding: text[(place + 2)..<end], as: UTF8.self)
      links.append(((place - first)..<(end + 2 - first), id))
      place = end + 2
    } else {
      // Addresses become links without any brackets.
      guard !isMark(byte), byte != UInt8(ascii: "/"), byte != UInt8(ascii: "@") else { return nil }
      place += 1
    }
  }
  return links
}

private func isIDByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
    true
  default: false
  }
}

/// Whether a byte after a closing bracket makes a link of what stands in the brackets.
private func leadsOn(_ byte: UInt8?) -> Bool {
  byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: ":")
}

extension ArraySlice<UInt8> {
  fileprivate func at(_ place: Int) -> UInt8? { place < endIndex ? self[place] : nil }
}
