internal import Hypertext
package import Model
internal import Output
internal import Threads

/// A folder that outputs are written to, in which other files may stand as well.
package struct OutputFolder: Sendable {
  let folder: String
  let fileSystem: any FileSystem

  let progress: Progress

  /// Where new outputs are written before they are moved into place.
  let staging: String

  /// Where new folders are staged, with a slash behind it. Thousands of files go there.
  let stagedFolders: String

  package init(
    _ folder: String, fileSystem: any FileSystem = PosixFileSystem(),
    progress: Progress = Progress()
  ) {
    self.folder = folder
    self.fileSystem = fileSystem
    self.progress = progress
    staging = folder + "/.ksf-new"
    stagedFolders = staging + "/new/"
  }

  /// How many files a run has written, left alone since they were the same, and removed.
  package struct Changes: Sendable {
    package internal(set) var written = 0
    package internal(set) var unchanged = 0
    package internal(set) var removed = 0

    /// All files that are there now, with what tells whether they still are as they should be.
    var files: [BuildMemory.Outputs] = []

    /// How often each address is linked to.
    var links: [(hash: UInt64, count: Int32)] = []

    /// What of the build before some of the files refer to; nil if none does.
    var former: MemoryReader?

    /// When all had been made and none had been moved into its place, in nanoseconds since 1970.
    var moment: Int64 = 0

    /// Those of a run that found all files as they should be.
    package init(unchanged: Int = 0) { self.unchanged = unchanged }
  }

  /// Replaces what an earlier run made of some parts by these files.
  ///
  /// Files are made several at a time, and none is held longer than it takes to write it. All that differ are first
  /// written to a folder beside the old, so that a full disk leaves the last output as it was; then each is moved into
  /// its place, what is no longer made is removed, and the manifest is replaced. Only files that the manifest names
  /// are ever replaced or removed. Throws `DeadLinks` if a page has a link that leads to nothing.
  ///
  /// A file that `last` remembers and that nobody has touched since is not read again; and not made again if nothing
  /// that it was made from has changed.
  package func replace(
    _ parts: Set<OutputPart>, with plan: BuildPlan, of identity: Identity,
    last: Recollection? = nil
  ) throws -> Changes {
    let former = last.map { FormerBuild($0, plan) }
    // Where the last build wrote all there is, its memory says the same as the manifest.
    let isKnown = former?.isIntact == true && parts.count == OutputPart.allCases.count
    let old = isKnown ? nil : try readManifest()
    let kept = old?.entries.filter { entry in !parts.contains { $0.holds(entry.path) } } ?? []
    let owned = old.map { Set($0.entries.map(\.path)) }
    // What a run that was broken off has left would otherwise be moved into place with a new folder.
    try fileSystem.removeFolder(staging)
    let newFolders =
      isKnown ? .none : NewFolders(of: plan.files) { fileSystem.isThere(path($0)) }
    do {
      var run = Run(
        owned: owned, newFolders: newFolders, former: former, reuses: former?.canReuse == true)
      var made = try make(plan.files, run)
      if run.reuses { try addLinksLeftOver(run) }
      if run.reuses, !isWhole(run, plan.files, kept) {
        run = Run(owned: owned, newFolders: newFolders, former: former, reuses: false)
        made = try make(plan.files, run)
      }
      if !run.reuses { try checkLinks(run.links, plan.files, kept) }
      // What pages were made of is no longer needed; what follows is worked out beside it.
      Heap.giveBack()
      let links = run.links.finish()
      let files = BuiltFiles(made, count: plan.files.count, run.reuses ? former : nil)
      let removed = isKnown ? former?.leftOverPaths ?? [] : leftOver(of: old, files, kept)
      // By itself: the list of all others would be copied to make room for it.
      let index =
        try isKnown && run.reuses
        ? editManifest(files, removing: removed, identity, run)
        : makeManifest(files.entries + kept, identity, run)
      var changes = try moveIntoPlace(files, index, removing: removed, newFolders)
      run.replaced.letGo()
      changes.links = links
      changes.former = run.reuses ? former?.reader : nil
      return changes
    } catch {
      try? fileSystem.removeFolder(staging)
      throw error
    }
  }

  /// The paths of what the manifest of the last build names and this one does not.
  private func leftOver(
    of old: Manifest?, _ files: BuiltFiles, _ kept: [Manifest.Entry]
  ) -> [String] {
    let names = Set((files.entries + kept).map(\.path))
    return old?.entries.map(\.path).filter { !names.contains($0) } ?? []
  }

  func path(_ relative: String) -> String { folder + "/" + relative }

  /// The file that stands where an output should go.
  func existing(_ relative: String) throws -> [UInt8]? {
    do {
      return try fileSystem.read(path(relative))
    } catch {
      throw error.isNoFile ? ForeignFile(path: path(relative)) : error
    }
  }

  /// The same to be read in parts.
  func existingParts(of relative: String) throws -> FileParts? {
    do {
      return try fileSystem.parts(of: path(relative))
    } catch {
      throw error.isNoFile ? ForeignFile(path: path(relative)) : error
    }
  }

  /// The digest of it.
  func existingDigest(_ relative: String) throws -> Digest? {
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

/// A file that stands where an output should go, and that no earlier run wrote.
package struct ForeignFile: UsageFailure {
  package let path: String

  package var message: String {
    """
    "\(path)" is in the way: ksf did not write it, so it will not replace it
    Move it, or choose another folder with --output.
    """
  }
}
