internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// The ids of a framework and what they name.
struct Names: Sendable {
  /// Where an id is declared, and for what.
  struct Definition: Sendable {
    let subject: Subject
    let entity: EntityName
    let range: SourceRange
  }

  private(set) var definitions: [Definition] = []

  /// The definitions by their ids without regard to case, since ids that differ only in case are one to many systems.
  private var table = IDTable()

  /// Whether a file could not be read to its end.
  let hasUnreadFile: Bool

  /// What such files mention, which may be declared in them.
  private let mentions: Mentions

  /// The kinds of which a mistake may hide one.
  private(set) var lost: Set<EntityName>

  init(_ files: [Declarations]) {
    let damaged = files.filter { !$0.tree.isComplete }.map(\.file)
    hasUnreadFile = !damaged.isEmpty
    mentions = Mentions(in: damaged)
    lost = files.reduce(into: []) { $0.formUnion($1.lost) }
  }

  /// Whether an id was defined twice.
  private(set) var hasDuplicates = false

  /// Notes that things of these kinds may be missing.
  mutating func lose(_ entities: Set<EntityName>) {
    lost.formUnion(entities)
  }

  /// Notes that a thing of this kind may have been meant to have another id.
  mutating func lose(_ entity: EntityName) {
    lost.insert(entity)
  }

  /// Adds an id, or returns the number of the definition that was first.
  mutating func define(_ id: Span<UInt8>, as definition: Definition) -> Int? {
    let number = table.add(id)
    guard number == definitions.count else {
      hasDuplicates = true
      return number
    }
    definitions.append(definition)
    return nil
  }

  /// The id with a number.
  func id(_ number: Int) -> String { table.id(number) }

  /// What an id names; the case has to be right.
  func find(_ id: String) -> Definition? {
    let written = Array(id.utf8)
    return number(of: written.span).map { definitions[$0] }
  }

  /// Whether a definition is of one of these kinds; of any kind if none is named.
  func isOne(_ number: Int, of kinds: [EntityName]) -> Bool {
    let entity = definitions[number].entity
    return kinds.isEmpty || kinds.contains { $0 == entity }
  }

  /// The number of the definition that an id names; the case has to be right.
  func number(of id: Span<UInt8>) -> Int? { table.number(of: id) }

  /// The id of one of these kinds that was most likely meant; of any kind if none is named.
  func suggestion(
    for id: String, among kinds: [EntityName]
  ) -> (id: String, range: SourceRange)? {
    let candidates = definitions.indices.filter { isOne($0, of: kinds) }
    let meant = Diagnostics.suggestion(
      for: id, among: candidates.map { table.id($0) }, differingInOneOf: 4)
    return meant.flatMap { meant in find(meant).map { (meant, $0.range) } }
  }

  /// The ids of one of these kinds, in the order of the text.
  func ids(of kinds: [EntityName]) -> [String] {
    definitions.indices.filter { kinds.contains(definitions[$0].entity) }
      .sorted { definitions[$0].range < definitions[$1].range }.map { table.id($0) }
  }

  /// Whether an id that nothing has may be one that a mistake hides, so that to report it would be to report the mistake again.
  ///
  /// `isLikelySlip` if there is an id of the right kind that was most likely meant.
  func mayBeHidden(_ id: String, as kinds: [EntityName], isLikelySlip: Bool) -> Bool {
    guard hasUnreadFile || !lost.isEmpty else { return false }
    let written = Array(id.utf8)
    // What cannot be an id is declared nowhere.
    guard isID(written.span) else { return false }
    if mentions.all.contains(written) {
      // The files that mention it may do so only where they refer to it.
      return !isLikelySlip || mentions.declared.contains(written)
    }
    return !isLikelySlip && (kinds.isEmpty || !lost.isDisjoint(with: kinds))
  }
}

/// The words of some texts that may be ids: gathered once, since thousands of ids may be looked for.
private struct Mentions: Sendable {
  var all: Set<[UInt8]> = []

  /// Those after a colon and a space, as where an id is declared.
  var declared: Set<[UInt8]> = []

  init(in files: [SourceFile]) {
    for file in files { add(file.bytes) }
  }

  private mutating func add(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, isIDByte(bytes[end]) { end += 1 }
      if end > start {
        let word = Array(bytes[start..<end])
        all.insert(word)
        if start >= 2, bytes[(start - 2)..<start].elementsEqual(": ".utf8) {
          declared.insert(word)
        }
      }
      start = end + 1
    }
  }
}
