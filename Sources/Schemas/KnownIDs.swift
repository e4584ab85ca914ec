package import Grammar

/// The ids that a project declares, for a schema that offers them.
package struct KnownIDs: Sendable {
  /// An id and the first words about what it names.
  package typealias Entry = (id: String, title: String)

  private let entries: [EntityName: [Entry]]

  /// The items of crosswalks, as statements name them.
  private let items: [Entry]

  /// The kinds of which a mistake may hide an id, so that an unknown one may be right.
  private let uncertain: Set<EntityName>

  package init(
    entries: [EntityName: [Entry]] = [:], items: [Entry] = [], uncertain: Set<EntityName> = []
  ) {
    (self.entries, self.items, self.uncertain) = (entries, items, uncertain)
  }

  /// The kinds of thing that a key of the language can refer to, each combination once.
  package static let referredKinds: [[EntityName]] = {
    var found: [[EntityName]] = []
    for kinds in Grammar.entities.flatMap(\.fields).flatMap(\.type.referredKinds)
    where !found.contains(kinds) {
      found.append(kinds)
    }
    return found
  }()

  /// A key that takes more kinds than this takes any id.
  private static let mostNamed = 5

  /// The name of the definition with the ids of some kinds. Nil if any id has to be accepted.
  func definition(of kinds: [EntityName]) -> String? {
    let known = kinds.flatMap { entries[$0] ?? [] }
    let isCertain = uncertain.isDisjoint(with: kinds) && !known.contains { looksLikeNoText($0.id) }
    guard isCertain, !known.isEmpty else { return nil }
    return kinds.count > KnownIDs.mostNamed
      ? "id" : "id-" + kinds.map { "\($0)" }.joined(separator: "-")
  }

  /// The name of the definition with the items of crosswalks. Nil if any item has to be accepted.
  var itemDefinition: String? {
    items.isEmpty || uncertain.contains(.crosswalk) ? nil : "item-of-crosswalk"
  }

  /// The definitions, as members of a schema's `$defs`.
  var definitions: [(String, JSONValue)] {
    let ids = KnownIDs.referredKinds.compactMap { kinds in
      definition(of: kinds).map { name in
        let nouns =
          kinds.count > KnownIDs.mostNamed
          ? "anything" : kinds.map { Grammar.entity($0).title }.joined(separator: " or ")
        return (name, choice(kinds.flatMap { entries[$0] ?? [] }, nouns))
      }
    }
    return ids + (itemDefinition.map { [($0, choice(items, "an item of a crosswalk"))] } ?? [])
  }

  /// A choice of ids. Editors offer them with their meaning, and show the last text beside an id that is not among them.
  private func choice(_ entries: [Entry], _ noun: String) -> JSONValue {
    .object([
      ("type", .string("string")),
      ("enum", .strings(entries.map(\.id))),
      ("enumDescriptions", .strings(entries.map(\.title))),
      (
        "errorMessage",
        .string("This is not the id of \(noun). If it is a new one, run: ksf schema")
      ),
    ])
  }
}

/// Whether a reader of YAML may take the unquoted id for something else than a text.
private func looksLikeNoText(_ id: String) -> Bool {
  ["true", "false", "yes", "no", "on", "off", "y", "n", "null"].contains(id.lowercased())
}

extension ValueType {
  /// The kinds of thing whose ids stand in a value: as itself, in a list, or as keys and values of a group.
  fileprivate var referredKinds: [[EntityName]] {
    switch self {
    case .reference(let kinds): [kinds]
    case .list(let item): item.referredKinds
    case .map(let kinds, let value): [kinds] + value.referredKinds
    default: []
    }
  }
}
