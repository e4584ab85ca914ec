package import Model

extension Lock {
  /// The lock after publishing a framework: new ids get entries, existing entries are updated, and ids on the `retired` list
  /// get their fate.
  ///
  /// `random` makes the UUIDs. Entries of ids that are neither present nor retired stay; the check reports them.
  package func updated(
    to contents: Contents, random: inout some RandomNumberGenerator
  ) -> Lock {
    var known: [String: LockEntry] = [:]
    // A merge can leave two entries for one id. The first stays.
    for entry in entries where known[entry.id] == nil { known[entry.id] = entry }
    for thing in PublishedThing.all(contents) {
      var entry =
        known[thing.id]
        ?? LockEntry(
          id: thing.id, sort: thing.sort, uuid: uuid(&random),
          since: contents.identity.edition.description, fate: .active, digest: "", says: "",
          approvals: [])
      entry.sort = thing.sort
      if entry.since.isEmpty { entry.since = contents.identity.edition.description }
      entry.fate = thing.fate
      entry.says = thing.says
      entry.digest = thing.digest
      known[thing.id] = entry
    }
    for retired in contents.retired {
      guard var entry = known[retired.id] else { continue }
      entry.fate = retired.replacedBy.map { .replacedBy(contents.id(of: $0)) } ?? .withdrawn
      known[retired.id] = entry
    }
    return Lock(
      entries: known.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) },
      editions: editions)
  }

  /// The lock with the present texts of some ids accepted as unchanged.
  package func accepting(_ ids: Set<String>, in contents: Contents) -> Lock {
    var lock = self
    let things = PublishedThing.all(contents).filter { ids.contains($0.id) }
    let says = Dictionary(things.map { ($0.id, $0.says) }, uniquingKeysWith: { first, _ in first })
    for index in lock.entries.indices {
      guard let now = says[lock.entries[index].id] else { continue }
      lock.entries[index].says = now
      lock.entries[index].digest = lockDigest(now)
    }
    return lock
  }

  /// The lock with an edition recorded.
  package func recording(_ edition: Edition, digest: String) -> Lock {
    var lock = self
    lock.editions.removeAll { $0.edition == edition.description }
    lock.editions.append(EditionEntry(edition: edition.description, digest: digest))
    return lock
  }

  /// The lock with an approval of the present texts. It replaces earlier approvals by the same role.
  package func approving(_ ids: Set<String>, by role: String, edition: Edition) -> Lock {
    var lock = self
    for index in lock.entries.indices where ids.contains(lock.entries[index].id) {
      var entry = lock.entries[index]
      entry.approvals.removeAll { $0.role == role }
      entry.approvals.append(
        LockEntry.Approval(role: role, digest: entry.digest, edition: edition.description))
      entry.approvals.sort { $0.role.utf8.lexicographicallyPrecedes($1.role.utf8) }
      lock.entries[index] = entry
    }
    return lock
  }
}

/// A random UUID (RFC 9562, version 4).
private func uuid(_ random: inout some RandomNumberGenerator) -> String {
  var bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
  bytes[6] = bytes[6] & 0x0F | 0x40
  bytes[8] = bytes[8] & 0x3F | 0x80
  let digits = bytes.map { byte in
    let text = String(byte, radix: 16)
    return text.count == 1 ? "0" + text : text
  }
  return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }.joined(separator: "-")
}
