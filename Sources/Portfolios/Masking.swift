internal import Diagnostics
internal import Syntax

/// The ranges of a file that may be shown: known keys, and values that can only be codes, dates and the like.
struct Masking {
  private var shown: [Range<Int>] = []

  mutating func show(_ range: SourceRange) {
    shown.append(Int(range.start)..<Int(range.end))
  }

  /// The file with a mask for each character that may not be shown.
  ///
  /// Marks of YAML and JSON stay, so that the structure is visible. Every character keeps its length in bytes, so that offsets
  /// stay valid.
  func masked(_ file: SourceFile) -> SourceFile {
    var bytes = file.bytes
    var start = 0
    for range in shown.sorted(by: { $0.lowerBound < $1.lowerBound })
    where range.lowerBound >= start {
      Masking.mask(&bytes, start..<range.lowerBound)
      start = range.upperBound
    }
    Masking.mask(&bytes, start..<bytes.count)
    return SourceFile(id: file.id, path: file.path, bytes: bytes)
  }

  private static func mask(_ bytes: inout [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      let width = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      let end = min(index + width, range.upperBound)
      if width == 1, !isMark(byte) {
        bytes[index] = UInt8(ascii: "*")
      } else if width > 1, end - index == width {
        // Neutral characters of two, three and four bytes.
        let masks: [[UInt8]] = [[0xC2, 0xB7], [0xE2, 0x80, 0xA2], [0xF0, 0x9D, 0x97, 0x91]]
        bytes.replaceSubrange(index..<end, with: masks[width - 2])
      }
      index = end
    }
  }

  /// Whether a byte is white space or a mark of YAML or JSON.
  private static func isMark(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ") || "{}[],:\"'#|>&*!-?".utf8.contains(byte)
  }
}
