internal import Syntax

/// Finds the statements of a domain's file and where their texts stand.
///
/// It is asked of each file of a build, so keys are compared by their bytes.
struct TextFinder {
  private let tree: SyntaxTree
  private let nodes: [SyntaxTree.Node]
  private let source: [UInt8]

  init(_ tree: SyntaxTree) {
    self.tree = tree
    (nodes, source) = (tree.nodes, tree.source)
  }

  /// A part of a statement that counts by itself.
  enum Part {
    /// The scalar that is its id.
    case id(Int)
    /// Where one of its texts is written.
    case text(Range<Int>)
  }

  /// Calls a function with each statement, in the order of the file.
  func forEachStatement(_ body: (_ node: Int) -> Void) {
    guard let root = tree.root else { return }
    forEachPair(of: root) { key, outcomes in
      guard key == .outcomes else { return }
      forEachItem(of: outcomes) { outcome in
        forEachPair(of: outcome) { key, statements in
          if key == .statements { forEachItem(of: statements, body) }
        }
      }
    }
  }

  /// Calls a function with the id of a statement and with its texts, in the order of the file.
  func forEachPart(of statement: Int, _ body: (Part) -> Void) {
    func add(_ value: Int) {
      guard case .scalar = nodes[value].kind else { return }
      body(.text(Int(nodes[value].start)..<Int(nodes[value].stop)))
    }
    // The keys behind the properties of `Statement` that note their reading.
    forEachPair(of: statement) { key, value in
      switch key {
      case .id: body(.id(value))
      case .text, .buildsOn, .alternative: add(value)
      case .progression, .notes: forEachPair(of: value) { _, text in add(text) }
      case .examples:
        forEachItem(of: value) { example in
          forEachPair(of: example) { key, value in if key == .text { add(value) } }
        }
      case .outcomes, .statements, nil: break
      }
    }
  }

  private func forEachItem(of node: Int, _ body: (Int) -> Void) {
    guard case .sequence = nodes[node].kind else { return }
    var item = node + 1
    while item < Int(nodes[node].end) {
      body(item)
      item = Int(nodes[item].end)
    }
  }

  private func forEachPair(of node: Int, _ body: (_ key: Name?, _ value: Int) -> Void) {
    guard case .mapping = nodes[node].kind else { return }
    var key = node + 1
    while key < Int(nodes[node].end) {
      let value = Int(nodes[key].end)
      guard value < Int(nodes[node].end) else { return }
      body(name(at: key), value)
      key = Int(nodes[value].end)
    }
  }

  /// The keys on the way to the texts of statements.
  private enum Name: String, CaseIterable {
    case outcomes, statements, id, text, alternative, progression, notes, examples
    case buildsOn = "builds-on"

    static let written = allCases.map { (name: $0, bytes: Array($0.rawValue.utf8)) }
  }

  private func name(at node: Int) -> Name? {
    let count = Int(nodes[node].valueCount)
    // One that is written in another way than it is read is rare.
    guard nodes[node].isValueInSource else { return Name(rawValue: tree.text(of: node)) }
    let start = Int(nodes[node].valueStart)
    for (name, bytes) in Name.written where bytes.count == count {
      if (0..<count).allSatisfy({ source[start + $0] == bytes[$0] }) { return name }
    }
    return nil
  }
}
