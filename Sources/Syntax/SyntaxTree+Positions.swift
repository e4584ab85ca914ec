package import Diagnostics

extension SyntaxTree {
  /// The source range of a slice of a scalar's value, given as offsets into the value's bytes.
  ///
  /// In a folded or multi-line text, source and value differ only in white space. So the n-th character other than white
  /// space is the same in both; escapes count as the characters they stand for. The result always lies inside the scalar.
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

  /// The source offset of the n-th byte of a scalar's value that is not white space.
  private func sourceOffset(ofInk count: Int, in scalar: Node) -> Int {
    var left = count
    var offset = contentStart(of: scalar)
    while offset < Int(scalar.stop) {
      let (written, ink) = unit(at: offset, in: scalar)
      if ink > left { return offset }
      left -= ink
      offset += written
    }
    return Int(scalar.stop)
  }

  /// The bytes that the character at an offset takes in the source, and those in the value if it is not white space.
  private func unit(at offset: Int, in scalar: Node) -> (written: Int, ink: Int) {
    let byte = source[offset]
    let next = offset + 1 < Int(scalar.stop) ? source[offset + 1] : 0
    if scalar.style == .singleQuoted, byte == UInt8(ascii: "'"), next == byte { return (2, 1) }
    if scalar.style == .doubleQuoted, byte == UInt8(ascii: "\\") { return escape(at: offset, next) }
    return (1, byte > UInt8(ascii: " ") ? 1 : 0)
  }

  /// The bytes of an escape in double quotes in source and value (YAML 1.2, section 5.7).
  private func escape(at offset: Int, _ letter: UInt8) -> (written: Int, ink: Int) {
    let digits: [UInt8: Int] = [UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8]
    if let count = digits[letter], offset + 2 + count <= source.count {
      let code = String(decoding: source[(offset + 2)..<(offset + 2 + count)], as: UTF8.self)
      let scalar = UInt32(code, radix: 16).flatMap(Unicode.Scalar.init)
      return (2 + count, scalar.map { $0.value > 0x20 ? UTF8.width($0) : 0 } ?? 1)
    }
    let isWhite = "abtnvfr e0\n\r".utf8.contains(letter)
    return (2, isWhite ? 0 : 1)
  }

  /// The start of a scalar's text: after its opening quote, or after the line of its `|` or `>`.
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
