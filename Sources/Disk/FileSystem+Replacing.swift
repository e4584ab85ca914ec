extension FileSystem {
  /// Replaces the contents of files, or makes them.
  ///
  /// All new contents are first written beside the old, so that a full disk leaves everything as it was; then each is
  /// moved into its place in one step. Permissions stay, and a link goes on leading to the same file, which has the
  /// new contents.
  package func replace(_ files: [(path: String, bytes: [UInt8])]) throws(MachineFailure) {
    var staged: [(path: String, target: String)] = []
    do {
      for (index, file) in files.enumerated() {
        let existing = resolve(file.path)
        let target = existing ?? file.path
        let path = folder(of: target) + ".ksf-new-\(index)"
        staged.append((path, target))
        try write(file.bytes, to: path)
        if existing != nil { try copyPermissions(of: target, to: path) }
      }
    } catch {
      for (path, _) in staged { try? remove(path, below: folder(of: path)) }
      throw error
    }
    for (path, target) in staged { try move(path, to: target) }
  }

  /// The folder that a path is in, ended by a slash; empty for the current folder.
  private func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
