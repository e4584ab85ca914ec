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
    unresolvedCount += 1
    let isExplained = unresolvedCount <= Linker.mostExplained
    let meant = isExplained ? names.suggestion(for: id, among: kinds) : nil
    guard !names.mayBeHidden(id, as: kinds, isLikelySlip: meant != nil) else { return nil }
    bag.report(
      UnknownReference(
        range: range, id: id, expected: kinds.map { Grammar.entity($0).title },
        meant: meant.map { ($0.id, $0.range) }, separate: separateIDs(in: id),
        allowed: kinds.isEmpty || !isExplained ? [] : names.ids(of: kinds)))
    return nil
  }

  /// The ids that stand in one text because a comma is missing between them.
  private func separateIDs(in text: String) -> [String] {
    let words = text.split(separator: " ").filter { $0 != "-" }.map(String.init)
    return words.count > 1 && words.allSatisfy { names.find($0) != nil } ? words : []
  }

  /// The one thing that a key names, if it is of this kind.
  mutating func ref<Element>(_ key: Key, of record: RecordReader, as kind: SubjectKind<Element>)
    -> Ref<Element>?
  {
    record.node(key).flatMap { resolve($0, in: record, as: [kind.entity]) }.flatMap(kind.ref)
  }

  /// The things that the ids in a list name, those of this kind.
  mutating func refs<Element>(_ key: Key, of record: RecordReader, as kind: SubjectKind<Element>)
    -> [Ref<Element>]
  {
    subjects(key, of: record, as: [kind.entity]).compactMap(kind.ref)
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

/// One kind of thing with an id, for turning what an id names into a reference to that kind.
struct SubjectKind<Element>: Sendable {
  let entity: EntityName
  let ref: @Sendable (Subject) -> Ref<Element>?
}

extension SubjectKind<Kind> {
  static var kind: Self { Self(entity: .kind) { if case .kind(let ref) = $0 { ref } else { nil } } }
}
extension SubjectKind<Phase> {
  static var phase: Self {
    Self(entity: .phase) { if case .phase(let ref) = $0 { ref } else { nil } }
  }
}
extension SubjectKind<Specialism> {
  static var specialism: Self {
    Self(entity: .specialism) { if case .specialism(let ref) = $0 { ref } else { nil } }
  }
}
extension SubjectKind<Role> {
  static var role: Self { Self(entity: .role) { if case .role(let ref) = $0 { ref } else { nil } } }
}
extension SubjectKind<EvidenceType> {
  static var evidenceType: Self {
    Self(entity: .evidenceType) { if case .evidenceType(let ref) = $0 { ref } else { nil } }
  }
}
extension SubjectKind<Level> {
  static var level: Self {
    Self(entity: .level) { if case .level(let ref) = $0 { ref } else { nil } }
  }
}
extension SubjectKind<ReviewResult> {
  static var result: Self {
    Self(entity: .result) { if case .result(let ref) = $0 { ref } else { nil } }
  }
}
extension SubjectKind<Statement> {
  static var statement: Self {
    Self(entity: .statement) { if case .statement(let ref) = $0 { ref } else { nil } }
  }
}
extension SubjectKind<Review> {
  static var review: Self {
    Self(entity: .review) { if case .review(let ref) = $0 { ref } else { nil } }
  }
}
extension SubjectKind<Form> {
  static var form: Self { Self(entity: .form) { if case .form(let ref) = $0 { ref } else { nil } } }
}
extension SubjectKind<Source> {
  static var source: Self {
    Self(entity: .source) { if case .source(let ref) = $0 { ref } else { nil } }
  }
}
extension SubjectKind<Crosswalk> {
  static var crosswalk: Self {
    Self(entity: .crosswalk) { if case .crosswalk(let ref) = $0 { ref } else { nil } }
  }
}
