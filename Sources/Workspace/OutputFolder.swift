internal import Hypertext
package import Model
package import Output

/// A folder that outputs are written to, in which other files may stand as well.
package struct OutputFolder: Sendable {
  private let folder: String
  private let fileSystem: any FileSystem

  package init(_ folder: String, fileSystem: any FileSystem = PosixFileSystem()) {
    self.folder = folder
    self.fileSystem = fileSystem
  }

  /// How many files a run has written, left alone since they were the same, and removed.
  package struct Changes: Sendable {
    package internal(set) var written = 0
    package internal(set) var unchanged = 0
    package internal(set) var removed = 0
  }

  /// Replaces what an earlier run made of some parts by these files.
  ///
  /// Files are made several at a time, and none is held longer than it takes to write it. All that differ are first
  /// written to a folder beside the old, so that a full disk leaves the last output as it was; then each is moved into
  /// its place, what is no longer made is removed, and the manifest is replaced. Only files that the manifest names
  /// are ever replaced or removed. Throws `DeadLinks` if a page has a link that leads to nothing.
  package func replace(
    _ parts: Set<OutputPart>, with files: [PlannedFile], of identity: Identity
  ) throws -> Changes {
    let old = try readManifest()
    let owned = Set(old.entries.map(\.path))
    let kept = old.entries.filter { entry in !parts.contains { $0.holds(entry.path) } }
    let made: [MadeFile]
    let manifest: Manifest
    do {
      made = try Concurrency.map(count: files.count, stride: 4) { index in
        Result { try make(files[index], index, owned) }
      }.map { try $0.get() }
      manifest = Manifest(made.map(\.entry) + kept)
      try checkLinks(made, files, kept)
      try stage(manifest, identity)
    } catch {
      try? clearStaging()
      throw error
    }
    return try moveIntoPlace(made, manifest, insteadOf: old)
  }

  /// A file that was made.
  private struct MadeFile {
    let entry: Manifest.Entry

    /// Whether it differs from what is in its place, and so has been staged.
    let isStaged: Bool

    /// Nil for what is no page of HTML.
    let links: PageLinks?
  }

  /// Makes a file, and stages it if it differs from what is in its place.
  private func make(_ file: PlannedFile, _ index: Int, _ owned: Set<String>) throws -> MadeFile {
    let bytes = file.bytes()
    let entry = Manifest.Entry(path: file.path, bytes: bytes)
    let links = file.path.hasSuffix(".html") ? PageLinks(bytes, path: file.path) : nil
    if let existing = try existing(file.path) {
      if existing == bytes { return MadeFile(entry: entry, isStaged: false, links: links) }
      guard owned.contains(file.path) else { throw ForeignFile(path: path(file.path)) }
    }
    try fileSystem.write(bytes, to: staged(index))
    return MadeFile(entry: entry, isStaged: true, links: links)
  }

  /// Throws `DeadLinks` if a page has a link that leads nowhere.
  private func checkLinks(
    _ made: [MadeFile], _ files: [PlannedFile], _ kept: [Manifest.Entry]
  ) throws {
    var check = LinkCheck()
    check.add(path: Manifest.path)
    for file in made { check.add(path: file.entry.path) }
    for entry in kept { check.add(path: entry.path) }
    let pages = made.compactMap { file in file.links.map { (path: file.entry.path, links: $0) } }
    for page in pages { check.add(page.links) }
    let dead = check.deadLinks(on: pages) { path in
      files.first { $0.path == path }?.bytes() ?? []
    }
    if !dead.isEmpty { throw DeadLinks(links: dead) }
  }

  private func stage(_ manifest: Manifest, _ identity: Identity) throws {
    let bytes = manifest.bytes(identity)
    guard try fileSystem.read(path(Manifest.path)) != bytes else { return }
    try fileSystem.write(bytes, to: stagedManifest)
  }

  /// The manifest, which is the last, names only files that are in their places.
  private func moveIntoPlace(
    _ made: [MadeFile], _ manifest: Manifest, insteadOf old: Manifest
  ) throws -> Changes {
    var changes = Changes()
    for (index, file) in made.enumerated() {
      guard file.isStaged else {
        changes.unchanged += 1
        continue
      }
      try fileSystem.move(staged(index), to: path(file.entry.path))
      changes.written += 1
    }
    let names = Set(manifest.entries.map(\.path))
    for entry in old.entries where !names.contains(entry.path) {
      try fileSystem.remove(path(entry.path), below: folder)
      changes.removed += 1
    }
    if try fileSystem.read(stagedManifest) != nil {
      try fileSystem.move(stagedManifest, to: path(Manifest.path))
    }
    try clearStaging()
    return changes
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
