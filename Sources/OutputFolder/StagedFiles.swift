internal import Disk
internal import Hypertext
internal import Output
internal import Threads

/// The new files of one run, written beside the old ones before any of them is moved into its place.
struct StagedFiles: Sendable {
  private let output: OutputFolder

  /// The files of earlier runs, by path.
  private let owned: [String: Manifest.Entry]

  private let newFolders: NewFolders

  /// The links of all pages, added as the pages are made.
  let links = LinkCheck()

  init(_ output: OutputFolder, owned: [String: Manifest.Entry], _ newFolders: NewFolders) {
    (self.output, self.owned, self.newFolders) = (output, owned, newFolders)
  }

  /// A file that was made.
  struct Made: Sendable {
    let entry: Manifest.Entry
    let whereabouts: Whereabouts
  }

  /// The path of a staged file, before all are moved into place.
  enum Whereabouts: Equatable, Sendable {
    /// In its place already, with these contents.
    case inPlace

    /// Under a name of its own in the staging folder, to replace a file with a certain digest, or none.
    case staged(String, replaced: Digest?)

    /// Not to be moved: what stands in its place is not as it was written.
    case contested

    /// In a folder that is moved as a whole.
    case inNewFolder
  }

  /// Makes a file, and stages it if it differs from what is in its place. `number` is its place in the plan; nil for the
  /// manifest.
  func make(_ file: PlannedFile, number: Int?) throws -> Made {
    let isInNewFolder = number.map(newFolders.hold) ?? false
    let name =
      isInNewFolder
      ? StagedFiles.newFolder(file.path, in: "").dropFirst().description
      : number.map { String($0) } ?? Manifest.path
    if file.isLarge { return try makeLarge(file, name, isInNewFolder) }
    let bytes = file.bytes()
    let entry = Manifest.Entry(path: file.path, size: bytes.count, digest: Digest(of: bytes))
    links.add(bytes, path: file.path)
    var replaced: Digest?
    if !isInNewFolder, let existing = try output.existing(file.path) {
      if areEqual(existing, bytes) { return Made(entry: entry, whereabouts: .inPlace) }
      let digest = Digest(of: existing)
      guard try mayReplace(file.path, digest, isManifest: number == nil) else {
        return Made(entry: entry, whereabouts: .contested)
      }
      replaced = digest
    }
    try output.fileSystem.write(bytes, to: output.staging + "/" + name)
    return Made(
      entry: entry,
      whereabouts: isInNewFolder ? .inNewFolder : .staged(name, replaced: replaced))
  }

  /// Makes a file that is never in memory as a whole, unless it is a page. It is staged before it is known whether it differs.
  private func makeLarge(_ file: PlannedFile, _ name: String, _ isInNewFolder: Bool) throws
    -> Made
  {
    let isPage = file.path.hasSuffix(".html")
    var digester = Digester()
    var page: [UInt8] = []
    try output.fileSystem.write(to: output.staging + "/" + name) { give in
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
    let existing = try output.existingDigest(file.path)
    if let existing {
      if existing == entry.digest { return Made(entry: entry, whereabouts: .inPlace) }
      guard try mayReplace(file.path, existing, isManifest: false) else {
        return Made(entry: entry, whereabouts: .contested)
      }
    }
    return Made(entry: entry, whereabouts: .staged(name, replaced: existing))
  }

  /// Whether what stands at a path is as an earlier run wrote it. Throws `ForeignFile` if none did.
  private func mayReplace(_ path: String, _ digest: Digest, isManifest: Bool) throws -> Bool {
    if isManifest { return true }
    guard let entry = owned[path] else { throw ForeignFile(path: output.path(path)) }
    return entry.digest == digest || output.replacesEdited
  }

  /// The path at which a new folder, or a file in it, is staged.
  static func newFolder(_ path: String, in staging: String) -> String { staging + "/new/" + path }

  /// What is to be done with the files that were made, and with those of earlier runs that were not.
  ///
  /// Throws `EditedFiles` if somebody has changed files that are to be replaced or removed.
  func journal(_ made: [Made], removing leftOver: [Manifest.Entry]) throws -> Journal {
    var journal = Journal()
    var edited: [String] = []
    journal.folders = newFolders.roots
    for file in made {
      switch file.whereabouts {
      case .inPlace, .inNewFolder: break
      case .contested: edited.append(file.entry.path)
      case .staged(let name, let replaced):
        journal.moves.append(
          Journal.Move(
            path: file.entry.path, staged: name, digest: file.entry.digest, replaced: replaced))
      }
    }
    for entry in leftOver {
      guard let existing = try output.existingDigest(entry.path) else { continue }
      guard existing == entry.digest || output.replacesEdited else {
        edited.append(entry.path)
        continue
      }
      journal.removals.append(Journal.Removal(path: entry.path, digest: existing))
    }
    guard edited.isEmpty else { throw EditedFiles(paths: edited.sorted().map(output.path)) }
    return journal
  }
}
