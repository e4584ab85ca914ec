internal import Hypertext
package import Model
internal import Output
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

    /// How often each address is linked to.
    var links: [(hash: UInt64, count: Int32)] = []

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
    let old: Manifest? =
      if isKnown, let former {
        former.leftOver.isEmpty && former.entries.count == plan.files.count
          ? nil : Manifest(former.entries)
      } else {
        try readManifest()
      }
    let kept = old?.entries.filter { entry in !parts.contains { $0.holds(entry.path) } } ?? []
    let owned = old.map { Set($0.entries.map(\.path)) }
    do {
      var run = Run(owned: owned, former: former, reuses: former?.canReuse == true)
      var made = try make(plan.files, run)
      if run.reuses { try addLinksLeftOver(run) }
      if run.reuses, !isWhole(run, plan.files, kept) {
        run = Run(owned: owned, former: former, reuses: false)
        made = try make(plan.files, run)
      }
      if !run.reuses { try checkLinks(run.links, plan.files, kept) }
      let manifest = Manifest(made.map(\.entry) + kept)
      let file = PlannedFile(OutputFile(path: Manifest.path, bytes: manifest.bytes(identity)))
      made.append(try make(file, stagedManifest, place: nil, run))
      var changes = try moveIntoPlace(made, manifest, insteadOf: old)
      changes.links = run.links.used
      return changes
    } catch {
      try? clearStaging()
      throw error
    }
  }

  /// What all threads that make files share.
  private struct Run {
    /// The paths of what earlier runs wrote; nil if that is just what is planned.
    let owned: Set<String>?

    let former: FormerBuild?

    /// Whether files are left as they are if nothing that they were made from has changed.
    let reuses: Bool

    let links: LinkCheck

    init(owned: Set<String>?, former: FormerBuild?, reuses: Bool) {
      (self.owned, self.former, self.reuses) = (owned, former, reuses)
      links = LinkCheck(former: reuses ? former?.links ?? [] : [])
    }

    func owns(_ path: String) -> Bool { owned?.contains(path) ?? true || path == Manifest.path }
  }

  /// A file that was made, or left as it is.
  private struct MadeFile {
    let entry: Manifest.Entry

    /// Where it has been staged; nil if it is the same as what is in its place.
    let staged: String?

    /// That of the file in its place, or of the staged one.
    let stamp: FileStamp?

    let reading: Reading

    /// Whether its stamp was looked at in this run and nothing was done since.
    var isUntouched = false
  }

  private func make(_ files: [PlannedFile], _ run: Run) throws -> [MadeFile] {
    progress.enter(.making, total: files.count)
    return try Concurrency.map(count: files.count, stride: 4) { index in
      defer { progress.step() }
      return Result { try make(files[index], staged(index), place: index, run) }
    }.map { try $0.get() }
  }

  /// Makes a file, and stages it if it differs from what is in its place. `place` is its place in the plan.
  private func make(
    _ file: PlannedFile, _ staged: String, place: Int?, _ run: Run
  ) throws -> MadeFile {
    if run.reuses, let place, let output = run.former?.unchanged(place) {
      return MadeFile(
        entry: Manifest.Entry(
          path: file.path, size: Int(output.stamp.size), digest: output.digest),
        staged: nil, stamp: output.stamp, reading: output.reading, isUntouched: true)
    }
    if file.isLarge { return try makeInPieces(file, staged, place: place, run) }
    let (bytes, reading) = Reading.noting { file.bytes() }
    let digest = Digest(of: bytes)
    let entry = Manifest.Entry(path: file.path, size: bytes.count, digest: digest)
    run.links.add(path: file.path)
    if let place, let intact = run.former?.intact(place), intact.digest == digest {
      // Its links are right if all others still are.
      if !run.reuses { addLinks(of: bytes, file.path, run) }
      return MadeFile(entry: entry, staged: nil, stamp: intact.stamp, reading: reading)
    }
    let stamp = fileSystem.stamp(of: path(file.path))
    let existing = try existing(file.path)
    if file.path.hasSuffix(".html") {
      if run.reuses, let existing {
        let former = PageLinks(existing, path: file.path)
        run.links.add(PageLinks(bytes, path: file.path), insteadOf: former)
      } else {
        addLinks(of: bytes, file.path, run)
      }
    }
    if let existing {
      if existing == bytes {
        return MadeFile(entry: entry, staged: nil, stamp: stamp, reading: reading)
      }
      guard run.owns(file.path) else { throw ForeignFile(path: path(file.path)) }
    }
    try fileSystem.write(bytes, to: staged)
    return MadeFile(
      entry: entry, staged: staged, stamp: fileSystem.stamp(of: staged), reading: reading)
  }

  /// Takes out of the check of links what is going to be removed.
  private func addLinksLeftOver(_ run: Run) throws {
    for output in run.former?.leftOver ?? [] {
      let path = run.former?.path(of: output) ?? ""
      run.links.remove(path: path)
      if path.hasSuffix(".html"), let bytes = try existing(path) {
        run.links.remove(PageLinks(bytes, path: path))
      }
    }
  }

  private func addLinks(of bytes: [UInt8], _ path: String, _ run: Run) {
    if path.hasSuffix(".html") { run.links.add(PageLinks(bytes, path: path)) }
  }

  /// The same for a file that is never in memory as a whole. It is staged before it is known whether it differs.
  private func makeInPieces(
    _ file: PlannedFile, _ staged: String, place: Int?, _ run: Run
  ) throws -> MadeFile {
    var digester = Digester()
    let (_, reading) = try Reading.noting {
      try fileSystem.write(to: staged) { give in
        file.forEachPiece { piece in
          digester.add(piece)
          give(piece)
        }
      }
    }
    let size = digester.count
    let entry = Manifest.Entry(path: file.path, size: size, digest: digester.digest())
    run.links.add(path: file.path)
    if let place, let intact = run.former?.intact(place), intact.digest == entry.digest {
      return MadeFile(entry: entry, staged: nil, stamp: intact.stamp, reading: reading)
    }
    let stamp = fileSystem.stamp(of: path(file.path))
    if let existing = try existingDigest(file.path) {
      if existing == entry.digest {
        return MadeFile(entry: entry, staged: nil, stamp: stamp, reading: reading)
      }
      guard run.owns(file.path) else { throw ForeignFile(path: path(file.path)) }
    }
    return MadeFile(
      entry: entry, staged: staged, stamp: fileSystem.stamp(of: staged), reading: reading)
  }

  /// Whether all links are right after some pages were made again.
  private func isWhole(_ run: Run, _ files: [PlannedFile], _ kept: [Manifest.Entry]) -> Bool {
    run.links.isWhole([Manifest.path] + files.map(\.path) + kept.map(\.path))
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

  /// The manifest, which is the last, names only files that are in their places. `old` is nil if nothing is left over.
  private func moveIntoPlace(
    _ made: [MadeFile], _ manifest: Manifest, insteadOf old: Manifest?
  ) throws -> Changes {
    progress.enter(.placing, total: made.count { $0.staged != nil })
    var changes = Changes()
    let moves = made.dropLast().compactMap { file in
      file.staged.map { (from: $0, to: path(file.entry.path)) }
    }
    // One after another: on several cores they wait for one another in the system.
    for move in moves {
      progress.step()
      try fileSystem.move(move.from, to: move.to)
    }
    changes.written = moves.count
    changes.unchanged = made.count - 1 - moves.count
    if let old {
      let names = Set(manifest.entries.map(\.path))
      for entry in old.entries where !names.contains(entry.path) {
        try fileSystem.remove(path(entry.path), below: folder)
        changes.removed += 1
      }
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
      var stamp = file.stamp ?? .absent
      if !file.isUntouched {
        let now = fileSystem.stamp(of: path(file.entry.path)) ?? .unsettled
        if file.staged != nil { stamp.changed = now.changed }
        if now != stamp { stamp = .unsettled }
      }
      return BuildMemory.Output(
        path: file.entry.path, stamp: stamp, digest: file.entry.digest, reading: file.reading)
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
