/// Whether a text means the same in Markdown and as plain text, so that it needs no parser.
///
/// Most texts of a framework do. Conservative: a text with any byte that Markdown ever reads as a mark is not plain.
func isPlain(_ text: ArraySlice<UInt8>) -> Bool { isPlain(text.span) }

func isPlain(_ text: Span<UInt8>) -> Bool {
  guard !text.isEmpty else { return true }
  guard !startsBlock(text[0]) else { return false }
  for place in text.indices where isMark(text[place]) { return false }
  return true
}

/// A text without white space at its end, which a folded or literal block of YAML always has.
func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  text.prefix(endOfInk(in: text.span))
}

/// How many bytes a text has without the white space at its end.
func endOfInk(in text: Span<UInt8>) -> Int {
  var end = text.count
  while end > 0, text[end - 1] <= UInt8(ascii: " ") { end -= 1 }
  return end
}

/// Whether Markdown reads a byte as a mark anywhere in a text.
@inline(__always)
func isMark(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
    UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
    UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "|"), UInt8(ascii: "!"),
    UInt8(ascii: "\n"), UInt8(ascii: "\r"):
    true
  default: false
  }
}

/// Whether Markdown reads a byte as a mark at the start of a text.
func startsBlock(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "#"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "\t"):
    true
  default: isMark(byte)
  }
}
