internal import Comparison
package import Compilation
internal import Diagnostics
internal import Disk
internal import Editions
internal import Lock
internal import Model
package import Project

extension Project {
  /// The result of recording an edition.
  package struct Release: Sendable {
    package let edition: String
    package let lock: LockChanges

    /// The path of the migration map; nil if there is no earlier edition, or if an existing map is kept.
    package let map: String?

    /// The previous edition; nil if there is none.
    package let base: String?
  }

  /// Records the present edition: its sources below `editions/`, its ids and digest in the lock, and the migration map from the
  /// previous edition.
  ///
  /// With `again`, an edition that was recorded already is replaced. The release is nil if the framework has an error, which
  /// the snapshot reports. Throws `NotReleased` if the edition cannot be recorded.
  package func release(again: Bool) throws -> (snapshot: Snapshot, release: Release?) {
    let texts = try readTexts()
    let snapshot = compile(texts)
    let contents = snapshot.contents
    let edition = RecordedEdition(edition: contents.identity.edition, sources: texts.sources)
    let errors = snapshot.diagnostics.filter { $0.severity == .error }
    // To record an edition again is to allow its change.
    let others = errors.filter { !(again && $0.rule.name == ChangedEdition.rule.name) }
    guard others.isEmpty else { return (snapshot, nil) }
    let editions = RecordedEdition.all(texts.editions)
    let recorded = editions.first { $0.edition == edition.edition }
    if let recorded, recorded.digest != edition.digest, !again {
      throw NotReleased(problems: [
        "edition \(edition.edition) is recorded already, and the framework has changed since: `ksf diff` shows how much the edition has to be raised. If nobody has used it yet: ksf release --again"
      ])
    }
    let base = editions.last { $0.edition < edition.edition }
    let comparison = base.map { Comparison(from: $0.contents(), to: contents) }
    let problems = (comparison?.problems ?? []) + laterEditions(editions, edition)
    guard problems.isEmpty else { throw NotReleased(problems: problems) }
    var files = Project.files(of: edition)
    let map = try comparison.flatMap { try mapFile($0, overwriting: again) }
    if let map { files.append(map) }
    let changes = try write(texts, contents, edition, files)
    if recorded?.digest != edition.digest { try removeStale(recorded, insteadOf: edition) }
    return (
      snapshot,
      Release(
        edition: edition.edition.description, lock: changes, map: map?.path,
        base: base?.edition.description)
    )
  }

  /// Writes the lock and the other files together.
  private func write(
    _ texts: ProjectTexts, _ contents: Contents, _ edition: RecordedEdition,
    _ files: [ProjectTexts.Text]
  ) throws -> LockChanges {
    var sources = SourceFiles()
    let old =
      texts.lock.map { Lock.read(sources.add(path: Lock.path, bytes: $0)).lock } ?? Lock()
    var random = SystemRandomNumberGenerator()
    let lock = old.updated(to: contents, random: &random)
      .recording(edition.edition, digest: edition.digest)
    return try write(lock, over: old, texts.lock, with: files)
  }

  private func laterEditions(_ editions: [RecordedEdition], _ edition: RecordedEdition) -> [String]
  {
    guard let last = editions.last?.edition, last > edition.edition else { return [] }
    return ["edition \(last) is recorded already, and is later than \(edition.edition)"]
  }

  private static func files(of edition: RecordedEdition) -> [ProjectTexts.Text] {
    edition.sources.map {
      ("\(EditionFiles.folder)/\(edition.edition)/\($0.path)", $0.bytes)
    }
  }

  /// Removes the files of an older record of the same edition that the new record lacks.
  private func removeStale(_ old: RecordedEdition?, insteadOf new: RecordedEdition) throws {
    let kept = Set(new.sources.map(\.path))
    for source in old?.sources ?? [] where !kept.contains(source.path) {
      try fileSystem.remove(
        "\(folder)/\(EditionFiles.folder)/\(new.edition)/\(source.path)", below: folder)
    }
  }

  /// The migration map; nil if an existing map, which an author may have edited, is to be kept.
  private func mapFile(
    _ comparison: Comparison, overwriting: Bool
  ) throws -> ProjectTexts.Text? {
    let map = comparison.migration
    let path = MigrationMap.path(from: map.from, to: map.to)
    guard try overwriting || fileSystem.read("\(folder)/\(path)") == nil else { return nil }
    return (path, map.json())
  }

  /// Writes the migration map from an earlier edition to this one, and returns its path. Throws `MapExists` if there is one,
  /// unless `overwriting`.
  package func migrate(from name: String, overwriting: Bool) throws -> String {
    let comparison = try Project.compare(edition(name), self)
    let map = comparison.migration
    guard map.from != map.to else {
      throw SameEdition(edition: map.to.description)
    }
    guard let file = try mapFile(comparison, overwriting: overwriting) else {
      throw MapExists(path: MigrationMap.path(from: map.from, to: map.to))
    }
    try fileSystem.replace([(own(file.path), file.bytes)])
    return own(file.path)
  }
}

/// The reason why an edition cannot be recorded.
package struct NotReleased: UsageFailure {
  let problems: [String]
  package var message: String {
    (["the edition was not recorded:"] + problems.map { "- \($0)" }).joined(separator: "\n")
  }
}

/// Two states with the same edition number, between which there can be no map.
package struct SameEdition: UsageFailure {
  let edition: String
  package var message: String {
    """
    both are edition \(edition), so there is no way from one to the other
    Name an earlier edition, or raise `edition` in the framework's file first.
    """
  }
}

/// An existing migration map, which an author may have edited.
package struct MapExists: UsageFailure {
  let path: String
  package var message: String {
    """
    there is a map already: \(path)
    It may have been changed by hand. To write it anew: ksf migrate --force
    """
  }
}
