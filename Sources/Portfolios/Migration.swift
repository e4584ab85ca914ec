internal import Model

/// The migration from an earlier edition to this one, through one map or several.
struct Migration: Sendable {
  let from: Edition
  let to: Edition

  /// The editions between the first and the last.
  let over: [Edition]
  private let ids: [String: CarriedID]

  /// The final fate of an id.
  struct CarriedID: Sendable {
    var becomes: [String]
    var evidence: MigratedID.Carrying

    /// The rules of change that apply, each with the edition in which it did.
    var because: [(rule: String, edition: Edition)]
  }

  /// The shortest path through the maps. Nil if there is none.
  init?(from: Edition, to: Edition, framework: String, _ maps: [MigrationMap]) {
    var ways: [Edition: [MigrationMap]] = [from: []]
    var frontier = [from]
    while ways[to] == nil, !frontier.isEmpty {
      var next: [Edition] = []
      for edition in frontier {
        // Of several maps from one edition, the one that leads furthest is tried first.
        for map in maps.filter({ $0.from == edition }).sorted(by: { $0.to > $1.to })
        where ways[map.to] == nil {
          ways[map.to] = (ways[edition] ?? []) + [map]
          next.append(map.to)
        }
      }
      frontier = next
    }
    guard let way = ways[to], let last = way.last, last.framework == framework else { return nil }
    self.from = from
    self.to = to
    over = way.dropLast().map(\.to)
    ids = Migration.follow(way)
  }

  /// The migrations to the present edition, by earlier edition.
  static func all(to identity: Identity, _ maps: [MigrationMap]) -> [String: Migration] {
    let editions = Set(maps.map(\.from)).subtracting([identity.edition])
    let ways = editions.compactMap {
      Migration(from: $0, to: identity.edition, framework: identity.id, maps)
    }
    return Dictionary(
      ways.map { ($0.from.description, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(id: String) -> CarriedID? { ids[id] }

  private static func follow(_ way: [MigrationMap]) -> [String: CarriedID] {
    let steps = way.map { map in
      (
        map.to,
        Dictionary(map.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      )
    }
    var ids: [String: CarriedID] = [:]
    for start in way.first?.entries ?? [] {
      var carried = CarriedID(becomes: [start.id], evidence: .asItIs, because: [])
      for (edition, entries) in steps { carried.follow(entries, to: edition) }
      ids[start.id] = carried
    }
    return ids
  }
}

extension Migration.CarriedID {
  /// Applies the next map. A split statement counts for as much as the best of its successors.
  fileprivate mutating func follow(_ entries: [String: MigratedID], to edition: Edition) {
    guard !becomes.isEmpty else { return }
    var next: [String] = []
    var best: MigratedID.Carrying?
    for id in becomes {
      guard let entry = entries[id] else {
        next.append(id)
        best = .asItIs
        continue
      }
      next += entry.becomes.filter { !next.contains($0) }
      best = min(best ?? entry.evidence, entry.evidence)
      if entry.evidence > .asItIs {
        because += (entry.because.isEmpty ? [entry.fate.rawValue] : entry.because).map {
          ($0, edition)
        }
      }
    }
    becomes = next
    evidence = max(evidence, best ?? .asItIs)
    if becomes.isEmpty { evidence = .noLongerCounts }
  }
}
