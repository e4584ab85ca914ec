internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// A text as it stands in a file.
struct WrittenText: Sendable {
  let declarations: Declarations
  let node: Int
  let use: Use

  /// The index in the glossary, if it is the definition of a term.
  let term: Int?

  /// The statement, if it is the text of one that somebody is to meet.
  let statement: StatementUse?

  /// A statement as rules look at its text.
  struct StatementUse: Sendable {
    let ref: Ref<Statement>
    let kind: Ref<Kind>?
    let stem: StemUse
  }

  /// The sort of text that it is, which decides which rules look at it.
  enum Use: UInt8, Sendable {
    case statement
    case prose
    /// A title or another few words of the framework's own.
    case label
    /// A line that is not the framework's own wording, such as another document's title.
    case line
  }

  init(
    _ declarations: Declarations, _ node: Int, _ use: Use, term: Int? = nil,
    statement: StatementUse? = nil
  ) {
    self.declarations = declarations
    self.node = node
    self.use = use
    self.term = term
    self.statement = statement
  }

  /// Its bytes, decoded.
  var bytes: ArraySlice<UInt8> { declarations.tree.value(of: node) }

  /// The range of a part of it, which is given as offsets into its bytes.
  func range(_ part: Range<Int>) -> SourceRange {
    declarations.tree.range(of: part, inValueOf: node)
  }

  func text(_ part: Range<Int>) -> String {
    let bytes = bytes
    let start = bytes.startIndex
    return String(
      decoding: bytes[(start + part.lowerBound)..<(start + part.upperBound)], as: UTF8.self)
  }
}

extension Declarations {
  /// Hands out every text of the file except the texts of statements, in order. `firstTerm` is the number of terms in the
  /// files before.
  func forEachTextBesideStatements(
    _ uses: TextUses, firstTerm: Int, _ body: (WrittenText) -> Void
  ) {
    var termCount = firstTerm
    for record in records.indices {
      let entity = records[record].entity
      let first = Int(records[record].firstEntry)
      for entry in first..<(first + Int(records[record].entryCount)) {
        guard let use = uses.use(of: entries[entry], in: entity) else { continue }
        let term = entity == .term && use == .prose ? termCount : nil
        forEachText(in: Int(entries[entry].valueNode)) { node in
          body(WrittenText(self, node, use, term: term))
        }
      }
      if entity == .term { termCount += 1 }
    }
  }

  /// The number of terms in the file.
  var termCount: Int { entity == .glossary ? records.count { $0.entity == .term } : 0 }

  /// Hands out a value itself, or the items of a list, or the values of a map.
  private func forEachText(in value: Int, _ body: (Int) -> Void) {
    let kind = tree.nodes[value].kind
    let end = Int(tree.nodes[value].end)
    var node = kind == .scalar ? value : value + 1
    var isKey = kind == .mapping
    while node < end {
      if !isKey, tree.isScalar(node) { body(node) }
      if kind == .mapping { isKey.toggle() }
      node = Int(tree.nodes[node].end)
    }
  }
}

/// The keys of each entity that hold texts. They are read off the table of the language once, since there are many records.
final class TextUses: Sendable {
  private let language = LanguageIndex.whole

  /// By the number of the field among those of all entities.
  private let uses: [WrittenText.Use?]

  init() {
    uses = EntityName.allCases.flatMap { entity in
      Grammar.entity(entity).fields.map { WrittenText.use(of: $0, in: entity) }
    }
  }

  /// The sort of text that the value of an entry is; nil if it is no text, or not right.
  func use(of entry: Declarations.Entry, in entity: EntityName) -> WrittenText.Use? {
    entry.isValid ? uses[language.place(Int(entry.field), entity)] : nil
  }
}

extension WrittenText {
  /// The sort of text that a field holds; nil if it holds none, or the text of a statement.
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
