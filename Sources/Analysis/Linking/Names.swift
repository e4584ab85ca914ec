internal import Diagnostics
internal import Grammar
internal import Model

/// The ids of a framework and what they name.
struct Names {
  /// Where an id is declared, and for what.
  struct Definition {
    let subject: Subject
    let entity: EntityName
    let id: String
    let range: SourceRange
  }

  /// By the id in lower case, since ids that differ only in case are one to many systems.
  private var definitions: [String: Definition] = [:]

  /// The sources that could not be read: what is named in them may be declared in them.
  let unreadable: [SourceFile]

  init(unreadable: [SourceFile]) {
    self.unreadable = unreadable
  }

  /// Adds an id, or returns where it was declared first.
  mutating func define(_ definition: Definition) -> Definition? {
    let key = definition.id.lowercased()
    if let first = definitions[key] { return first }
    definitions[key] = definition
    return nil
  }

  /// What an id names; the case has to be right.
  func find(_ id: String) -> Definition? {
    guard let found = definitions[id.lowercased()], found.id == id else { return nil }
    return found
  }

  /// The id of one of these kinds that was most likely meant; of any kind if none is named.
  func suggestion(for id: String, among kinds: [EntityName]) -> Definition? {
    let candidates = definitions.values.filter { kinds.isEmpty || kinds.contains($0.entity) }
    let meant = Diagnostics.suggestion(for: id, among: candidates.map(\.id))
    return meant.flatMap(find)
  }

  /// The ids of one of these kinds, in the order of the text.
  func ids(of kinds: [EntityName]) -> [String] {
    definitions.values.filter { kinds.contains($0.entity) }.sorted { $0.range < $1.range }.map(\.id)
  }

  /// Whether a file that could not be read mentions an id, and so may well declare it.
  func mayBeDeclaredInUnreadable(_ id: String) -> Bool {
    let written = Array(id.utf8)
    return unreadable.contains { contains($0.bytes, written) }
  }

  private func contains(_ bytes: [UInt8], _ needle: [UInt8]) -> Bool {
    guard let first = needle.first, bytes.count >= needle.count else { return false }
    return (0...(bytes.count - needle.count)).contains {
      bytes[$0] == first && bytes[$0..<($0 + needle.count)].elementsEqual(needle)
    }
  }
}
