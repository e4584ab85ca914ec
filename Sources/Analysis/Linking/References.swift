internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

extension Linker {
  /// The thing that a written id names, if it is one of these kinds; otherwise nil, with a diagnostic.
  mutating func resolve(
    _ node: Int, in record: RecordReader, as kinds: [EntityName]
  ) -> Subject? {
    let tree = record.tree
    if let number = tree.withValue(of: node, { names.number(of: $0) }),
      names.isOne(number, of: kinds)
    {
      return names.definitions[number].subject
    }
    return resolve(tree.text(of: node), at: tree.range(of: node), as: kinds)
  }

  /// The thing that the id at a range names, if it is one of these kinds. No kinds means any.
  mutating func resolve(_ id: String, at range: SourceRange, as kinds: [EntityName]) -> Subject? {
    if let found = names.find(id) {
      if kinds.isEmpty || kinds.contains(found.entity) { return found.subject }
      bag.report(
        WrongKindOfReference(
          range: range, id: id, expected: kinds.map { Grammar.entity($0).title },
          found: Grammar.entity(found.entity).title, definition: found.range))
      return nil
    }
    let (meant, isExplained) = explanation(of: id, kinds)
    guard !names.mayBeHidden(id, as: kinds, isLikelySlip: meant != nil) else { return nil }
    bag.report(
      UnknownReference(
        range: range, id: id, expected: kinds.map { Grammar.entity($0).title },
        meant: meant, separate: separateIDs(in: id),
        allowed: kinds.isEmpty || !isExplained ? [] : names.ids(of: kinds),
        isExplained: isExplained))
    return nil
  }

  /// The id that was most likely meant, and whether one was looked for.
  ///
  /// To look costs as much as there are ids, so each unknown id is looked for once, and only while the sum stays small.
  private mutating func explanation(
    of id: String, _ kinds: [EntityName]
  ) -> (meant: (id: String, range: SourceRange)?, isExplained: Bool) {
    if let known = explanations[id], known.kinds == kinds {
      return (known.meant, known.isExplained)
    }
    comparedIDs += names.definitions.count
    let isExplained = comparedIDs <= Linker.mostComparedIDs
    let meant = isExplained ? names.suggestion(for: id, among: kinds) : nil
    explanations[id] = Explanation(kinds: kinds, meant: meant, isExplained: isExplained)
    return (meant, isExplained)
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
    record.node(key).flatMap { resolve($0, in: record, as: kind.entities) }.flatMap(kind.ref)
  }

  /// The things of one kind that the ids in a list name.
  mutating func refs<Element>(_ key: Key, of record: RecordReader, as kind: SubjectKind<Element>)
    -> [Ref<Element>]
  {
    var found: [Ref<Element>] = []
    forEachRef(key, of: record, as: kind) { found.append($0) }
    return found
  }

  /// Calls `body` with each thing of one kind that an id in a list names, in order.
  mutating func forEachRef<Element>(
    _ key: Key, of record: RecordReader, as kind: SubjectKind<Element>,
    _ body: (Ref<Element>) -> Void
  ) {
    record.forEachItem(key) { node in
      if let ref = resolve(node, in: record, as: kind.entities).flatMap(kind.ref) { body(ref) }
    }
  }

  /// The things that the ids in a list name.
  mutating func subjects(_ key: Key, of record: RecordReader, as kinds: [EntityName]) -> [Subject] {
    var found: [Subject] = []
    record.forEachItem(key) { node in
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
  /// The name of this kind alone, as a list.
  let entities: [EntityName]
  let ref: @Sendable (Subject) -> Ref<Element>?
}

extension SubjectKind<Kind> {
  static var kind: Self {
    Self(entities: [.kind]) { if case .kind(let ref) = $0 { ref } else { nil } }
  }
}
extension SubjectKind<Phase> {
  static var phase: Self {
    Self(entities: [.phase]) { if case .phase(let ref) = $0 { ref } else { nil } }
  }
}
extension SubjectKind<Specialism> {
  static var specialism: Self {
    Self(entities: [.specialism]) { if case .specialism(let ref) = $0 { ref } else { nil } }
  }
}
extension SubjectKind<Role> {
  static var role: Self {
    Self(entities: [.role]) { if case .role(let ref) = $0 { ref } else { nil } }
  }
}
extension SubjectKind<EvidenceType> {
  static var evidenceType: Self {
    Self(entities: [.evidenceType]) { if case .evidenceType(let ref) = $0 { ref } else { nil } }
  }
}
extension SubjectKind<Level> {
  static var level: Self {
    Self(entities: [.level]) { if case .level(let ref) = $0 { ref } else { nil } }
  }
}
extension SubjectKind<ReviewResult> {
  static var result: Self {
    Self(entities: [.result]) { if case .result(let ref) = $0 { ref } else { nil } }
  }
}
extension SubjectKind<Statement> {
  static var statement: Self {
    Self(entities: [.statement]) { if case .statement(let ref) = $0 { ref } else { nil } }
  }
}
extension SubjectKind<Review> {
  static var review: Self {
    Self(entities: [.review]) { if case .review(let ref) = $0 { ref } else { nil } }
  }
}
extension SubjectKind<Form> {
  static var form: Self {
    Self(entities: [.form]) { if case .form(let ref) = $0 { ref } else { nil } }
  }
}
extension SubjectKind<Source> {
  static var source: Self {
    Self(entities: [.source]) { if case .source(let ref) = $0 { ref } else { nil } }
  }
}
extension SubjectKind<Crosswalk> {
  static var crosswalk: Self {
    Self(entities: [.crosswalk]) { if case .crosswalk(let ref) = $0 { ref } else { nil } }
  }
}
