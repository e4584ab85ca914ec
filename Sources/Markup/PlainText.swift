internal import Output

/// The formats in which a text needs no conversion.
enum Plainness {
  /// Markdown and HTML: the text can be copied.
  case everywhere

  /// Markdown only: the text needs no parser, but its quotation marks or apostrophes are escaped in HTML.
  case inMarkdown

  /// Possibly none.
  case nowhere

  /// Examines a text. Most are plain. Conservative: a text with any byte that can be a Markdown mark is not.
  init(of text: UnsafeBufferPointer<UInt8>) {
    self = .everywhere
    guard let first = text.first else { return }
    guard !startsBlock(first) else {
      self = .nowhere
      return
    }
    var index = 0
    while index < text.count {
      if let sixteen = SixteenBytes(text, from: index), areFrequent(sixteen) {
        index = index &+ 16
        continue
      }
      let end = min(index + 16, text.count)
      while index < end {
        let byte = text[index]
        guard !isMark(byte) else {
          self = .nowhere
          return
        }
        // All other characters that HTML escapes are Markdown marks as well.
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { self = .inMarkdown }
        index += 1
      }
    }
  }
}

/// Whether a text means the same in Markdown and as plain text.
func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool { Plainness(of: text) != .nowhere }

func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
  text.withUnsafeBufferPointer { isPlain($0) }
}

/// The text without white space at its end, which a YAML block scalar always has.
func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
  var count = text.count
  while count > 0, text[count - 1] <= UInt8(ascii: " ") { count -= 1 }
  return UnsafeBufferPointer(rebasing: text[..<count])
}

func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var text = text
  while let last = text.last, last <= UInt8(ascii: " ") { text.removeLast() }
  return text
}

/// Whether sixteen bytes are all frequent ones and no marks: letters, spaces, non-ASCII, or `+,-./0123456789:;`.
@inline(__always)
func areFrequent(_ bytes: SixteenBytes) -> Bool {
  let letters = bytes.with(bits: 0x20).places(from: UInt8(ascii: "a"), to: UInt8(ascii: "z"))
  let stops = bytes.places(from: UInt8(ascii: "+"), to: UInt8(ascii: ";"))
  let others = bytes.places(of: UInt8(ascii: " ")) | bytes.places(from: 0x80, to: 0xFF)
  return (letters | stops | others).isAll
}

@inline(__always)
func isMark(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
    UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"),
    UInt8(ascii: "~"), UInt8(ascii: "|"), UInt8(ascii: "!"), UInt8(ascii: "\n"),
    UInt8(ascii: "\r"):
    true
  default: false
  }
}

func startsBlock(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "#"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "\t"):
    true
  default: isMark(byte)
  }
}

func isPlain(_ text: Span<UInt8>) -> Bool { text.withUnsafeBufferPointer { isPlain($0) } }

/// The length of a text in bytes without the white space at its end.
func endOfInk(in text: Span<UInt8>) -> Int {
  var end = text.count
  while end > 0, text[end - 1] <= UInt8(ascii: " ") { end -= 1 }
  return end
}
