package import Diagnostics

/// The lines of a file as an author sees them: their indentation, and whether they start an item or a key.
package struct SourceLines {
  package let file: SourceFile

  package init(file: SourceFile) { self.file = file }

  private var bytes: [UInt8] { file.bytes }

  /// The line that contains an offset, without its line break. At the end of the text it is the last line that is not blank.
  func line(at offset: Int) -> Range<Int> {
    var place = min(offset, bytes.count)
    if place == bytes.count {
      while place > 0, bytes[place - 1] <= UInt8(ascii: " ") { place -= 1 }
    }
    let start = bytes[..<place].lastIndex(of: newline).map { $0 + 1 } ?? 0
    var end = bytes[place...].firstIndex(of: newline) ?? bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<max(start, end)
  }

  /// All lines, in their order, without their line breaks.
  package var all: [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
      found.append(start..<(end > start && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end))
      start = end + 1
    }
    return found
  }

  /// The last line before this one that is neither blank nor a comment.
  func line(before line: Range<Int>) -> Range<Int>? {
    var place = line.lowerBound
    while place > 0 {
      let previous = self.line(at: place - 1)
      let text = bytes[previous].drop { $0 <= UInt8(ascii: " ") }
      if !text.isEmpty, text.first != UInt8(ascii: "#") { return previous }
      place = previous.lowerBound
    }
    return nil
  }

  /// The range of a line without the space around it.
  package func content(of line: Range<Int>) -> SourceRange {
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    let start = min(line.lowerBound + indentation(of: line), end)
    return SourceRange(file: file.id, start: start, end: end)
  }

  /// The number of spaces that a line starts with.
  package func indentation(of line: Range<Int>) -> Int {
    bytes[line].prefix { $0 == UInt8(ascii: " ") }.count
  }

  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The range of some bytes, extended to the end of the last character.
  func range(at offset: Int, count: Int) -> SourceRange {
    let start = min(offset, bytes.count)
    var end = min(start + count, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return SourceRange(file: file.id, start: start, end: end)
  }

  func byte(at offset: Int) -> UInt8? {
    offset < bytes.count ? bytes[offset] : nil
  }

  func character(at offset: Int) -> Character {
    byte(at: offset).map { Character(Unicode.Scalar($0)) } ?? " "
  }

  /// The shape of a line's beginning.
  package func shape(of line: Range<Int>) -> LineShape {
    let indentation = indentation(of: line)
    // A tab counts for nothing here, so that a line indented by one still shows its key.
    var place = line.lowerBound + bytes[line].prefix { $0 == UInt8(ascii: " ") || $0 == tab }.count
    var isItem = false
    while place < line.upperBound, bytes[place] == UInt8(ascii: "-"),
      place + 1 == line.upperBound || bytes[place + 1] == UInt8(ascii: " ")
    {
      isItem = true
      place += 1
      while place < line.upperBound, bytes[place] == UInt8(ascii: " ") { place += 1 }
    }
    let key = bytes[place..<line.upperBound].prefix(while: isKeyByte)
    let afterColon = key.endIndex + 1
    let hasKey =
      !key.isEmpty && key.endIndex < line.upperBound && bytes[key.endIndex] == UInt8(ascii: ":")
      && (afterColon == line.upperBound || bytes[afterColon] == UInt8(ascii: " "))
    let rest = hasKey ? bytes[afterColon..<line.upperBound].drop { $0 == UInt8(ascii: " ") } : []
    return LineShape(
      indentation: indentation, isItem: isItem, key: hasKey ? key : [],
      keyColumn: hasKey ? place - line.lowerBound : nil,
      isOpen: hasKey && (rest.isEmpty || rest.first == UInt8(ascii: "#")),
      opensText: rest.first == UInt8(ascii: "|") || rest.first == UInt8(ascii: ">"))
  }
}

/// The shape of a line's beginning. Columns are counted from zero.
package struct LineShape {
  package let indentation: Int
  package let isItem: Bool
  /// The key; empty if there is none.
  package let key: ArraySlice<UInt8>
  /// The column of the key, after any dashes; nil if there is none.
  package let keyColumn: Int?
  /// Whether the line is a key without a value, so that the next lines belong to it.
  package let isOpen: Bool
  /// Whether the line is a key whose text stands on the next lines, behind `|` or `>`.
  package let opensText: Bool
}

/// Whether a byte may occur in a key of the language.
func isKeyByte(_ byte: UInt8) -> Bool {
  isASCIILetter(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

func isASCIILetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

let tab = UInt8(ascii: "\t")
let newline = UInt8(ascii: "\n")
