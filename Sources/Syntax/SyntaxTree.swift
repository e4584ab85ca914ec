package import Diagnostics

/// What one YAML file says: a flat array of nodes in the order of the text, and the comments.
///
/// The children of a mapping are its keys and values in turn; those of a sequence, its items. A node's subtree is
/// the run of nodes from it up to its `end` index, so the next sibling is at that index.
package struct SyntaxTree: Sendable {
  package let file: FileID
  package let nodes: [Node]

  /// Byte ranges of the comments, each from its `#` to the end of the line, in the order of the text.
  package let comments: [SourceRange]

  /// Whether the whole file was read. If not, it has no nodes, and a diagnostic says why.
  package let isComplete: Bool

  /// Whether the file is a text at all, so that one can look into it for words.
  package let isText: Bool

  let source: [UInt8]

  /// The values of the scalars whose value differs from how it is written (escapes, folded lines).
  let decoded: [UInt8]

  /// The top of the file's one document; nil if the file is empty or could not be read.
  package var root: Int? { nodes.isEmpty ? nil : 0 }
}

extension SyntaxTree {
  package enum Kind: UInt8, Sendable {
    case scalar
    case sequence
    case mapping
    /// Something that was already reported and says nothing, such as an alias.
    case refused
  }

  package enum Style: UInt8, Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal
    case folded
    case block
    case flow
  }

  /// A scalar, sequence or mapping.
  package struct Node: Sendable {
    package let kind: Kind
    package let style: Style

    /// Byte offsets of the node as written, quotes included; without trailing space and comments.
    package let start: Int32
    package internal(set) var stop: Int32

    /// The index past the last node of this subtree.
    package internal(set) var end: Int32

    /// Where a scalar's value stands: in the source, or else in `decoded`.
    let valueStart: Int32
    let valueCount: Int32
    let isValueInSource: Bool
  }
}

extension SyntaxTree {
  package func range(of node: Int) -> SourceRange {
    SourceRange(file: file, start: Int(nodes[node].start), end: Int(nodes[node].stop))
  }

  /// The bytes of a scalar's value; empty for any other node.
  package func value(of node: Int) -> ArraySlice<UInt8> {
    let node = nodes[node]
    let range = Int(node.valueStart)..<Int(node.valueStart + node.valueCount)
    return node.isValueInSource ? source[range] : decoded[range]
  }

  /// A scalar's value as text.
  package func text(of node: Int) -> String {
    String(decoding: value(of: node), as: UTF8.self)
  }

  /// Whether a scalar's value is the same bytes as its source, so that an offset in one is one in the other.
  package func isVerbatim(_ node: Int) -> Bool {
    nodes[node].isValueInSource
  }

  /// Where a scalar's value starts in the source, if it is verbatim.
  package func verbatimStart(of node: Int) -> Int? {
    nodes[node].isValueInSource ? Int(nodes[node].valueStart) : nil
  }

  /// Whether nothing is written where a value could be, as after `title:` alone.
  package func isEmptyPlain(_ node: Int) -> Bool {
    nodes[node].kind == .scalar && nodes[node].style == .plain && nodes[node].valueCount == 0
  }

  /// The items of a sequence, or the keys and values of a mapping in turn.
  package func children(of node: Int) -> Children {
    Children(nodes: nodes, upcoming: node + 1, end: Int(nodes[node].end))
  }

  /// The indices of a node's children.
  package struct Children: Sequence, IteratorProtocol {
    let nodes: [Node]
    var upcoming: Int
    let end: Int

    package mutating func next() -> Int? {
      guard upcoming < end else { return nil }
      defer { upcoming = Int(nodes[upcoming].end) }
      return upcoming
    }
  }
}
