package import Diagnostics
package import Model
internal import Syntax

extension MigrationMap {
  /// Reads a migration map. Maps are JSON, which the YAML parser reads. Nil if the file is no map.
  package static func read(_ file: SourceFile) -> MigrationMap? {
    let parsed = parse(file)
    let tree = parsed.tree
    guard parsed.diagnostics.isEmpty, let root = tree.root, tree.text("version", in: root) == "1",
      let framework = tree.text("framework", in: root),
      let from = tree.text("from", in: root).flatMap(Edition.init(reading:)),
      let to = tree.text("to", in: root).flatMap(Edition.init(reading:)),
      let list = tree.value("ids", in: root), tree.nodes[list].kind == .sequence
    else { return nil }
    var entries: [MigratedID] = []
    for node in tree.children(of: list) {
      guard let entry = MigratedID(tree, node) else { return nil }
      entries.append(entry)
    }
    return MigrationMap(framework: framework, from: from, to: to, entries: entries)
  }
}

extension MigratedID {
  fileprivate init?(_ tree: SyntaxTree, _ node: Int) {
    guard tree.nodes[node].kind == .mapping, let id = tree.text("id", in: node),
      let fate = tree.text("fate", in: node).flatMap(Fate.init(rawValue:)),
      let evidence = tree.text("evidence", in: node).flatMap(Carrying.init(rawValue:)),
      let becomes = tree.texts("becomes", in: node)
    else { return nil }
    self.init(
      id: id, sort: tree.text("sort", in: node) ?? "", fate: fate, becomes: becomes,
      evidence: evidence, because: tree.texts("because", in: node) ?? [])
  }
}

extension SyntaxTree {
  fileprivate func value(_ key: String, in mapping: Int) -> Int? {
    guard nodes[mapping].kind == .mapping else { return nil }
    var isMatch = false
    for (index, child) in children(of: mapping).enumerated() {
      if index % 2 == 1, isMatch { return child }
      isMatch = index % 2 == 0 && text(of: child) == key
    }
    return nil
  }

  fileprivate func text(_ key: String, in mapping: Int) -> String? {
    value(key, in: mapping).flatMap { nodes[$0].kind == .scalar ? text(of: $0) : nil }
  }

  fileprivate func texts(_ key: String, in mapping: Int) -> [String]? {
    guard let list = value(key, in: mapping), nodes[list].kind == .sequence else { return nil }
    return children(of: list).map { text(of: $0) }
  }
}
