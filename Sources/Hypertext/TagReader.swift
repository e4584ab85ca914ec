internal import Output

/// Reads the tags of an HTML page, one after another.
///
/// It reads the HTML of our templates and of authors' templates. It skips comments and the contents of scripts and styles.
/// Attributes may have either kind of quotes or none. It does not repair broken HTML.
///
/// The page's memory must stay valid. Only the attributes of the last tag are kept, since the pages of a large handbook have
/// millions of tags.
struct TagReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  private let end: Int

  /// The attributes of the last tag.
  private(set) var attributes: [Attribute] = []

  /// Reads the tags that begin in a range of a page.
  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>? = nil) {
    self.bytes = bytes
    position = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  /// The next tag; nil at the end.
  mutating func next() -> Tag? {
    while let start = find(UInt8(ascii: "<"), from: position) {
      position = start + 1
      guard position < end else { return nil }
      if bytes[position] == UInt8(ascii: "!") || bytes[position] == UInt8(ascii: "?") {
        position =
          starts(with: "<!--", at: start)
          ? end(of: "-->", from: start + 4) : end(of: ">", from: position)
      } else if let tag = tag(from: start) {
        position = tag.range.upperBound
        if !tag.isClosing, tag.holdsRawText(in: bytes) { skipRawText(of: tag) }
        return tag
      }
    }
    return nil
  }

  private mutating func tag(from start: Int) -> Tag? {
    var index = start + 1
    let isClosing = bytes[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    let nameStart = index
    index = endOfName(from: nameStart)
    guard index > nameStart else { return nil }
    let name = nameStart..<index
    if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
    if isClosing {
      return Tag(range: start..<endOfEndTag(from: index), name: name, isClosing: true)
    }
    while index < end, bytes[index] != UInt8(ascii: ">") {
      guard bytes[index].isNameByte else {
        index += 1
        continue
      }
      attributes.append(attribute(at: &index))
    }
    return Tag(range: start..<min(index + 1, end), name: name, isClosing: false)
  }

  /// The end offset of an end tag. It has no attributes, and stops at the latest where another tag may begin.
  private func endOfEndTag(from start: Int) -> Int {
    var index = start
    while index < end, bytes[index] != UInt8(ascii: "<") {
      index += 1
      if bytes[index - 1] == UInt8(ascii: ">") { break }
    }
    return index
  }

  private func attribute(at index: inout Int) -> Attribute {
    let nameStart = index
    index = endOfName(from: nameStart)
    let name = nameStart..<index
    var next = index
    while next < end, bytes[next].isSpace { next += 1 }
    guard next < end, bytes[next] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: index..<index)
    }
    next += 1
    while next < end, bytes[next].isSpace { next += 1 }
    guard next < end else { return Attribute(name: name, value: next..<next) }
    let quote = bytes[next]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let close = find(quote, from: next + 1) ?? end
      index = min(close + 1, end)
      return Attribute(name: name, value: (next + 1)..<close)
    }
    let start = next
    while next < end, !bytes[next].isSpace, bytes[next] != UInt8(ascii: ">") { next += 1 }
    index = next
    return Attribute(name: name, value: start..<next)
  }

  /// Skips the content of a script or style, which is not HTML.
  private mutating func skipRawText(of tag: Tag) {
    while let start = find(UInt8(ascii: "<"), from: position) {
      position = start
      let nameEnd = start + 2 + tag.name.count
      if nameEnd <= end, bytes[start + 1] == UInt8(ascii: "/"),
        bytes[(start + 2)..<nameEnd].elementsEqual(bytes[tag.name])
      {
        return
      }
      position = start + 1
    }
    position = end
  }

  private func endOfName(from start: Int) -> Int {
    guard let first = bytes.baseAddress else { return start }
    return EightBytes.endOfName(in: first, from: start, to: end)
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start < end, let first = bytes.baseAddress else { return nil }
    let found = SixteenBytes.find(byte, in: first, from: start, to: end)
    return found < end ? found : nil
  }

  private func starts(with text: StaticString, at start: Int) -> Bool {
    text.withUTF8Buffer { text in
      start + text.count <= end && bytes[start] == text[0]
        && bytes[start..<(start + text.count)].elementsEqual(text)
    }
  }

  private func end(of text: StaticString, from start: Int) -> Int {
    var index = start
    while index < end {
      if starts(with: text, at: index) { return index + text.utf8CodeUnitCount }
      index += 1
    }
    return end
  }
}

/// A tag, as byte ranges of the page.
struct Tag {
  let range: Range<Int>
  let name: Range<Int>
  let isClosing: Bool

  fileprivate func holdsRawText(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes[name.lowerBound] == UInt8(ascii: "s") else { return false }
    return switch name.count {
    case 5: bytes[name].elementsEqual("style".utf8)
    case 6: bytes[name].elementsEqual("script".utf8)
    default: false
    }
  }
}

/// An attribute, as byte ranges of the page. The value is without quotes, and empty if there is none.
struct Attribute {
  let name: Range<Int>
  let value: Range<Int>
}

extension UInt8 {
  @inline(__always)
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

  /// Whether the byte may occur in the name of an element or attribute: a letter, a digit, `-`, `:`, `_` or non-ASCII.
  @inline(__always)
  var isNameByte: Bool {
    if self >= 0x80 || (self | 0x20) &- UInt8(ascii: "a") < 26 { return true }
    // The bytes from `-` to `:`, except `.` and `/`.
    let rest = self &- UInt8(ascii: "-")
    return rest < 14 && rest != 1 && rest != 2 || self == UInt8(ascii: "_")
  }
}
