internal import Diagnostics
internal import Output
internal import Syntax

/// A source file in two parts: the texts of its statements, and all the rest.
///
/// A change in a text reaches those outputs that show it, which is noted when they are made (`Reading`). A change in the rest can
/// reach any. What stands where is read off the tree, so that whatever is not known to be such a text belongs to the rest.
struct SourcePrint: Sendable {
  /// The digest of all bytes.
  let whole: Digest

  /// The digest of every byte that is not in a statement's text.
  let structure: Digest

  /// The statements in the order of the file, each with the digest of its texts as they are written.
  let statements: [(id: String, texts: Digest)]

  /// The tree has to be that of the whole file.
  init(_ bytes: [UInt8], _ tree: SyntaxTree) {
    var finder = TextFinder(tree: tree)
    finder.findStatements()
    var structure = Digester()
    var statements: [(id: String, texts: Digest)] = []
    var end = 0
    for statement in finder.found {
      var texts = Digester()
      for range in statement.texts {
        structure.add(bytes[end..<range.lowerBound])
        // Where a text was taken out.
        structure.add([0])
        texts.add(bytes[range])
        texts.add([0])
        end = range.upperBound
      }
      statements.append((statement.id, texts.digest()))
    }
    structure.add(bytes[end...])
    self.structure = structure.digest()
    whole = Digest(of: bytes)
    self.statements = statements
  }
}

/// Finds the statements of a domain's file and where their texts stand.
private struct TextFinder {
  let tree: SyntaxTree
  private(set) var found: [(id: String, texts: [Range<Int>])] = []

  init(tree: SyntaxTree) { self.tree = tree }

  mutating func findStatements() {
    guard let root = tree.root else { return }
    forEachPair(of: root) { key, outcomes in
      guard key == "outcomes" else { return }
      forEachItem(of: outcomes) { outcome in
        forEachPair(of: outcome) { key, statements in
          guard key == "statements" else { return }
          forEachItem(of: statements) { found.append(statement($0)) }
        }
      }
    }
  }

  private func statement(_ node: Int) -> (id: String, texts: [Range<Int>]) {
    var id = ""
    var texts: [Range<Int>] = []
    func add(_ value: Int) {
      if let range = text(value) { texts.append(range) }
    }
    // The keys behind the properties of `Statement` that note their reading.
    forEachPair(of: node) { key, value in
      switch key {
      case "id": id = tree.text(of: value)
      case "text", "builds-on", "alternative": add(value)
      case "progression", "notes": forEachPair(of: value) { _, text in add(text) }
      case "examples":
        forEachItem(of: value) { example in
          forEachPair(of: example) { key, value in if key == "text" { add(value) } }
        }
      default: break
      }
    }
    return (id, texts)
  }

  /// Where a scalar is written; nil for anything else.
  private func text(_ node: Int) -> Range<Int>? {
    let node = tree.nodes[node]
    return node.kind == .scalar ? Int(node.start)..<Int(node.stop) : nil
  }

  private func forEachItem(of node: Int, _ body: (Int) -> Void) {
    guard tree.nodes[node].kind == .sequence else { return }
    for item in tree.children(of: node) { body(item) }
  }

  private func forEachPair(of node: Int, _ body: (_ key: String, _ value: Int) -> Void) {
    guard tree.nodes[node].kind == .mapping else { return }
    var key: String?
    for child in tree.children(of: node) {
      if let name = key {
        body(name, child)
        key = nil
      } else {
        key = tree.text(of: child)
      }
    }
  }
}
