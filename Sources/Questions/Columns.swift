internal import Analysis
internal import Grammar

/// The keys that can be asked of the records of one entity.
struct Columns {
  let entity: Entity

  /// The keys that name the records around one of these, outermost first, such as `domain` and `outcome` for a statement.
  let owners: [(key: Key, entity: EntityName)]

  init(of entity: EntityName) {
    self.entity = Grammar.entity(entity)
    owners = Columns.owners(of: entity).filter { owner in
      Grammar.entity(entity).field(owner.key) == nil
    }
  }

  /// The keys of its own and of its owners.
  var keys: [Key] { entity.fields.map(\.key) + owners.map(\.key).reversed() }

  /// The fields of the records inside it, such as `observers` for a statement.
  var innerFields: [Field] {
    entity.fields.flatMap { $0.type.records }
      .filter { $0.nameKey == nil }
      .flatMap { Grammar.entity($0).fields }
  }

  /// The fields that a key may name: its own first, or else those of the records inside it.
  func fields(_ key: Key) -> [Field] {
    entity.field(key).map { [$0] } ?? innerFields.filter { $0.key == key }
  }

  private static func owners(of entity: EntityName) -> [(key: Key, entity: EntityName)] {
    guard
      let owner = Grammar.entities.first(where: { other in
        other.fields.contains { $0.type.records.contains(entity) && other.name != entity }
      })
    else { return [] }
    let key = owner.name == .form ? Key.record : Key(rawValue: "\(owner.name)")
    guard owner.name.nameKey != nil, owner.name != .framework, let key else {
      return owners(of: owner.name)
    }
    return owners(of: owner.name) + [(key, owner.name)]
  }
}

extension Columns {
  /// The values of a record under a key. Of inner records there may be several.
  func values(of key: Key, in record: WrittenRecord) -> [WrittenValue] {
    if let field = entity.field(key) {
      if let value = record.value(of: key) { return [value] }
      return field.assumed.map { [Columns.scalar($0, field.type, record)] } ?? []
    }
    if let owner = owners.first(where: { $0.key == key }) {
      let name = record.owners.last { $0.entity == owner.entity }?.name
      return name.map { [Columns.scalar($0, .reference([owner.entity]), record)] } ?? []
    }
    return record.fields.flatMap { $0.value.records }.filter { $0.name == nil }
      .compactMap { $0.value(of: key) }
  }

  private static func scalar(
    _ text: String, _ type: ValueType, _ record: WrittenRecord
  ) -> WrittenValue {
    .scalar(WrittenScalar(text: text, type: type, range: record.range))
  }
}
