internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

extension Linker {
  /// What a written id names, if it is one of these kinds; otherwise nil, with a diagnostic.
  mutating func resolve(
    _ node: Int, in record: RecordReader, as kinds: [EntityName]
  ) -> Subject? {
    resolve(record.tree.text(of: node), at: record.tree.range(of: node), as: kinds)
  }

  /// As above, for an id at a range. No kinds means any.
  mutating func resolve(_ id: String, at range: SourceRange, as kinds: [EntityName]) -> Subject? {
    if let found = names.find(id) {
      if kinds.isEmpty || kinds.contains(found.entity) { return found.subject }
      bag.report(
        WrongKindOfReference(
          range: range, id: id, expected: kinds.map { Grammar.entity($0).title },
          found: Grammar.entity(found.entity).title, definition: found.range))
      return nil
    }
    guard !names.mayBeDeclaredInUnreadable(id) else { return nil }
    let meant = names.suggestion(for: id, among: kinds)
    bag.report(
      UnknownReference(
        range: range, id: id, expected: kinds.map { Grammar.entity($0).title },
        meant: meant.map { ($0.id, $0.range) },
        allowed: kinds.isEmpty ? [] : names.ids(of: kinds)))
    return nil
  }

  mutating func phase(_ key: Key, of record: RecordReader) -> Ref<Phase>? {
    guard let node = record.node(key),
      case .phase(let ref) = resolve(node, in: record, as: [.phase])
    else { return nil }
    return ref
  }

  mutating func role(_ key: Key, of record: RecordReader) -> Ref<Role>? {
    guard let node = record.node(key), case .role(let ref) = resolve(node, in: record, as: [.role])
    else { return nil }
    return ref
  }

  mutating func evidenceTypes(_ key: Key, of record: RecordReader) -> [Ref<EvidenceType>] {
    subjects(key, of: record, as: [.evidenceType]).compactMap {
      if case .evidenceType(let ref) = $0 { ref } else { nil }
    }
  }

  /// What the ids in a list name.
  mutating func subjects(_ key: Key, of record: RecordReader, as kinds: [EntityName]) -> [Subject] {
    var found: [Subject] = []
    for node in record.items(key) {
      if let subject = resolve(node, in: record, as: kinds) { found.append(subject) }
    }
    return found
  }

  /// Resolves the `[[links]]` of all texts.
  mutating func checkTextLinks() {
    for file in files {
      for link in file.links { _ = resolve(link.id, at: link.range, as: []) }
    }
  }
}
