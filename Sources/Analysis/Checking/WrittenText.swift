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

extension Declarations {
  /// Every text of the file except those of statements, in order. `termCount` counts the terms of all files so far.
  func textsBesideStatements(_ uses: TextUses, termCount: inout Int) -> [TextPlace] {
    let (nodes, entries) = (tree.nodes, entries)
    var places: [TextPlace] = []
    for record in records {
      let first = Int(record.firstEntry)
      for entry in first..<(first + Int(record.entryCount)) where entries[entry].isValid {
        guard let use = uses.use(of: entries[entry].key, in: record.entity) else { continue }
        let term = record.entity == .term && use == .prose ? termCount : nil
        let value = Int(entries[entry].valueNode)
        let isMapping = nodes[value].kind == .mapping
        // Itself, or the items of a list, or the values of a map.
        var node = nodes[value].kind == .scalar ? value : value + 1
        var isKey = isMapping
        while node < Int(nodes[value].end) {
          if !isKey, nodes[node].kind == .scalar {
            places.append(TextPlace(node: node, use: use, term: term))
          }
          if isMapping { isKey.toggle() }
          node = Int(nodes[node].end)
        }
      }
      if record.entity == .term { termCount += 1 }
    }
    return places
  }
}

/// Where a text is in its file.
struct TextPlace {
  let node: Int
  let use: WrittenText.Use

  /// The place in the glossary, if it is the definition of a term.
  let term: Int?
}

/// Which keys of each entity hold texts: read off the table of the language once, since there are many records.
struct TextUses {
  /// By entity.
  private let uses: [[(key: Key, use: WrittenText.Use)]]

  init() {
    uses = EntityName.allCases.map { entity in
      Grammar.entity(entity).fields.compactMap { field in
        WrittenText.use(of: field, in: entity).map { (field.key, $0) }
      }
    }
  }

  func use(of key: Key, in entity: EntityName) -> WrittenText.Use? {
    for index in uses[Int(entity.rawValue)].indices
    where uses[Int(entity.rawValue)][index].key == key {
      return uses[Int(entity.rawValue)][index].use
    }
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
