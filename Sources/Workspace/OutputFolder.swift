internal import Hypertext
package import Model
package import Output
internal import Threads

/// A folder that outputs are written to, in which other files may stand as well.
package struct OutputFolder: Sendable {
  private let folder: String
  private let fileSystem: any FileSystem

  private let progress: Progress

  package init(
    _ folder: String, fileSystem: any FileSystem = PosixFileSystem(),
    progress: Progress = Progress()
  ) {
    self.folder = folder
    self.fileSystem = fileSystem
    self.progress = progress
  }

  /// How many files a run has written, left alone since they were the same, and removed.
  package struct Changes: Sendable {
    package internal(set) var written = 0
    package internal(set) var unchanged = 0
    package internal(set) var removed = 0

    /// All files that are there now, with what tells whether they still are as they should be.
    var files: [BuildMemory.Output] = []

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
  /// A file that `last` remembers and that nobody has touched since is not read again.
  package func replace(
    _ parts: Set<OutputPart>, with files: [PlannedFile], of identity: Identity,
    last: Recollection? = nil
  ) throws -> Changes {
    progress.enter(.making, total: files.count)
    let old = try readManifest()
    let context = Context(
      owned: Set(old.entries.map(\.path)), intact: last?.intactOutputs() ?? [:])
    let kept = old.entries.filter { entry in !parts.contains { $0.holds(entry.path) } }
    var made: [MadeFile]
    let manifest: Manifest
    do {
      made = try Concurrency.map(count: files.count, stride: 4) { index in
        defer { progress.step() }
        return Result { try make(files[index], staged(index), context) }
      }.map { try $0.get() }
      manifest = Manifest(made.map(\.entry) + kept)
      try checkLinks(context.links, files, kept)
      let file = OutputFile(path: Manifest.path, bytes: manifest.bytes(identity))
      made.append(try makeManifest(PlannedFile(file), context))
    } catch {
      try? clearStaging()
      throw error
    }
    return try moveIntoPlace(made, manifest, insteadOf: old)
  }

  /// What all threads that make files share.
  private struct Context {
    /// The paths of what earlier runs wrote.
    let owned: Set<String>

    /// The files that are as an earlier run left them, by path.
    let intact: [String: BuildMemory.Output]

    let links = LinkCheck()
  }

  /// A file that was made.
  private struct MadeFile {
    let entry: Manifest.Entry

    /// Where it has been staged; nil if it is the same as what is in its place.
    let staged: String?

    /// That of the file in its place, or of the staged one.
    let stamp: FileStamp?
  }

  /// Makes a file, and stages it if it differs from what is in its place.
  private func make(_ file: PlannedFile, _ staged: String, _ context: Context) throws -> MadeFile {
    if file.isLarge { return try makeInPieces(file, staged, context) }
    let bytes = file.bytes()
    let digest = Digest(of: bytes)
    let entry = Manifest.Entry(path: file.path, size: bytes.count, digest: digest)
    context.links.add(path: file.path)
    if file.path.hasSuffix(".html") { context.links.add(PageLinks(bytes, path: file.path)) }
    if let intact = context.intact[file.path], intact.digest == digest.bytes {
      return MadeFile(entry: entry, staged: nil, stamp: intact.stamp)
    }
    let stamp = fileSystem.stamp(of: path(file.path))
    if let existing = try existing(file.path) {
      if existing == bytes { return MadeFile(entry: entry, staged: nil, stamp: stamp) }
      guard context.owned.contains(file.path) || file.path == Manifest.path else {
        throw ForeignFile(path: path(file.path))
      }
    }
    try fileSystem.write(bytes, to: staged)
    return MadeFile(entry: entry, staged: staged, stamp: fileSystem.stamp(of: staged))
  }

  /// The same for a file that is never in memory as a whole. It is staged before it is known whether it differs.
  private func makeInPieces(
    _ file: PlannedFile, _ staged: String, _ context: Context
  ) throws -> MadeFile {
    var digester = Digester()
    try fileSystem.write(to: staged) { give in
      file.forEachPiece { piece in
        digester.add(piece)
        give(piece)
      }
    }
    let size = digester.count
    let entry = Manifest.Entry(path: file.path, size: size, digest: digester.digest())
    context.links.add(path: file.path)
    if let intact = context.intact[file.path], intact.digest == entry.digest.bytes {
      return MadeFile(entry: entry, staged: nil, stamp: intact.stamp)
    }
    let stamp = fileSystem.stamp(of: path(file.path))
    if let existing = try existingDigest(file.path) {
      if existing == entry.digest { return MadeFile(entry: entry, staged: nil, stamp: stamp) }
      guard context.owned.contains(file.path) else { throw ForeignFile(path: path(file.path)) }
    }
    return MadeFile(entry: entry, staged: staged, stamp: fileSystem.stamp(of: staged))
  }

  private func makeManifest(_ file: PlannedFile, _ context: Context) throws -> MadeFile {
    try make(file, stagedManifest, context)
  }

  /// Throws `DeadLinks` if a page has a link that leads nowhere.
  private func checkLinks(
    _ links: LinkCheck, _ files: [PlannedFile], _ kept: [Manifest.Entry]
  ) throws {
    links.add(path: Manifest.path)
    for entry in kept { links.add(path: entry.path) }
    let dead = links.deadLinks(on: files)
    if !dead.isEmpty { throw DeadLinks(links: dead) }
  }

  /// The manifest, which is the last, names only files that are in their places.
  private func moveIntoPlace(
    _ made: [MadeFile], _ manifest: Manifest, insteadOf old: Manifest
  ) throws -> Changes {
    progress.enter(.placing, total: made.count)
    var changes = Changes()
    for file in made.dropLast() {
      progress.step()
      guard let staged = file.staged else {
        changes.unchanged += 1
        continue
      }
      try fileSystem.move(staged, to: path(file.entry.path))
      changes.written += 1
    }
    let names = Set(manifest.entries.map(\.path))
    for entry in old.entries where !names.contains(entry.path) {
      try fileSystem.remove(path(entry.path), below: folder)
      changes.removed += 1
    }
    if let staged = made.last?.staged { try fileSystem.move(staged, to: path(Manifest.path)) }
    try clearStaging()
    progress.enter(.noting)
    changes.files = outputs(made)
    return changes
  }

  /// The files as they are in their places now. One that was touched since it was made gets a stamp that no file has.
  private func outputs(_ made: [MadeFile]) -> [BuildMemory.Output] {
    Concurrency.map(count: made.count, stride: 256) { index in
      let file = made[index]
      let now = fileSystem.stamp(of: path(file.entry.path)) ?? .unsettled
      var expected = file.stamp ?? .absent
      if file.staged != nil { expected.changed = now.changed }
      return BuildMemory.Output(
        path: file.entry.path, stamp: now == expected ? now : .unsettled,
        digest: file.entry.digest.bytes)
    }
  }

  private var staging: String { path(".ksf-new") }
  private var stagedManifest: String { staging + "/manifest" }
  private func staged(_ index: Int) -> String { "\(staging)/\(index)" }

  /// Removes what is left of a run that was broken off, and the folder.
  private func clearStaging() throws {
    for name in try fileSystem.files(below: staging) ?? [] {
      try fileSystem.remove("\(staging)/\(name)", below: folder)
    }
    try fileSystem.remove(staging + "/done", below: folder)
  }

  private func path(_ relative: String) -> String { folder + "/" + relative }

  /// The file that stands where an output should go.
  func existing(_ relative: String) throws -> [UInt8]? {
    do {
      return try fileSystem.read(path(relative))
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
