package import Disk

/// The files of a Git repository at a revision, read-only.
package final class GitRevision: FileSystem {
  /// The full hash of the commit.
  package let commit: String

  /// The blob hashes of the files, by path from the root of the repository.
  private let objects: [String: String]

  /// The contents of the blobs in a project's own folders, by hash. One process reads them all.
  private let contents: [String: [UInt8]]
  private let git: Git

  /// Looks up a revision in the repository of a folder. `project` is the path from the root of the repository to the project,
  /// whose files are read at once.
  ///
  /// Throws `NoRevision`, with advice, if there is none.
  package init(_ revision: String, ofRepositoryAt folder: String, project: String = "") throws {
    git = try Git(revision, folder)
    commit = try git.commit(revision)
    objects = try git.objects(of: commit)
    let folders = ["framework/", "seeds/", "templates/", "editions/", "migrations/"].map {
      project + $0
    }
    let wanted = Set(
      objects.filter { path, _ in folders.contains { path.hasPrefix($0) } }.map(\.value))
    contents = try git.read(wanted.sorted())
  }

  /// The hash of the merge base of a revision and the present work. If a shallow clone does not contain it, this is the hash
  /// of the revision itself.
  package static func start(of revision: String, ofRepositoryAt folder: String) throws -> String {
    let git = try Git(revision, folder)
    let commit = try git.commit(revision)
    return try git.mergeBase(commit, "HEAD") ?? commit
  }

  package func files(below folder: String) throws(MachineFailure) -> [String]? {
    let prefix = key(folder) + "/"
    let found = objects.keys.filter { $0.hasPrefix(prefix) }.map {
      String($0.dropFirst(prefix.count))
    }
    .filter { path in !path.split(separator: "/").contains { $0.hasPrefix(".") } }
    return found.isEmpty ? nil : found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func read(_ path: String) throws(MachineFailure) -> [UInt8]? {
    guard let object = objects[key(path)] else { return nil }
    if let bytes = contents[object] { return bytes }
    return try git.read([object])[object]
  }

  package func write(_ bytes: [UInt8], to path: String) throws(MachineFailure) {
    throw readOnly(path)
  }

  package func move(_ path: String, to target: String) throws(MachineFailure) {
    throw readOnly(target)
  }

  package func remove(_ path: String, below folder: String) throws(MachineFailure) {
    throw readOnly(path)
  }

  /// Resolves a path from the root of the repository.
  package func resolve(_ path: String) -> String? {
    let path = key(path)
    let exists = path.isEmpty || objects.keys.contains { $0 == path || $0.hasPrefix(path + "/") }
    return exists ? "/" + path : nil
  }

  package func copyPermissions(of path: String, to target: String) throws(MachineFailure) {
    throw readOnly(target)
  }

  private func key(_ path: String) -> String {
    path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  private func readOnly(_ path: String) -> MachineFailure {
    MachineFailure(action: "write", path: path, reason: "An earlier revision cannot be changed")
  }
}

/// A revision that cannot be read.
package struct NoRevision: UsageFailure {
  package let revision: String
  let reason: Reason

  enum Reason: Sendable {
    case noGit, shallow, unknown
    case noRepository(String)
    /// All words of git about a repository that it refuses to read, with its own cure.
    case refused(String)
  }

  package var message: String {
    switch reason {
    case .noGit:
      """
      earlier revisions are read with git, which is not installed
      Install git, or compare two folders.
      """
    case .noRepository(let folder):
      """
      "\(folder)" is not part of a Git repository, so it has no earlier revisions
      Name two folders to compare, or run ksf in a clone of the repository.
      """
    case .shallow:
      """
      this clone does not have the revision "\(revision)", since it was made without the whole history
      Fetch it first: git fetch --unshallow origin. In GitHub Actions: set fetch-depth: 0 for actions/checkout. In GitLab: GIT_DEPTH: 0.
      """
    case .refused(let words):
      """
      git does not read the repository: \(words)
      """
    case .unknown:
      """
      there is no revision, folder or recorded edition "\(revision)"
      `git log --oneline` lists the revisions. A branch of the server is named with it, as in origin/main.
      """
    }
  }
}
