internal import Diagnostics
package import Grammar
internal import Syntax

extension Draft {
  /// The outermost records of all files: domains in the order of the handbook, all else in the order of the files.
  package var writtenRoots: [WrittenRecord] {
    let domains = records(.domain).map(\.declarations)
    let others = files.filter { file in !domains.contains { $0 === file } }
    return (domains + others).compactMap { file in
      file.records.isEmpty ? nil : RecordTreeReader(declarations: file).read(0, owners: [])
    }
  }
}

/// Makes written records of the declarations of one file.
private struct RecordTreeReader {
  let declarations: Declarations

  private var tree: SyntaxTree { declarations.tree }

  func read(_ index: Int, owners: [WrittenRecord.Owner]) -> WrittenRecord {
    let record = declarations.records[index]
    let entries = declarations.entries[
      Int(record.firstEntry)..<Int(record.firstEntry) + Int(record.entryCount)]
    let fields = Grammar.entity(record.entity).fields
    let name = name(of: record.entity, entries, in: owners.last?.name)
    let inside = owners + [WrittenRecord.Owner(entity: record.entity, name: name)]
    return WrittenRecord(
      entity: record.entity, range: tree.range(of: Int(record.node)), name: name, owners: owners,
      fields: entries.compactMap { entry in
        guard entry.isValid else { return nil }
        let field = fields[Int(entry.field)]
        var records = Int(entry.records.lowerBound)
        return value(Int(entry.valueNode), field.type, &records, entry, inside)
          .map { (field, $0) }
      })
  }

  /// The value at a node. `next` is the first record that stands at the node or behind it.
  private func value(
    _ node: Int, _ type: ValueType, _ next: inout Int, _ entry: Declarations.Entry,
    _ owners: [WrittenRecord.Owner]
  ) -> WrittenValue? {
    switch type {
    case .record, .shorthand:
      while next < Int(entry.records.upperBound), Int(declarations.records[next].node) < node {
        next = Int(declarations.records[next].end)
      }
      guard next < Int(entry.records.upperBound), Int(declarations.records[next].node) == node
      else { return nil }
      return .record(read(next, owners: owners))
    case .list(let item):
      guard tree.isSequence(node) else { return nil }
      return .list(
        tree.children(of: node).compactMap { value($0, item, &next, entry, owners) })
    case .map(let kinds, let item):
      guard tree.isMapping(node) else { return nil }
      let children = Array(tree.children(of: node))
      return .map(
        stride(from: 0, to: children.count - 1, by: 2).compactMap { index in
          guard let key = scalar(children[index], .reference(kinds)),
            let value = value(children[index + 1], item, &next, entry, owners)
          else { return nil }
          return (key, value)
        })
    default: return scalar(node, type).map(WrittenValue.scalar)
    }
  }

  private func scalar(_ node: Int, _ type: ValueType) -> WrittenScalar? {
    guard tree.isScalar(node), !tree.isEmptyScalar(node) else { return nil }
    return WrittenScalar(text: tree.text(of: node), type: type, range: tree.range(of: node))
  }

  /// The name of a record, which for a fact or an item begins with that of its owner.
  private func name(
    of entity: EntityName, _ entries: ArraySlice<Declarations.Entry>, in owner: String?
  ) -> String? {
    guard let key = entity.nameKey,
      let entry = entries.first(where: { $0.key == key }), entry.isValid,
      let written = scalar(Int(entry.valueNode), .line)?.text
    else { return nil }
    return entity.isNamedInOwner ? owner.map { "\($0)/\(written)" } : written
  }
}

extension EntityName {
  /// The key whose value names it among all things; nil if it has no name.
  package var nameKey: Key? {
    switch self {
    case .fact: .number
    case .crosswalkItem: .id
    case .formField: .name
    case .term: .term
    default: Grammar.entity(self).idKey
    }
  }

  /// Whether its name is unique in its owner only.
  package var isNamedInOwner: Bool {
    self == .fact || self == .crosswalkItem || self == .formField
  }
}
