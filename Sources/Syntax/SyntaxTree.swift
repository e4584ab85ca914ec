package import Diagnostics

/// What one YAML file says: a flat array of nodes in the order of the text, and the comments.
///
/// The children of a mapping are its keys and values in turn; those of a sequence, its items. A node's subtree is
/// the run of nodes from it up to its `end` index, so the next sibling is at that index.
///
/// A class, though it never changes: whoever holds it counts one reference, and not one for each of its arrays.
package final class SyntaxTree: Sendable {
  package let file: FileID
  package let nodes: [Node]

  /// Byte ranges of the comments, each from its `#` to the end of the line, in the order of the text.
  package let comments: [SourceRange]

  /// Whether the whole file was read. If not, it has no nodes, and a diagnostic says why.
  package let isComplete: Bool

  /// Whether the file is a text at all, so that one can look into it for words.
  package let isText: Bool

  /// The bytes of the file.
  package let source: [UInt8]

  /// The values of the scalars whose value differs from how it is written (escapes, folded lines).
  package let decoded: [UInt8]

  init(
    file: FileID, nodes: [Node], comments: [SourceRange], isComplete: Bool, isText: Bool,
    source: [UInt8], decoded: [UInt8]
  ) {
    self.file = file
    self.nodes = nodes
    self.comments = comments
    self.isComplete = isComplete
    self.isText = isText
    self.source = source
    self.decoded = decoded
  }

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

    /// By number: the comparison that the compiler makes is found by way of a table.
    package static func == (left: Kind, right: Kind) -> Bool {
      unsafe unsafeBitCast(left, to: UInt8.self) == unsafeBitCast(right, to: UInt8.self)
    }
  }

  package enum Style: UInt8, Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal
    case folded
    case block
    case flow

    /// By number: the comparison that the compiler makes is found by way of a table.
    package static func == (left: Style, right: Style) -> Bool {
      unsafe unsafeBitCast(left, to: UInt8.self) == unsafeBitCast(right, to: UInt8.self)
    }
  }

  /// A scalar, sequence or mapping. There is one for each 17 bytes of a source, so small fields stand together.
  package struct Node: Equatable, Sendable {
    package let kind: Kind
    package let style: Style

    /// Whether a scalar's value stands in the source, or else in `decoded`.
    package let isValueInSource: Bool

    /// Byte offsets of the node as written, quotes included; without trailing space and comments.
    package let start: Int32
    package internal(set) var stop: Int32

    /// The index past the last node of this subtree.
    package internal(set) var end: Int32

    /// Where a scalar's value stands there.
    package let valueStart: Int32
    package let valueCount: Int32
  }
}

extension SyntaxTree {
  package func range(of node: Int) -> SourceRange {
    SourceRange(file: file, start: Int(nodes[node].start), end: Int(nodes[node].stop))
  }

  /// The bytes of a scalar's value; empty for any other node.
  package func value(of node: Int) -> ArraySlice<UInt8> {
    let node = nodes[node]
    return node.isValueInSource ? source[node.valueRange] : decoded[node.valueRange]
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
    Children(tree: self, upcoming: node + 1, end: Int(nodes[node].end))
  }

  /// The indices of a node's children.
  package struct Children: Sequence, IteratorProtocol {
    let tree: SyntaxTree
    var upcoming: Int
    let end: Int

    init(tree: SyntaxTree, upcoming: Int, end: Int) {
      self.tree = tree
      self.upcoming = upcoming
      self.end = end
    }

    package mutating func next() -> Int? {
      guard upcoming < end else { return nil }
      defer { upcoming = Int(tree.nodes[upcoming].end) }
      return upcoming
    }
  }
}

extension SyntaxTree.Node {
  /// Where a scalar's value stands: in the source, or else in what was decoded.
  package var valueRange: Range<Int> {
    let start = Int(valueStart)
    return start..<(start + Int(valueCount))
  }
}

extension SyntaxTree: Equatable {
  /// Whether two trees say the same of the same bytes, at the same places.
  package static func == (left: SyntaxTree, right: SyntaxTree) -> Bool {
    left.nodes == right.nodes && left.comments == right.comments && left.decoded == right.decoded
      && left.source == right.source && left.isComplete == right.isComplete
  }
}
