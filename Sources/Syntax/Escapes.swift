package import Diagnostics

/// An escape in a text in double quotes, and the code of the character that it becomes.
package struct Escape: Sendable {
  package let range: SourceRange
  package let code: UInt32
}

extension SyntaxTree {
  /// The escapes of a scalar in double quotes, in their order; those that join lines are left out.
  package func escapes(of node: Int) -> [Escape] {
    let scalar = nodes[node]
    guard scalar.style == .doubleQuoted, !scalar.isValueInSource else { return [] }
    var escapes: [Escape] = []
    var offset = Int(scalar.start) + 1
    let stop = Int(scalar.stop) - 1
    while offset < stop {
      guard source[offset] == UInt8(ascii: "\\"), offset + 1 < stop else {
        offset += 1
        continue
      }
      let start = offset
      let sign = source[offset + 1]
      let digits = escapeDigits[sign] ?? 0
      offset = min(offset + 2 + digits, stop)
      let code =
        digits == 0
        ? escapeCodes[sign]
        : UInt32(String(decoding: source[(start + 2)..<offset], as: UTF8.self), radix: 16)
      if let code {
        escapes.append(
          Escape(range: SourceRange(file: file, start: start, end: offset), code: code))
      }
    }
    return escapes
  }
}

/// The characters that letters after a backslash stand for (YAML 1.2, 5.7).
private let escapeCodes: [UInt8: UInt32] = [
  UInt8(ascii: "0"): 0x00, UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08,
  UInt8(ascii: "t"): 0x09, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "v"): 0x0B,
  UInt8(ascii: "f"): 0x0C, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "e"): 0x1B,
  UInt8(ascii: "N"): 0x85, UInt8(ascii: "_"): 0xA0, UInt8(ascii: "L"): 0x2028,
  UInt8(ascii: "P"): 0x2029,
]

/// How many hexadecimal digits follow a letter after a backslash.
private let escapeDigits: [UInt8: Int] = [
  UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8,
]

/// A tree in which each scalar is refused that escapes bring a control character into, and the problems.
///
/// The bytes of the file have none (`readableText`), so only escapes can.
func refusingControlCharacters(_ result: ParseResult, in file: SourceFile) -> ParseResult {
  let tree = result.tree
  var bag = DiagnosticBag()
  var refused: Set<Int> = []
  for node in tree.nodes.indices where tree.nodes[node].style == .doubleQuoted {
    let escapes = tree.escapes(of: node)
    guard let first = escapes.indices.first(where: { isControl(escapes, $0) }) else { continue }
    let range = escapes[first].range
    bag.report(ControlCharacter(range: range, written: file.text(range)))
    refused.insert(node)
  }
  guard !refused.isEmpty else { return result }
  return ParseResult(
    tree: tree.refusing(refused), diagnostics: result.diagnostics + bag.diagnostics)
}

/// Whether an escape stands for a control character. A carriage return before a line feed is a line break of Windows.
private func isControl(_ escapes: [Escape], _ index: Int) -> Bool {
  let code = escapes[index].code
  switch code {
  case 0x09, 0x0A: return false
  case 0x0D:
    let next = index + 1 < escapes.count ? escapes[index + 1] : nil
    return next?.code != 0x0A || next?.range.start != escapes[index].range.end
  case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF, 0xFEFF: return true
  default: return code & 0xFFFE == 0xFFFE
  }
}

extension SyntaxTree {
  /// A copy of the tree in which some scalars are refused.
  fileprivate func refusing(_ refused: Set<Int>) -> SyntaxTree {
    let nodes = nodes.enumerated().map { index, node in
      guard refused.contains(index) else { return node }
      return Node(
        kind: .refused, style: node.style, isValueInSource: node.isValueInSource,
        start: node.start, stop: node.stop, end: node.end, valueStart: node.valueStart,
        valueCount: node.valueCount)
    }
    return SyntaxTree(
      file: file, nodes: nodes, comments: comments, isComplete: isComplete, isText: isText,
      source: source, decoded: decoded)
  }
}
