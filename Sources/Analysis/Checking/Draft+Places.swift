internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

extension Draft {
  /// The records of one kind, in the order of their table.
  func records(_ entity: EntityName) -> [RecordReader] {
    origins[entity] ?? []
  }

  /// Where a thing's id is declared.
  func idRange(of subject: Subject) -> SourceRange? {
    range(of: subject, subject.idKey)
  }

  /// Where a thing names another by its id, in the lists under these keys.
  func range(of id: String, namedBy subject: Subject, under keys: [Key]) -> SourceRange? {
    guard let record = record(of: subject) else { return nil }
    for key in keys {
      for node in record.items(key) where record.tree.text(of: node) == id {
        return record.tree.range(of: node)
      }
    }
    return nil
  }

  /// Where a statement says how far it has come.
  func statusRange(of statement: Ref<Statement>) -> SourceRange? {
    record(of: .statement(statement))?.record(.status)?.range(.isNow)
  }

  /// The framework's own word for a statement.
  var statementWord: Word { contents.identity.vocabulary.statement }

  /// The framework's own word for a phase.
  var phaseWord: Word { contents.identity.vocabulary.phase }

  /// All statements. Copying one costs dozens of counted references, so a check that looks at each of thousands reads
  /// the fields that it needs out of this array, and takes a whole statement only where it has something to say.
  var statements: [Statement] { contents.statements.elements }

}

extension Array {
  /// The element that a reference to this table names.
  @inline(__always)
  subscript(ref: Ref<Element>) -> Element { self[Int(ref.index)] }

  /// References to all elements of this table.
  var refs: [Ref<Element>] { indices.map { Ref($0) } }
}

extension Statement {
  /// Whether nobody is to meet it any more.
  var isOver: Bool { status?.isOver == true }
}

extension Subject {
  /// The key under which its id is declared.
  var idKey: Key {
    switch self {
    case .framework: .framework
    case .domain: .domain
    case .form: .record
    case .source: .source
    case .crosswalk: .crosswalk
    default: .id
    }
  }
}

extension RecordReader {
  /// Whether a key is written, whatever stands after it.
  func has(_ key: Key) -> Bool { entry(key) != nil }
}
