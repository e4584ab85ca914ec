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
    #expect(problems(entity.example) { $0.declareRecord(entity, $1) } == [])
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
}
