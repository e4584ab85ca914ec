package import Disk
internal import Hypertext
package import Output
package import Threads

/// A folder that outputs are written to, in which other files may stand as well.
package struct OutputFolder: Sendable {
  let folder: String
  let fileSystem: any FileSystem
  let progress: Progress

  /// Whether also files are replaced and removed that somebody has changed since a build wrote them.
  let replacesEdited: Bool

  /// The folder in which outputs are staged before they are moved into place.
  let staging: String

  package init(
    _ folder: String, fileSystem: any FileSystem = PosixFileSystem(),
    progress: Progress = Progress(), replacesEdited: Bool = false
  ) {
    self.folder = folder
    self.fileSystem = fileSystem
    self.progress = progress
    self.replacesEdited = replacesEdited
    staging = folder + "/" + OutputFolder.stagingName
  }

  static let stagingName = ".ksf-new"

  /// The changes that a run made to the folder.
  package struct Changes: Sendable {
    package internal(set) var written = 0
    package internal(set) var unchanged = 0
    package internal(set) var removed = 0

    /// All files that a build has made and that are there now, with their digests.
    var files: [(path: String, digest: Digest)] = []

    /// A run that found all files as they should be.
    package init(unchanged: Int = 0) { self.unchanged = unchanged }
  }

  /// Replaces what an earlier run made of some kinds of output by these files.
  ///
  /// Files are made several at a time, and none is held longer than it takes to write it. All that differ are first
  /// written to a folder beside the old, so that a full disk leaves the last output as it was. Then a journal is written, and
  /// done: what is no longer made is removed, each new file is moved into its place, and the manifest is replaced.
  ///
  /// Only files that are as the manifest names them are ever replaced or removed. Throws `DeadLinks` if a page has a link that
  /// leads to nothing.
  package func replace(
    _ formats: [OutputFormat<some Any>], with files: [PlannedFile], of edition: PublishedEdition
  ) throws -> Changes {
    try finishInterrupted()
    let old = try readManifest()
    // A damaged manifest may name files that are not there.
    let kept = old.entries.filter { entry in
      !formats.contains { $0.holds(entry.path) } && fileSystem.isThere(path(entry.path))
    }
    try refuseLinks(above: files.map(\.path) + old.entries.map(\.path))
    let staged = StagedFiles(
      self, owned: Dictionary(old.entries.map { ($0.path, $0) }) { $1 },
      NewFolders(of: files) { fileSystem.isThere(path($0)) })
    let (made, journal): ([StagedFiles.Made], Journal)
    do {
      made = try make(files, staged, keeping: kept, of: edition)
      let names = Set(made.map(\.entry.path) + kept.map(\.path))
      journal = try staged.journal(
        made, removing: old.entries.filter { !names.contains($0.path) })
      try note(journal)
    } catch {
      try? fileSystem.removeFolder(staging)
      throw error
    }
    progress.enter(.placing, total: journal.folders.count + journal.moves.count)
    try carryOut(journal)
    var changes = Changes()
    let outputs = made.dropLast()
    changes.unchanged = outputs.count { $0.whereabouts == .inPlace }
    changes.written = outputs.count - changes.unchanged
    changes.removed = journal.removals.count
    changes.files = made.map { ($0.entry.path, $0.entry.digest) }
    return changes
  }

  /// Makes and stages all files, with the manifest as the last.
  private func make(
    _ files: [PlannedFile], _ staged: StagedFiles, keeping kept: [Manifest.Entry],
    of edition: PublishedEdition
  ) throws -> [StagedFiles.Made] {
    progress.enter(.making, total: files.count)
    var made = try Concurrency.map(count: files.count, stride: 4) { number in
      defer { progress.step() }
      return try staged.make(files[number], number: number)
    }
    let links = staged.links
    links.add(path: Manifest.path)
    for entry in kept { links.add(path: entry.path) }
    let dead = links.deadLinks(on: files)
    if !dead.isEmpty { throw DeadLinks(links: dead) }
    // What pages were made of is no longer needed; what follows is worked out beside it.
    Heap.trim()
    let manifest = Manifest(made.map(\.entry) + kept)
    made.append(
      try staged.make(PlannedFile(path: Manifest.path) { manifest.bytes(edition) }, number: nil))
    return made
  }

  func path(_ relative: String) -> String { folder + "/" + relative }

  /// The file that stands where an output should go; nil if there is none.
  func existing(_ relative: String) throws -> [UInt8]? {
    try refuseLink(relative)
    do {
      return try fileSystem.read(path(relative))
    } catch {
      throw error.isNoFile ? ForeignFile(path: path(relative)) : error
    }
  }

  /// The digest of the file that stands where an output should go; nil if there is none.
  func existingDigest(_ relative: String) throws -> Digest? {
    try refuseLink(relative)
    do {
      return try fileSystem.digest(of: path(relative))
    } catch {
      throw error.isNoFile ? ForeignFile(path: path(relative)) : error
    }
  }

  func readManifest() throws -> Manifest {
    guard let bytes = try existing(Manifest.path) else { return Manifest([]) }
    guard let manifest = Manifest(reading: bytes) else {
      throw ForeignFile(path: path(Manifest.path))
    }
    return manifest
  }
}

/// Which edition of which framework the outputs are made of, as the manifest tells.
package struct PublishedEdition: Sendable {
  let framework: String
  let edition: String

  package init(framework: String, edition: String) {
    (self.framework, self.edition) = (framework, edition)
  }
}
