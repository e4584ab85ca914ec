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
  /// All new contents are first written to a folder beside the old, so that a full disk leaves the last output as it was; then each file is moved
  /// into its place, what is no longer made is removed, and the manifest is replaced. Only files that the manifest names are ever replaced or
  /// removed.
  package func replace(
    _ parts: Set<OutputPart>, with files: [OutputFile], of identity: Identity
  ) throws -> Changes {
    let old = try readManifest()
    let kept = old.entries.filter { entry in !parts.contains { $0.holds(entry.path) } }
    var manifest = Manifest(of: files)
    manifest.entries += kept
    manifest.sort()
    let owned = Set(old.entries.map(\.path))

    var changes = Changes()
    let manifestFile = OutputFile(path: Manifest.path, bytes: manifest.bytes(identity))
    let changed = try files.filter { file in
      let isSame = try existing(file.path).map { existing in
        if existing == file.bytes { return true }
        guard owned.contains(file.path) else { throw ForeignFile(path: path(file.path)) }
        return false
      }
      if isSame == true { changes.unchanged += 1 }
      return isSame != true
    }
    changes.written = changed.count
    let isManifestSame = try fileSystem.read(path(Manifest.path)) == manifestFile.bytes
    try write(isManifestSame ? changed : changed + [manifestFile])

    let made = Set(manifest.entries.map(\.path))
    for entry in old.entries where !made.contains(entry.path) {
      try fileSystem.remove(path(entry.path), below: folder)
      changes.removed += 1
    }
    return changes
  }

  private func path(_ relative: String) -> String { folder + "/" + relative }

  /// The file that stands where an output should go.
  private func existing(_ relative: String) throws -> [UInt8]? {
    do {
      return try fileSystem.read(path(relative))
    } catch {
      throw error.isNoFile ? ForeignFile(path: path(relative)) : error
    }
  }

  private func readManifest() throws -> Manifest {
    guard let bytes = try existing(Manifest.path) else { return Manifest(of: []) }
    guard let manifest = Manifest(reading: bytes) else {
      throw ForeignFile(path: path(Manifest.path))
    }
    return manifest
  }

  /// Writes files beside their places, and when all are written moves them there; the manifest, which is the last, names them then.
  private func write(_ files: [OutputFile]) throws {
    let staging = path(".ksf-new")
    var staged: [String] = []
    do {
      for (index, file) in files.enumerated() {
        let target = "\(staging)/\(index)"
        staged.append(target)
        try fileSystem.write(file.bytes, to: target)
      }
    } catch {
      for path in staged { try? fileSystem.remove(path, below: folder) }
      throw error
    }
    for (index, file) in files.enumerated() {
      try fileSystem.move(staged[index], to: path(file.path))
    }
    try fileSystem.remove(staging + "/done", below: folder)
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
