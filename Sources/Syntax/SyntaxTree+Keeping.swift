package import Diagnostics
package import Output

// A tree as a build keeps it for the next one: in some four bytes for each node, of which there is one for each 17 bytes of a
// source. Nearly all nodes are keys and values that stand as they are read, and begin a little behind the one before.

extension SyntaxTree {
  /// Writes the tree, but for the bytes of its file.
  package func write(to writer: inout NumberWriter) {
    writer.append(UInt32(nodes.count))
    var last: Int32 = 0
    for (index, node) in nodes.enumerated() {
      let isSimple = node.isSimple(at: index)
      writer.append(byte: node.mark | (isSimple ? Node.simple : 0))
      writer.append(node.start, from: last)
      writer.append(node.stop, from: node.start)
      last = node.start
      if isSimple { continue }
      writer.append(node.end, from: Int32(index))
      writer.append(node.valueStart, from: node.isValueInSource ? node.start : 0)
      writer.append(UInt32(node.valueCount))
    }
    writer.append(UInt32(comments.count))
    last = 0
    for comment in comments {
      writer.append(comment.start, from: last)
      writer.append(comment.end, from: comment.start)
      last = comment.end
    }
    writer.append(decoded)
  }

  /// Reads the tree of a file that was read to its end. Nil if that cannot be such a tree.
  package convenience init?(of file: SourceFile, kept reader: inout NumberReader) {
    let nodes = SyntaxTree.nodes(kept: &reader)
    var comments: [SourceRange] = []
    var last: Int32 = 0
    for _ in 0..<reader.count(of: 2) {
      let start = reader.number(from: last)
      last = reader.number(from: start)
      guard start <= last else { return nil }
      comments.append(SourceRange(file: file.id, start: Int(start), end: Int(last)))
    }
    let decoded = Array(reader.run())
    guard reader.isWhole else { return nil }
    self.init(
      file: file.id, nodes: nodes, comments: comments, isComplete: true, isText: true,
      source: file.bytes, decoded: decoded)
  }

  private static func nodes(kept reader: inout NumberReader) -> [Node] {
    // A reader of its own, which can stay in registers.
    var own = reader
    defer { reader = own }
    let count = own.count(of: 3)
    return unsafe [Node](unsafeUninitializedCapacity: count) { nodes, filled in
      var last: Int32 = 0
      for index in 0..<count {
        let node = Node(kept: &own, behind: last, at: index)
        last = node.start
        unsafe nodes.initializeElement(at: index, to: node)
      }
      filled = count
    }
  }
}

extension SyntaxTree.Node {
  /// Set in the mark of a node that has nothing inside it and whose value is all of it, as it is written.
  fileprivate static let simple: UInt8 = 0x80

  fileprivate func isSimple(at index: Int) -> Bool {
    isValueInSource && valueStart == start && valueCount == stop - start && Int(end) == index + 1
  }

  /// Kind, style and where its value stands, in six bits.
  fileprivate var mark: UInt8 {
    kind.rawValue << 4 | style.rawValue << 1 | (isValueInSource ? 1 : 0)
  }

  @inline(__always)
  fileprivate init(kept reader: inout NumberReader, behind last: Int32, at index: Int) {
    let mark = reader.byte()
    kind = SyntaxTree.Kind(rawValue: mark >> 4 & 3) ?? .refused
    style = SyntaxTree.Style(rawValue: mark >> 1 & 7) ?? .plain
    isValueInSource = mark & 1 != 0
    start = reader.number(from: last)
    stop = reader.number(from: start)
    if mark & SyntaxTree.Node.simple != 0 {
      (end, valueStart, valueCount) = (Int32(index) + 1, start, stop &- start)
    } else {
      end = reader.number(from: Int32(index))
      valueStart = reader.number(from: isValueInSource ? start : 0)
      valueCount = Int32(bitPattern: reader.number())
    }
  }
}
