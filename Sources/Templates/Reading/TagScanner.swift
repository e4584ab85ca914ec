internal import Diagnostics

/// Finds the tags of a template; what lies between them is text.
///
/// The syntax is that of mustache(5), with the `<`, `$` and `*` of the optional parts of the
/// Mustache spec. White space may stand before the mark as well as after it.
struct TagScanner {
  private let file: SourceFile
  private let bytes: [UInt8]
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)
  private var offset: Int
  private(set) var tags: [Tag] = []
  private(set) var problems = DiagnosticBag()

  init(_ file: SourceFile, from start: Int) {
    self.file = file
    bytes = file.bytes
    offset = start
  }

  mutating func scan() {
    while let start = firstOpening() {
      readTag(at: start)
    }
  }

  private func firstOpening() -> Int? {
    var index = offset
    while index + opening.count <= bytes.count {
      if matches(opening, at: index) { return index }
      index += 1
    }
    return nil
  }

  private func matches(_ delimiter: [UInt8], at index: Int) -> Bool {
    guard index + delimiter.count <= bytes.count else { return false }
    for (distance, byte) in delimiter.enumerated() where bytes[index + distance] != byte {
      return false
    }
    return true
  }

  private mutating func readTag(at start: Int) {
    var mark = start + opening.count
    while mark < bytes.count, bytes[mark].isSpaceOrTab { mark += 1 }
    let sigil = mark < bytes.count ? bytes[mark] : 0
    switch sigil {
    case UInt8(ascii: "!"): readComment(at: start)
    case UInt8(ascii: "="): readDelimiters(at: start, content: mark + 1)
    case UInt8(ascii: "{"):
      let end = [UInt8(ascii: "}")] + closing
      readNamed(.unescaped, at: start, content: mark + 1, closing: end)
    default:
      let kind = Tag.Kind(sigil: sigil)
      let content = kind == .variable ? mark : mark + 1
      readNamed(kind, at: start, content: content, closing: closing)
    }
  }

  private mutating func readComment(at start: Int) {
    var index = start + opening.count
    while index < bytes.count, !matches(closing, at: index) { index += 1 }
    guard index < bytes.count else {
      reportUnclosed(at: start, before: bytes.count)
      // All that follows belongs to the comment as written.
      offset = bytes.count
      return
    }
    add(.comment, start..<(index + closing.count), name: index..<index)
  }

  private mutating func readNamed(
    _ kind: Tag.Kind, at start: Int, content: Int, closing: [UInt8]
  ) {
    var index = content
    while index < bytes.count, !matches(closing, at: index) {
      // A tag cannot contain the start of another: the first one was not closed.
      guard !matches(opening, at: index) else { break }
      index += 1
    }
    guard matches(closing, at: index) else {
      reportUnclosed(at: start, before: index)
      return
    }
    var name = trimmed(content..<index)
    let isDynamic =
      kind.mayBeDynamic && !name.isEmpty && bytes[name.lowerBound] == UInt8(ascii: "*")
    if isDynamic { name = trimmed((name.lowerBound + 1)..<name.upperBound) }
    if bytes[name].contains(.lineFeed) {
      reportUnclosed(at: start, before: index)
    } else if name.isEmpty || bytes[name].contains(where: \.isWhitespace) {
      let range = start..<(index + closing.count)
      problems.report(
        MalformedTag(
          range: file.place(name.isEmpty ? range : name), name: file.text(name)))
      add(.invalid, range, name: name)
    } else {
      add(kind, start..<(index + closing.count), name: name, isDynamic: isDynamic)
    }
  }

  /// "Custom delimiters may not contain whitespace or the equals sign": mustache(5), Set Delimiter.
  private mutating func readDelimiters(at start: Int, content: Int) {
    let end = [UInt8(ascii: "=")] + closing
    var index = content
    while index < bytes.count, bytes[index] != .lineFeed, !matches(end, at: index) { index += 1 }
    guard matches(end, at: index) else {
      reportUnclosed(at: start, before: index)
      return
    }
    let range = start..<(index + end.count)
    let parts = bytes[content..<index].split(whereSeparator: \.isWhitespace)
    guard parts.count == 2, !parts.joined().contains(UInt8(ascii: "=")) else {
      problems.report(InvalidDelimiters(range: file.place(range)))
      add(.invalid, range, name: content..<content)
      return
    }
    add(.delimiters, range, name: content..<content)
    opening = Array(parts[0])
    closing = Array(parts[1])
  }

  /// Reports a tag without an end, as far as its line or the next tag, and goes on after that.
  private mutating func reportUnclosed(at start: Int, before limit: Int) {
    let content = start + opening.count
    let lineEnd = bytes[content..<max(limit, content)].firstIndex(of: .lineFeed)
    var end = lineEnd ?? max(limit, content)
    while end > content, bytes[end - 1].isWhitespace { end -= 1 }
    let range = start..<end
    problems.report(
      UnclosedTag(range: file.place(range), closing: String(decoding: closing, as: UTF8.self)))
    add(.invalid, range, name: end..<end)
  }

  private mutating func add(
    _ kind: Tag.Kind, _ range: Range<Int>, name: Range<Int>, isDynamic: Bool = false
  ) {
    tags.append(
      Tag(
        kind: kind, range: range, name: name, isDynamic: isDynamic, openingLength: opening.count,
        closingLength: closing.count))
    offset = range.upperBound
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isWhitespace { start += 1 }
    while start < end, bytes[end - 1].isWhitespace { end -= 1 }
    return start..<end
  }
}

extension Tag.Kind {
  /// The kind that a mark after the opening delimiter stands for.
  init(sigil: UInt8) {
    switch sigil {
    case UInt8(ascii: "&"): self = .unescaped
    case UInt8(ascii: "#"): self = .section
    case UInt8(ascii: "^"): self = .inverted
    case UInt8(ascii: "/"): self = .close
    case UInt8(ascii: ">"): self = .partial
    case UInt8(ascii: "<"): self = .parent
    case UInt8(ascii: "$"): self = .block
    default: self = .variable
    }
  }

  /// The Mustache spec, Dynamic Names: in partials and parents, and so in the tag that closes a
  /// parent.
  var mayBeDynamic: Bool {
    self == .partial || self == .parent || self == .close
  }
}
