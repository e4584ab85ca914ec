import Grammar
import Testing

@Suite struct `The grammar` {
  @Test func `has every entity once`() {
    #expect(Grammar.entities.map(\.name.rawValue).sorted() == EntityName.allCases.map(\.rawValue))
  }

  @Test(arguments: Grammar.entities)
  func `documents every field`(entity: Entity) {
    #expect(Set(entity.fields.map(\.key)).count == entity.fields.count)
    for field in entity.fields {
      #expect(field.documentation.hasSuffix("."), "\(entity.title) \(field.key.rawValue)")
      #expect(!field.example.isEmpty)
    }
  }

  @Test func `uses every key`() {
    let used = Set(Grammar.entities.flatMap { $0.fields.map(\.key) })
    #expect(used == Set(Key.allCases))
  }

  @Test func `starts every file entity with its own id or list`() {
    for entity in Grammar.fileEntities {
      #expect(entity.fields[0].isRequired)
      #expect(Grammar.fileEntities.count { $0.fields[0].key == entity.fields[0].key } == 1)
    }
  }
}
