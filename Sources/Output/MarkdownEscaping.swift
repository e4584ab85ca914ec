extension ByteBuffer {
  /// Appends a text escaped for CommonMark and GitHub Flavored Markdown, inline or in a table cell.
  ///
  /// A line break becomes a space, since one line of text is one line of Markdown. Anything that could begin a block (a leading
  /// `1.`, `-`, `#`) is escaped. So is anything that becomes a link without markup (`www.`, `https://`, an e-mail address).
  package mutating func append(markdown text: String) {
    var text = text
    text.withUTF8 { append(markdown: $0) }
  }

  /// Appends UTF-8 bytes escaped for Markdown, inline or in a table cell.
  package mutating func append(markdown text: UnsafeBufferPointer<UInt8>) {
    if isPlainMarkdown(text) { return append(raw: text) }
    let start = bytes.count
    var runStart = 0
    for index in text.indices where isMark(text[index]) {
      switch text[index] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        append(raw: UnsafeBufferPointer(rebasing: text[runStart..<index]))
        append(UInt8(ascii: " "))
        runStart = index + 1
      case UInt8(ascii: ":") where !beginsAddress(text, at: index),
        UInt8(ascii: ".") where !endsWWW(text, at: index):
        continue
      default:
        append(raw: UnsafeBufferPointer(rebasing: text[runStart..<index]))
        append(UInt8(ascii: "\\"))
        runStart = index
      }
    }
    append(raw: UnsafeBufferPointer(rebasing: text[runStart...]))
    escapeBlockStart(at: start)
  }

  /// Escapes the start of a list, heading underline or rule: `-`, `+`, `=`, and the sign after leading digits.
  private mutating func escapeBlockStart(at start: Int) {
    guard start < bytes.count else { return }
    var index = start
    while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
      index += 1
    }
    guard index < bytes.count else { return }
    let byte = bytes[index]
    // A number begins an item only with a space after its sign, so the `1.` of `1.2` is left alone.
    let isBeforeSpace = index + 1 == bytes.count || bytes[index + 1] == UInt8(ascii: " ")
    let beginsNumberedItem =
      index > start && isBeforeSpace
      && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")"))
    let beginsOther =
      index == start
      && (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "="))
    if beginsNumberedItem || beginsOther {
      bytes.insert(UInt8(ascii: "\\"), at: index)
    }
  }
}

/// Whether a text certainly needs no escape in Markdown. Conservative: a text that begins with no letter is not plain.
package func isPlainMarkdown(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let first = text.first, let start = text.baseAddress else { return true }
  guard first | 0x20 >= UInt8(ascii: "a") else { return false }
  // Most sentences end with a full stop.
  let endsInStop = text[text.count - 1] == UInt8(ascii: ".") && !endsWWW(text, at: text.count - 1)
  let rest = UnsafeBufferPointer(start: start, count: endsInStop ? text.count - 1 : text.count)
  var index = 0
  while index < rest.count {
    let isPlain = SixteenBytes(rest, from: index).map(areFrequent) ?? false
    if !isPlain, hasMark(text, index..<min(index &+ 16, rest.count)) { return false }
    index = index &+ 16
  }
  return true
}

/// Whether any byte of a range is escaped or replaced.
private func hasMark(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
  range.contains { index in
    switch text[index] {
    case UInt8(ascii: ":"): beginsAddress(text, at: index)
    case UInt8(ascii: "."): endsWWW(text, at: index)
    default: isMark(text[index])
    }
  }
}

/// Whether sixteen bytes are all frequent ones: letters, spaces, non-ASCII, or `0123456789,-/`.
@inline(__always)
private func areFrequent(_ bytes: SixteenBytes) -> Bool {
  let letters = bytes.with(bits: 0x20).places(from: UInt8(ascii: "a"), to: UInt8(ascii: "z"))
  let digits = bytes.places(from: UInt8(ascii: "/"), to: UInt8(ascii: "9"))
  let stops = bytes.places(from: UInt8(ascii: ","), to: UInt8(ascii: "-"))
  let others = bytes.places(of: UInt8(ascii: " ")) | bytes.places(from: 0x80, to: 0xFF)
  return (letters | digits | stops | others).isAll
}

/// Whether a byte may have to be escaped or replaced. `:` and `.` are escaped only in bare addresses.
private func isMark(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
    UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"),
    UInt8(ascii: "~"), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "@"),
    UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"), UInt8(ascii: ":"),
    UInt8(ascii: "."):
    true
  default: false
  }
}

/// Whether a colon begins `:/`, as in `://`, which makes a link of a bare address (GitHub Flavored Markdown, 6.9).
private func beginsAddress(_ text: UnsafeBufferPointer<UInt8>, at colon: Int) -> Bool {
  colon + 2 < text.count && text[colon + 1] == UInt8(ascii: "/")
}

/// Whether a full stop follows `ww`, as in `www.`, which makes a link as well.
private func endsWWW(_ text: UnsafeBufferPointer<UInt8>, at stop: Int) -> Bool {
  stop >= 2 && text[stop - 1] | 0x20 == UInt8(ascii: "w")
    && text[stop - 2] | 0x20 == UInt8(ascii: "w")
}
