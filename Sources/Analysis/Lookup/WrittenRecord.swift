package import Diagnostics
package import Grammar
internal import Syntax

/// A record as its author wrote it, whatever is wrong elsewhere.
package struct WrittenRecord: Sendable {
  package let entity: EntityName

  /// The range of the whole record.
  package let range: SourceRange

  /// The name that questions and answers use: an id, a number or code behind that of its owner, a term. Nil if it has none of
  /// its own.
  package let name: String?

  /// The records that it stands in, outermost first.
  package let owners: [Owner]

  /// Its keys in the order of the text, without those that have no value of the right shape.
  package let fields: [(field: Field, value: WrittenValue)]

  /// A record around another.
  package struct Owner: Sendable {
    package let entity: EntityName
    package let name: String?
  }

  /// The value of a key; nil if it is not written.
  package func value(of key: Key) -> WrittenValue? {
    fields.first { $0.field.key == key }?.value
  }
}

/// The value of a key as its author wrote it.
package indirect enum WrittenValue: Sendable {
  case scalar(WrittenScalar)
  case list([WrittenValue])
  case map([(key: WrittenScalar, value: WrittenValue)])
  case record(WrittenRecord)
}

/// A text, number, id or the like.
package struct WrittenScalar: Sendable {
  package let text: String
  package let type: ValueType
  package let range: SourceRange

  package init(text: String, type: ValueType, range: SourceRange) {
    self.text = text
    self.type = type
    self.range = range
  }
}

extension WrittenValue {
  /// Calls `body` with each scalar inside, keys of maps too, in the order of the text.
  package func forEachScalar(_ body: (WrittenScalar) -> Void) {
    switch self {
    case .scalar(let scalar): body(scalar)
    case .list(let items):
      for item in items { item.forEachScalar(body) }
    case .map(let pairs):
      for pair in pairs {
        body(pair.key)
        pair.value.forEachScalar(body)
      }
    case .record(let record):
      for (_, value) in record.fields { value.forEachScalar(body) }
    }
  }

  /// The records directly inside.
  package var records: [WrittenRecord] {
    switch self {
    case .record(let record): [record]
    case .list(let items): items.flatMap(\.records)
    case .scalar, .map: []
    }
  }
}
