internal import Syntax

// Written here and not in `Syntax`, so that they are compiled into what calls them: they are asked for every node.

extension SyntaxTree {
  /// Calls a function with the bytes of a scalar's value, and returns its result. Counts no reference, unlike `value(of:)`.
  @inline(__always)
  func withValue<Result>(of node: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let node = nodes[node]
    let start = Int(node.valueStart)
    let range = start..<(start + Int(node.valueCount))
    return node.isValueInSource ? read(range, of: source, body) : read(range, of: decoded, body)
  }

  @inline(__always)
  private func read<Result>(
    _ range: Range<Int>, of bytes: [UInt8], _ body: (Span<UInt8>) -> Result
  ) -> Result {
    let span = bytes.span
    return body(span.extracting(range))
  }

  func isScalar(_ node: Int) -> Bool {
    if case .scalar = nodes[node].kind { true } else { false }
  }

  func isSequence(_ node: Int) -> Bool {
    if case .sequence = nodes[node].kind { true } else { false }
  }

  func isMapping(_ node: Int) -> Bool {
    if case .mapping = nodes[node].kind { true } else { false }
  }

  /// Whether nothing is written where a value could be, as after `title:` alone.
  func isEmptyScalar(_ node: Int) -> Bool {
    guard nodes[node].valueCount == 0, case .scalar = nodes[node].kind,
      case .plain = nodes[node].style
    else { return false }
    return true
  }
}
