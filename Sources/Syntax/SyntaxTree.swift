package import Diagnostics

/// The syntax tree of one YAML file: a flat array of nodes in source order, and the comments.
///
/// The children of a mapping are its keys and values in turn; the children of a sequence are its items. A node's subtree is the
/// run of nodes from it up to its `end` index, so the next sibling is at that index.
///
/// It is an immutable class, so that each holder counts one reference, and not one for each array.
package final class SyntaxTree: Sendable {
  package let file: FileID
  package let nodes: [Node]

  /// The byte ranges of the comments, each from its `#` to the end of the line, in source order.
  package let comments: [SourceRange]

  /// Whether the whole file was read. If not, it has no nodes, and a diagnostic says why.
  package let isComplete: Bool

  /// Whether the file is a text at all, which can be searched for words.
  package let isText: Bool

  /// The bytes of the file.
  package let source: [UInt8]

  /// The values of the scalars that differ from their source (escapes, folded lines).
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

  /// The root node of the file's one document; nil if the file is empty or could not be read.
  package var root: Int? { nodes.isEmpty ? nil : 0 }
}

extension SyntaxTree {
  package enum Kind: UInt8, Sendable {
    case scalar
    case sequence
    case mapping
    /// A node that was already reported and has no value, such as an alias.
    case refused

    /// Compares raw values. The synthesized comparison goes through a table.
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

    /// Compares raw values. The synthesized comparison goes through a table.
    package static func == (left: Style, right: Style) -> Bool {
      unsafe unsafeBitCast(left, to: UInt8.self) == unsafeBitCast(right, to: UInt8.self)
    }
  }

  /// A scalar, sequence or mapping. A source has a node for every 17 bytes, so the small fields are next to each other.
  package struct Node: Equatable, Sendable {
    package let kind: Kind
    package let style: Style

    /// Whether a scalar's value is in `source`; otherwise it is in `decoded`.
    package let isValueInSource: Bool

    /// The byte offsets of the node as written, with quotes and without trailing space and comments.
    package let start: Int32
    package internal(set) var stop: Int32

    /// The index after the last node of this subtree.
    package internal(set) var end: Int32

    /// The offset of a scalar's value in `source` or `decoded`.
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

  /// The value of a scalar as a text.
  package func text(of node: Int) -> String {
    String(decoding: value(of: node), as: UTF8.self)
  }

  /// Whether a scalar's value equals its source bytes, so that an offset in one is an offset in the other.
  package func isVerbatim(_ node: Int) -> Bool {
    nodes[node].isValueInSource
  }

  /// The source offset of a scalar's value, if it is verbatim.
  package func verbatimStart(of node: Int) -> Int? {
    nodes[node].isValueInSource ? Int(nodes[node].valueStart) : nil
  }

  /// Whether nothing is written for a value, as after `title:` alone.
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
  /// The range of a scalar's value, in `source` or `decoded`.
  package var valueRange: Range<Int> {
    let start = Int(valueStart)
    return start..<(start + Int(valueCount))
  }
}

extension SyntaxTree: Equatable {
  /// Whether two trees have the same nodes for the same bytes.
  package static func == (left: SyntaxTree, right: SyntaxTree) -> Bool {
    left.nodes == right.nodes && left.comments == right.comments && left.decoded == right.decoded
      && left.source == right.source && left.isComplete == right.isComplete
  }
}
