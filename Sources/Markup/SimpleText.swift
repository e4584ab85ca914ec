internal import Output

/// A text of one line whose only marks are links to ids and unambiguous emphasis.
///
/// Most texts that are not plain are simple, and the parser takes thirty times as long for them. Conservative: a text that the
/// parser could read differently is not simple. Tests compare the two.
struct SimpleText {
  enum Piece {
    /// A byte range of the text.
    case text(Range<Int>)
    case link(MarkdownRenderer.Target)
    case start(Emphasis)
    case end(Emphasis)
  }

  enum Emphasis: Int {
    case emphasis = 1
    case strong = 2
  }

  private(set) var pieces: [Piece] = []

  /// Nil if the text has any other mark, or an unresolved link.
  init?(
    _ text: UnsafeBufferPointer<UInt8>, _ resolve: (String) -> MarkdownRenderer.Target?
  ) {
    guard let first = text.first, !startsBlock(first) else { return nil }
    var (index, start) = (0, 0)
    var started: Emphasis?
    pieces.reserveCapacity(8)
    func addText(_ end: Int, _ pieces: inout [Piece]) {
      if start < end { pieces.append(.text(start..<end)) }
    }
    while index < text.count {
      if text.count &- index >= 16, let sixteen = SixteenBytes(text, from: index),
        areFrequent(sixteen)
      {
        index = index &+ 16
        continue
      }
      let byte = text[index]
      guard isMark(byte) || byte < UInt8(ascii: " ") else {
        index += 1
        continue
      }
      addText(index, &pieces)
      if let id = SimpleText.id(in: text, at: index),
        let target = resolve(String(decoding: text[id], as: UTF8.self))
      {
        pieces.append(.link(target))
        index = id.upperBound + 2
      } else if let expected = started, let end = SimpleText.end(of: expected, in: text, at: index)
      {
        pieces.append(.end(expected))
        started = nil
        index = end
      } else if started == nil, let emphasis = SimpleText.start(in: text, at: index) {
        pieces.append(.start(emphasis))
        started = emphasis
        index += emphasis.rawValue
      } else {
        return nil
      }
      start = index
    }
    guard started == nil else { return nil }
    addText(index, &pieces)
  }

  /// The id of the `[[id]]` that starts at an offset; nil if the following byte could make it a Markdown link.
  private static func id(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Range<Int>? {
    guard start + 1 < text.count, text[start] == UInt8(ascii: "["),
      text[start + 1] == UInt8(ascii: "[")
    else { return nil }
    var end = start + 2
    while end < text.count,
      isLetterOrDigit(text[end]) || text[end] == UInt8(ascii: ".")
        || text[end] == UInt8(ascii: "-")
    {
      end += 1
    }
    guard end > start + 2, end + 1 < text.count, text[end] == UInt8(ascii: "]"),
      text[end + 1] == UInt8(ascii: "]")
    else { return nil }
    if end + 2 < text.count, !isEndOfWord(text[end + 2]) { return nil }
    return (start + 2)..<end
  }

  /// One or two asterisks between a space and a letter or digit, which can only open (CommonMark 0.29, 6.4).
  private static func start(
    in text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Emphasis? {
    guard start == 0 || text[start - 1] == UInt8(ascii: " "),
      let emphasis = Emphasis(rawValue: asterisks(in: text, at: start)),
      start + emphasis.rawValue < text.count, isLetterOrDigit(text[start + emphasis.rawValue])
    else { return nil }
    return emphasis
  }

  /// The end of asterisks that can only close: after a letter or digit, and before a space or stop.
  private static func end(
    of emphasis: Emphasis, in text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Int? {
    let end = start + emphasis.rawValue
    guard start > 0, isLetterOrDigit(text[start - 1]),
      asterisks(in: text, at: start) == emphasis.rawValue,
      end == text.count || isEndOfWord(text[end])
    else { return nil }
    return end
  }

  private static func asterisks(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    var end = start
    while end < text.count, text[end] == UInt8(ascii: "*") { end += 1 }
    return end - start
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }

  private static func isEndOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"): true
    default: false
    }
  }
}
