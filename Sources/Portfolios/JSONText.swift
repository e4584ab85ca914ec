internal import Diagnostics
internal import Syntax

/// The rules of JSON (RFC 8259) beyond YAML, and the one feature of JSON that YAML's parser does not read.
enum JSONText {
  /// The bytes with each escaped surrogate pair replaced by YAML's single escape. The length stays the same, and so do all
  /// offsets.
  static func readable(_ bytes: [UInt8]) -> [UInt8] {
    let mark: [UInt8] = [UInt8(ascii: "\\"), UInt8(ascii: "u")]
    var bytes = bytes
    var index = 0
    while index + 12 <= bytes.count {
      guard bytes[index] == mark[0] else {
        index += 1
        continue
      }
      guard bytes[index + 1] == mark[1], let high = code(bytes, index + 2),
        (0xD800..<0xDC00).contains(high), bytes[index + 6] == mark[0], bytes[index + 7] == mark[1],
        let low = code(bytes, index + 8), (0xDC00..<0xE000).contains(low)
      else {
        // Skips a backslash and the byte that it escapes.
        index += 2
        continue
      }
      let scalar = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
      let digits = String(scalar, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: 8 - digits.count) + digits
      // An escaped line break means nothing in YAML and fills the two bytes that are left.
      bytes.replaceSubrange(index..<(index + 12), with: Array("\\\n\\U\(padded)".utf8))
      index += 12
    }
    return bytes
  }

  private static func code(_ bytes: [UInt8], _ start: Int) -> Int? {
    Int(String(decoding: bytes[start..<(start + 4)], as: UTF8.self), radix: 16)
  }

  /// The first range that is YAML but not JSON: a comment, a list without brackets, a comma too many.
  static func firstFlaw(_ tree: SyntaxTree, _ file: SourceFile) -> SourceRange? {
    if let comment = tree.comments.first { return comment }
    for (index, node) in tree.nodes.enumerated() {
      guard node.kind == .mapping || node.kind == .sequence else { continue }
      let range = tree.range(of: index)
      guard node.style == .flow else {
        return SourceRange(
          file: file.id, start: Int(range.start), end: min(Int(range.start) + 1, Int(range.end)))
      }
      if let comma = lastComma(in: range, file) { return comma }
    }
    return nil
  }

  /// The range of a comma directly before the closing bracket.
  private static func lastComma(in range: SourceRange, _ file: SourceFile) -> SourceRange? {
    var index = Int(range.end) - 2
    while index > Int(range.start), file.bytes[index] <= UInt8(ascii: " ") { index -= 1 }
    guard index > Int(range.start), file.bytes[index] == UInt8(ascii: ",") else { return nil }
    return SourceRange(file: file.id, start: index, end: index + 1)
  }
}
