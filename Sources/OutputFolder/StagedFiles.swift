internal import Disk
internal import Hypertext
internal import Output
internal import Threads

/// The new files of one run, written beside the old ones before any of them is moved into its place.
struct StagedFiles: Sendable {
  private let output: OutputFolder

  /// The paths of what earlier runs wrote.
  private let owned: Set<String>

  private let newFolders: NewFolders

  /// What all pages link to, filled as they are made.
  let links = LinkCheck()

  init(_ output: OutputFolder, owned: Set<String>, _ newFolders: NewFolders) {
    (self.output, self.owned, self.newFolders) = (output, owned, newFolders)
  }

  /// A file that was made.
  struct Made: Sendable {
    let entry: Manifest.Entry
    let whereabouts: Whereabouts
  }

  /// Where a file is before all are moved into place.
  enum Whereabouts: Sendable {
    /// In its place already, with these contents.
    case inPlace

    /// At a path of its own.
    case staged(String)

    /// In a folder that is moved as a whole.
    case inNewFolder
  }

  /// Makes a file, and stages it if it differs from what is in its place. `number` is its place in the plan; nil for the
  /// manifest.
  func make(_ file: PlannedFile, number: Int?) throws -> Made {
    let isInNewFolder = number.map(newFolders.hold) ?? false
    let staged =
      isInNewFolder
      ? stagedFolder(file.path)
      : output.staging + "/" + (number.map { String($0) } ?? Manifest.path)
    if file.isLarge { return try makeLarge(file, staged, isInNewFolder) }
    let bytes = file.bytes()
    let entry = Manifest.Entry(path: file.path, size: bytes.count, digest: Digest(of: bytes))
    links.add(bytes, path: file.path)
    if !isInNewFolder, let existing = try output.existing(file.path) {
      if areEqual(existing, bytes) { return Made(entry: entry, whereabouts: .inPlace) }
      try refuseForeign(file.path, isManifest: number == nil)
    }
    try output.fileSystem.write(bytes, to: staged)
    return Made(entry: entry, whereabouts: isInNewFolder ? .inNewFolder : .staged(staged))
  }

  /// Makes a file that is never in memory as a whole, unless it is a page. It is staged before it is known whether it differs.
  private func makeLarge(_ file: PlannedFile, _ staged: String, _ isInNewFolder: Bool) throws
    -> Made
  {
    let isPage = file.path.hasSuffix(".html")
    var digester = Digester()
    var page: [UInt8] = []
    try output.fileSystem.write(to: staged) { give in
      file.forEachChunk { chunk in
        digester.add(chunk)
        if isPage { page += chunk }
        give(chunk)
      }
    }
    let entry = Manifest.Entry(
      path: file.path, size: digester.count, digest: digester.digest())
    links.add(page, path: file.path)
    if isInNewFolder { return Made(entry: entry, whereabouts: .inNewFolder) }
    if let existing = try output.existingDigest(file.path) {
      if existing == entry.digest { return Made(entry: entry, whereabouts: .inPlace) }
      try refuseForeign(file.path, isManifest: false)
    }
    return Made(entry: entry, whereabouts: .staged(staged))
  }

  /// Throws `ForeignFile` if no earlier run wrote what stands at a path.
  private func refuseForeign(_ path: String, isManifest: Bool) throws {
    guard isManifest || owned.contains(path) else {
      throw ForeignFile(path: output.path(path))
    }
  }

  /// Where a new folder is staged, or what goes into it.
  private func stagedFolder(_ path: String) -> String { output.staging + "/new/" + path }

  /// Moves all that was staged into its place, and removes what is left over. The manifest is the last file, so it names only
  /// files that are in their places.
  func moveIntoPlace(_ made: [Made], removing leftOver: [String]) throws -> OutputFolder.Changes {
    output.progress.enter(.placing, total: newFolders.roots.count + made.count)
    for root in newFolders.roots {
      output.progress.step()
      try output.fileSystem.move(stagedFolder(root), to: output.path(root))
    }
    var changes = OutputFolder.Changes()
    // One after another: on several cores they wait for one another in the system.
    for file in made.dropLast() { changes.written += try move(file) ? 1 : 0 }
    changes.unchanged = made.count - 1 - changes.written
    for path in leftOver { try output.fileSystem.remove(output.path(path), below: output.folder) }
    changes.removed = leftOver.count
    if let manifest = made.last { _ = try move(manifest) }
    try output.fileSystem.removeFolder(output.staging)
    changes.files = made.map { ($0.entry.path, $0.entry.digest) }
    return changes
  }

  /// Moves a file into its place; false if it was there already.
  private func move(_ file: Made) throws -> Bool {
    output.progress.step()
    switch file.whereabouts {
    case .inPlace: return false
    case .inNewFolder: return true
    case .staged(let path):
      try output.fileSystem.move(path, to: output.path(file.entry.path))
      return true
    }
  }
}
