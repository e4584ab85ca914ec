package import Compilation
internal import Diagnostics
internal import Disk
internal import Editions
internal import Lock
internal import Model
package import Project

extension Project {
  /// The changes that writing the lock made.
  package struct LockChanges: Sendable {
    package let path: String

    /// The numbers of all ids, of new ids, and of entries whose text changed.
    package let count: Int
    package let added: Int
    package let changed: Int
  }

  /// Updates the lock to the framework's present contents.
  ///
  /// `accepted` are ids whose texts the author declares to be the same in other words. Conflict marks are always skipped. With
  /// `repairing`, the readable entries of a damaged lock are kept. Nothing is written if there is any other error, which the
  /// snapshot reports.
  package func lock(
    accepting accepted: Set<String> = [], repairing: Bool = false
  ) throws -> (snapshot: Snapshot, changes: LockChanges?) {
    let texts = try readTexts()
    let snapshot = compile(accepting(accepted, texts))
    let tolerated = snapshot.diagnostics.filter { !isTolerated($0, repairing) }
    guard tolerated.errorCount == 0 else { return (snapshot, nil) }
    var sources = SourceFiles()
    let old =
      texts.lock.map {
        Lock.read(sources.add(path: Lock.path, bytes: $0), repairing: true).lock
      } ?? Lock()
    var random = SystemRandomNumberGenerator()
    return (
      snapshot,
      try write(old.updated(to: snapshot.contents, random: &random), over: old, texts.lock)
    )
  }

  /// Records in the lock that a role approves the present texts of some ids, and of everything in some outcomes and domains.
  /// Throws `NotApproved` if that is impossible.
  package func approve(
    _ ids: [String], allOf wholes: [String] = [], by role: String
  ) throws -> LockChanges {
    let texts = try readTexts()
    let snapshot = compile(texts)
    let contents = snapshot.contents
    guard let old = snapshot.lock else { throw NotApproved(reason: .noLock) }
    let roles = contents.roles.elements.map(\.id)
    guard roles.contains(role) else { throw NotApproved(reason: .noRole(role, roles)) }
    let ids = try ids + wholes.flatMap { try Project.all(of: $0, contents) }
    for id in ids where !old.entries.contains(where: { $0.id == id }) {
      throw NotApproved(reason: .notLocked(id, old.entries.map(\.id)))
    }
    guard snapshot.diagnostics.errorCount == 0,
      !snapshot.diagnostics.contains(where: { $0.rule.name == "stale-lock" })
    else { throw NotApproved(reason: .notCurrent) }
    return try write(
      old.approving(Set(ids), by: role, edition: contents.identity.edition), over: old, texts.lock)
  }

  /// The id of an outcome or domain, and the ids of everything in it that is still to be met.
  private static func all(of id: String, _ contents: Contents) throws -> [String] {
    let outcomes = contents.outcomes.elements.filter {
      $0.id == id || contents.domains[$0.domain].id == id
    }
    let isDomain = contents.domains.elements.contains { $0.id == id }
    guard isDomain || !outcomes.isEmpty else {
      let known = contents.domains.elements.map(\.id) + contents.outcomes.elements.map(\.id)
      throw NotApproved(reason: .noWhole(id, known))
    }
    return (isDomain ? [id] : [])
      + outcomes.flatMap { outcome in
        [outcome.id]
          + outcome.statements.map { contents.statements[$0] }.filter { !$0.isRetired }.map(\.id)
      }
  }

  /// The texts with a lock that accepts the present texts of some ids. A damaged lock stays unchanged.
  private func accepting(_ ids: Set<String>, _ texts: ProjectTexts) -> ProjectTexts {
    var sources = SourceFiles()
    guard !ids.isEmpty, let bytes = texts.lock else { return texts }
    let read = Lock.read(sources.add(path: Lock.path, bytes: bytes))
    guard read.diagnostics.isEmpty else { return texts }
    var accepting = texts
    let contents = compile(texts).contents
    accepting.lock = Array(read.lock.accepting(ids, in: contents).text.utf8)
    return accepting
  }

  private func isTolerated(_ diagnostic: Diagnostic, _ repairing: Bool) -> Bool {
    switch diagnostic.rule.name {
    case "lock-conflict": true
    case "damaged-lock": repairing
    default: false
    }
  }

  /// Writes a lock together with other files, by their paths in the project.
  func write(
    _ lock: Lock, over old: Lock, _ bytes: [UInt8]?, with others: [ProjectTexts.Text] = []
  ) throws -> LockChanges {
    let before = Dictionary(
      old.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let text = Array(lock.text.utf8)
    var files: [ProjectTexts.Text] = []
    for file in others where try fileSystem.read(own(file.path)) != file.bytes {
      files.append((own(file.path), file.bytes))
    }
    // The lock is written last, so that it never names a missing file.
    if text != bytes { files.append((own(Lock.path), text)) }
    if !files.isEmpty { try fileSystem.replace(files) }
    return LockChanges(
      path: own(Lock.path), count: lock.entries.count,
      added: lock.entries.count { before[$0.id] == nil },
      changed: lock.entries.count { entry in
        before[entry.id].map {
          $0.digest != entry.digest || $0.fate != entry.fate || $0.approvals != entry.approvals
        } ?? false
      })
  }
}

/// The reason why something cannot be approved.
package struct NotApproved: UsageFailure {
  let reason: Reason

  enum Reason: Sendable {
    case noLock, notCurrent
    case noRole(String, [String])
    case notLocked(String, [String])
    case noWhole(String, [String])
  }

  package var message: String {
    switch reason {
    case .noLock:
      """
      there is no lock in which approvals could be noted
      Run `ksf lock` first.
      """
    case .notCurrent:
      """
      the framework has errors, or its lock is behind it
      Run `ksf check`, then `ksf lock`, and approve what the lock then has.
      """
    case .noRole(let role, let roles):
      """
      the framework has no role "\(role)"\(suggestion(for: role, among: roles).map { ". Did you mean \"\($0)\"?" } ?? "")
      Its roles are: \(roles.joined(separator: ", "))
      """
    case .noWhole(let id, let ids):
      """
      there is no outcome or domain "\(id)"\(suggestion(for: id, among: ids).map { ". Did you mean \"\($0)\"?" } ?? "")
      """
    case .notLocked(let id, let ids):
      """
      the lock has no id "\(id)"\(suggestion(for: id, among: ids).map { ". Did you mean \"\($0)\"?" } ?? "")
      """
    }
  }
}
