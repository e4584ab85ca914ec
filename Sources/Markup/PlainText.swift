/// Whether a text means the same in Markdown and as plain text, so that it needs no parser.
///
/// Most texts of a framework do. Conservative: a text with any byte that Markdown ever reads as a mark is not plain.
func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
  guard let first = text.first else { return true }
  guard !startsBlock[Int(first)] else { return false }
  // The table is asked for once, and not for each byte.
  let marks = isMark
  return text.withUnsafeBufferPointer { text in
    marks.withUnsafeBufferPointer { marks in
      for byte in text where marks[Int(byte)] { return false }
      return true
    }
  }
}

/// A text without white space at its end, which a folded or literal block of YAML always has.
func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var text = text
  while let last = text.last, last <= UInt8(ascii: " ") { text.removeLast() }
  return text
}

private let isMark: [Bool] = table(of: "\\`*_[]<>&~|!\n\r")
private let startsBlock: [Bool] = table(of: "-+=#0123456789 \t\\`*_[]<>&~|!\n\r")

private func table(of marks: String) -> [Bool] {
  var table = [Bool](repeating: false, count: 256)
  for byte in marks.utf8 { table[Int(byte)] = true }
  return table
}
