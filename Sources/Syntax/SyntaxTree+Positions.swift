package import Diagnostics

extension SyntaxTree {
  /// Where in the source a part of a scalar's value stands, given as offsets into the value's bytes.
  ///
  /// In a folded or multi-line text all but the white space is written as it is read, so the n-th character that is
  /// no white space is the same in both. With escapes (`\"`, `''`) that is near enough to point at the right word;
  /// the result always lies inside the scalar.
  package func range(of part: Range<Int>, inValueOf node: Int) -> SourceRange {
    let scalar = nodes[node]
    if scalar.isValueInSource {
      let start = Int(scalar.valueStart)
      return SourceRange(file: file, start: start + part.lowerBound, end: start + part.upperBound)
    }
    let value = self.value(of: node)
    let start = value.startIndex
    let before = value[..<(start + part.lowerBound)].count { $0 > UInt8(ascii: " ") }
    let inside = value[(start + part.lowerBound)..<(start + part.upperBound)]
      .count { $0 > UInt8(ascii: " ") }
    let first = sourceOffset(ofInk: before, in: scalar)
    let last = inside == 0 ? first : sourceOffset(ofInk: before + inside - 1, in: scalar)
    return SourceRange(file: file, start: first, end: max(first, min(last + 1, Int(scalar.stop))))
  }

  /// The source offset of the n-th byte of a scalar's text that is no white space.
  private func sourceOffset(ofInk count: Int, in scalar: Node) -> Int {
    var left = count
    for offset in contentStart(of: scalar)..<Int(scalar.stop)
    where source[offset] > UInt8(ascii: " ") {
      if left == 0 { return offset }
      left -= 1
    }
    return Int(scalar.stop)
  }

  /// Where a scalar's text begins: after its opening quote, or after the line of its `|` or `>`.
  private func contentStart(of scalar: Node) -> Int {
    let start = Int(scalar.start)
    switch scalar.style {
    case .singleQuoted, .doubleQuoted:
      return start + 1
    case .literal, .folded:
      let line = source[start..<Int(scalar.stop)].firstIndex(of: UInt8(ascii: "\n"))
      return line.map { $0 + 1 } ?? Int(scalar.stop)
    default:
      return start
    }
  }
}
