import Diagnostics
import Grammar
import Syntax
import Testing

@testable import Analysis

/// The examples of the language reference have to be what the compiler accepts.
@Suite struct `Examples in the grammar` {
  private func problems(_ text: String, _ declare: (inout Declarer, Int) -> Void) -> [String] {
    let file = SourceFile(id: FileID(0), path: "example.yaml", bytes: Array(text.utf8))
    let parsed = parse(file)
    var declarer = Declarer(file: file, tree: parsed.tree)
    if let root = parsed.tree.root { declare(&declarer, root) }
    return (parsed.diagnostics + declarer.bag.diagnostics).map(\.message)
  }

  @Test(arguments: Grammar.entities)
  func `are whole`(entity: Entity) {
    #expect(problems(entity.example) { $0.declareRecord(entity.name, $1) } == [])
  }

  @Test(arguments: Grammar.entities)
  func `fit their keys`(entity: Entity) {
    for field in entity.fields {
      let found = problems("\(field.key.rawValue): \(field.example)") { declarer, root in
        let value = declarer.tree.children(of: root).first { $0 != root + 1 }
        let place = ValuePlace(field: field, entity: entity)
        if let value { _ = declarer.checkValue(value, field.type, at: place) }
      }
      #expect(found == [], "\(entity.title): \(field.key.rawValue)")
    }
  }

  /// A value that the quick look takes for right has to be right for the look that words messages as well.
  @Test(arguments: Grammar.entities)
  func `are found right quickly only if they are`(entity: Entity) {
    let values =
      entity.fields.map(\.example) + [
        "''", "[]", "{}", "[a, '']", "a/b", "12", "maybe", "-1", "[a: b]", "|\n  a\n  - id: b",
        "'[x](javascript:y)'", "<b>", "'# a'", "\"a\\nb\"", "1 2", "{a: b}", "[{a: b}]", "[[a]]",
      ]
    for (number, field) in entity.fields.enumerated() {
      let shape = LanguageIndex.whole.shape(of: number, in: entity.name)
      for value in values {
        _ = problems("\(field.key.rawValue): \(value)") { declarer, root in
          guard let value = declarer.tree.children(of: root).first(where: { $0 != root + 1 }),
            declarer.isClearlyRight(value, shape)
          else { return }
          _ = declarer.checkValue(
            value, field.type, at: ValuePlace(field: field, entity: entity))
          #expect(declarer.links.isEmpty && declarer.records.isEmpty)
          #expect(declarer.bag.diagnostics.isEmpty, "\(field.key.rawValue): \(value)")
        }
      }
    }
  }

  @Test(arguments: Grammar.entities)
  func `finds each written key, and no other`(entity: Entity) {
    let index = LanguageIndex.whole
    for key in Key.allCases.map(\.rawValue) + ["", "i", "idd", "Id", "titel"] {
      let written = Array(key.utf8)
      let field = index.field(written: written.span, in: entity.name)
      #expect(field == entity.fields.firstIndex { $0.key.rawValue == key })
      if let field { #expect(index.key(of: field, in: entity.name).rawValue == key) }
    }
    for (number, field) in entity.fields.enumerated() {
      let isRequired = index.requiredFields(of: entity.name) >> UInt64(number) & 1 == 1
      #expect(isRequired == field.isRequired)
    }
  }
}
