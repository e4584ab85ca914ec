/// The language, once: every entity that authors can write, with its fields.
///
/// Decoding, suggestions, the reference and the editor's schema are all read off this table. To add a field, add its
/// key to `Key`, its entry to the entity's table, and its use where `Analysis` links that entity.
package enum Grammar {
  /// All entities, in the order in which the reference explains them.
  package static let entities: [Entity] = [
    .framework, .vocabulary, .word, .kind, .phase, .specialism, .role, .evidenceType, .level,
    .result, .retiredID, .budget, .wording, .avoidedWord, .ruleSetting, .handbook,
    .domain, .outcome, .statement, .citation, .evidenceRule, .alignment, .statementStatus, .example,
    .duties, .duty, .reviews, .review, .form, .formField,
    .source, .fact, .crosswalk, .crosswalkItem, .glossary, .term, .history, .event,
    .changes, .change,
  ]

  /// The entities that a file can hold, which its first key names.
  package static let fileEntities: [Entity] = entities.filter { $0.nesting == .file }

  /// The entities that have a field of this key, for telling an author where it belongs.
  package static func entities(with key: Key) -> [Entity] {
    entities.filter { $0.field(key) != nil }
  }

  package static func entity(_ name: EntityName) -> Entity {
    table[Int(name.rawValue)]
  }

  private static let table: [Entity] = EntityName.allCases.map { name in
    guard let entity = entities.first(where: { $0.name == name }) else {
      preconditionFailure("the table has no entity \(name)")
    }
    return entity
  }
}

/// The entities of the language.
package enum EntityName: UInt8, CaseIterable, Sendable {
  case framework, vocabulary, word, kind, phase, specialism, role, evidenceType, level
  case result, retiredID, budget, wording, avoidedWord, ruleSetting, handbook
  case domain, outcome, statement, citation, evidenceRule, alignment, statementStatus, example
  case duties, duty, reviews, review, form, formField
  case source, fact, crosswalk, crosswalkItem, glossary, term, history, event
  case changes, change

  /// By number: the comparison that the compiler makes is found by way of a table.
  package static func == (left: EntityName, right: EntityName) -> Bool {
    unsafeBitCast(left, to: UInt8.self) == unsafeBitCast(right, to: UInt8.self)
  }
}

/// One kind of thing that authors write, as a group of keys.
package final class Entity: Sendable {
  package let name: EntityName

  /// The name in messages, with its article: "a statement".
  package let title: String

  /// One or two sentences for the reference.
  package let documentation: String

  package let nesting: Nesting
  package let fields: [Field]

  /// A complete example, as YAML.
  package let example: String

  init(
    _ name: EntityName, _ title: String, nesting: Nesting = .inside, _ documentation: String,
    example: String, fields: [Field]
  ) {
    self.name = name
    self.title = title
    self.nesting = nesting
    self.documentation = documentation
    self.example = example
    self.fields = fields
  }

  package func field(_ key: Key) -> Field? { fields.first { $0.key == key } }

  /// The key of its id; nil if it has none.
  package var idKey: Key? {
    fields.first { if case .identifier = $0.type { true } else { false } }?.key
  }

  /// The kind itself, and those of all records inside it.
  package var kinds: Set<EntityName> {
    var found: Set<EntityName> = [name]
    for inner in fields.flatMap(\.type.records) where !found.contains(inner) {
      found.formUnion(Grammar.entity(inner).kinds)
    }
    return found
  }

  /// Whether a file can hold it, or only another entity.
  package enum Nesting: Sendable {
    case file
    case inside
  }
}

/// One key of an entity.
///
/// A class, since readers of each key in each file pass it on.
package final class Field: Sendable {
  package let key: Key
  package let type: ValueType
  package let isRequired: Bool

  /// The meaning of the key, and the reason to write it.
  package let documentation: String

  /// A value, as it is written after the key.
  package let example: String

  /// The value that is assumed where none is written; nil if that is nothing.
  package let assumed: String?

  init(
    _ key: Key, _ type: ValueType, required isRequired: Bool = false, _ documentation: String,
    example: String, assumed: String? = nil
  ) {
    self.key = key
    self.type = type
    self.isRequired = isRequired
    self.documentation = documentation
    self.example = example
    self.assumed = assumed
  }
}

/// The type of the value after a key.
package indirect enum ValueType: Sendable {
  /// One line of plain text.
  case line
  /// One paragraph of Markdown, inline only.
  case phrase
  /// Markdown of any length.
  case prose
  /// The id that this record declares.
  case identifier
  /// The id of a thing of one of these kinds.
  case reference([EntityName])
  /// An item of a crosswalk: the crosswalk's id, a slash, and the item's code.
  case item
  /// The name or code of one of the compiler's rules.
  case rule
  /// `2026`, `2026-09` or `2026-09-01`; or only the last when exact.
  case date(exact: Bool)
  /// Three numbers with dots, as in semantic versioning 2.0.0.
  case edition
  /// A language tag of BCP 47.
  case language
  /// A web address.
  case address
  /// Six hexadecimal digits: two each for red, green and blue.
  case colour
  /// The path of a file below the handbook's folder, with `/` between its parts.
  case path
  case number(ClosedRange<Int>)
  case yesNo
  /// Like an id, but only its neighbours must have names of their own.
  case name
  /// Another framework's code: one word, without a slash.
  case code
  case choice([Choice])
  case record(EntityName)
  /// A record, or the value of its first field alone.
  case shorthand(EntityName)
  case list(ValueType)
  /// A group whose keys are references.
  case map([EntityName], ValueType)
}

extension ValueType {
  /// The entities of the records that a value of this type may hold.
  package var records: [EntityName] {
    switch self {
    case .record(let name), .shorthand(let name): [name]
    case .list(let item), .map(_, let item): item.records
    default: []
    }
  }
}

/// One of the values that a field allows.
package struct Choice: Sendable {
  package let value: String
  package let documentation: String

  init(_ value: String, _ documentation: String) {
    self.value = value
    self.documentation = documentation
  }
}
