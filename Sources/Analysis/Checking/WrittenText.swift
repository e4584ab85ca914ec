internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// A text as it stands in a file.
struct WrittenText {
  let declarations: Declarations
  let node: Int
  let use: Use

  /// What it says.
  let bytes: ArraySlice<UInt8>

  /// The place in the glossary, if it is the definition of a term.
  let term: Int?

  /// What sort of text it is, which decides what is looked at.
  enum Use {
    case statement
    case prose
    /// A title or another few words of the framework's own.
    case label
    /// A line that is not the framework's own wording, such as another document's title.
    case line
  }

  init(
    _ declarations: Declarations, _ node: Int, _ bytes: ArraySlice<UInt8>, _ use: Use,
    term: Int? = nil
  ) {
    self.declarations = declarations
    self.node = node
    self.bytes = bytes
    self.use = use
    self.term = term
  }

  /// Where a part of it stands, given as offsets into its bytes.
  func range(_ part: Range<Int>) -> SourceRange {
    declarations.tree.range(of: part, inValueOf: node)
  }

  func text(_ part: Range<Int>) -> String {
    let start = bytes.startIndex
    return String(
      decoding: bytes[(start + part.lowerBound)..<(start + part.upperBound)], as: UTF8.self)
  }
}

extension Draft {
  /// Calls `body` with every text of all files except those of statements, in the order of the files.
  func forEachText(besideStatements body: (WrittenText) -> Void) {
    let uses = TextUses()
    var termCount = 0
    for file in files {
      let (tree, entries) = (file.tree, file.entries)
      for record in file.records {
        let range = uses.range(of: record.entity)
        let first = Int(record.firstEntry)
        for entry in range.isEmpty ? 0..<0 : first..<(first + Int(record.entryCount)) {
          guard let use = uses.use(of: entries[entry].key, range), entries[entry].isValid else {
            continue
          }
          let term = record.entity == .term && use == .prose ? termCount : nil
          tree.forEachScalar(of: Int(entries[entry].valueNode)) { node in
            body(WrittenText(file, node, tree.value(of: node), use, term: term))
          }
        }
        if record.entity == .term { termCount += 1 }
      }
    }
  }
}

extension SyntaxTree {
  /// The scalars of a value: itself, the items of a list, or the values of a map.
  fileprivate func forEachScalar(of node: Int, _ body: (Int) -> Void) {
    if nodes[node].kind == .scalar { return body(node) }
    let isMapping = nodes[node].kind == .mapping
    var isKey = false
    var child = node + 1
    while child < Int(nodes[node].end) {
      if isMapping { isKey.toggle() }
      if !isKey, nodes[child].kind == .scalar { body(child) }
      child = Int(nodes[child].end)
    }
  }
}

/// Which keys of each entity hold texts: read off the table of the language once, since there are many records.
private struct TextUses {
  private var uses: [(key: Key, use: WrittenText.Use)] = []
  private var ends: [Int] = []

  init() {
    for entity in EntityName.allCases {
      for field in Grammar.entity(entity).fields {
        if let use = WrittenText.use(of: field, in: entity) { uses.append((field.key, use)) }
      }
      ends.append(uses.count)
    }
  }

  /// Where the keys of an entity are.
  func range(of entity: EntityName) -> Range<Int> {
    let index = Int(entity.rawValue)
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  func use(of key: Key, _ range: Range<Int>) -> WrittenText.Use? {
    for index in range where uses[index].key == key { return uses[index].use }
    return nil
  }
}

extension WrittenText {
  /// What sort of text a field holds; nil if it holds none, or the text of a statement.
  fileprivate static func use(of field: Field, in entity: EntityName) -> Use? {
    switch field.type {
    case .phrase, .prose, .list(.phrase), .list(.prose), .map(_, .prose), .map(_, .phrase):
      return entity == .statement && field.key == .text ? nil : .prose
    case .line, .list(.line):
      switch (entity, field.key) {
      case (.source, _), (.crosswalk, _), (.crosswalkItem, _): return .line
      case (_, .title), (_, .choices), (_, .setting): return .label
      default: return .line
      }
    default: return nil
    }
  }
}
