internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

extension Draft {
  /// The records of one kind, in the order of their table.
  func records(_ entity: EntityName) -> [RecordReader] {
    origins[entity] ?? []
  }

  /// The range in which a thing's id is declared.
  func idRange(of subject: Subject) -> SourceRange? {
    range(of: subject, subject.idKey)
  }

  /// The range in which a thing names another by its id, in the lists under these keys.
  func range(of id: String, namedBy subject: Subject, under keys: [Key]) -> SourceRange? {
    guard let record = record(of: subject) else { return nil }
    for key in keys {
      for node in record.items(key) where record.tree.text(of: node) == id {
        return record.tree.range(of: node)
      }
    }
    return nil
  }

  /// The range in which a statement says how far it has come.
  func statusRange(of statement: Ref<Statement>) -> SourceRange? {
    record(of: .statement(statement))?.record(.status)?.range(.isNow)
  }

  /// The framework's own word for a statement.
  var statementWord: Word { contents.identity.vocabulary.statement }

  /// The framework's own word for a phase.
  var phaseWord: Word { contents.identity.vocabulary.phase }

  var statements: Statements { contents.statements }

  /// The statements that somebody is to meet.
  var currentStatements: [Ref<Statement>] { statements.current }
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
