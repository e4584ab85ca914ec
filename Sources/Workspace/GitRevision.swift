internal import Glibc

/// The files of a Git repository as they were at a revision. It can only be read.
package final class GitRevision: FileSystem {
  /// The commit's name, in full.
  package let commit: String

  /// The files' names of objects, by path from the root of the repository.
  private let objects: [String: String]
  private let repository: String
  private let git: Git

  /// Looks up a revision in the repository that a folder belongs to.
  ///
  /// Throws `NoRevision` if there is none, with what to do about it.
  package init(_ revision: String, ofRepositoryAt folder: String) throws {
    guard let git = Git() else { throw NoRevision(revision: revision, reason: .noGit) }
    self.git = git
    let root = try git.run(["-C", folder, "rev-parse", "--show-toplevel"])
    guard root.isSuccess else {
      throw NoRevision(revision: revision, reason: .noRepository(folder))
    }
    repository = Git.line(root.output)
    let found = try git.run([
      "-C", repository, "rev-parse", "--verify", "--quiet", "--end-of-options",
      revision + "^{commit}",
    ])
    guard found.isSuccess else {
      let shallow = try git.run(["-C", repository, "rev-parse", "--is-shallow-repository"])
      let isShallow = Git.line(shallow.output) == "true"
      throw NoRevision(revision: revision, reason: isShallow ? .shallow : .unknown)
    }
    commit = Git.line(found.output)
    let listing = try git.run(["-C", repository, "ls-tree", "-r", "-z", commit])
    guard listing.isSuccess else {
      throw MachineFailure(action: "read", path: repository, reason: listing.firstError)
    }
    // MODE SP "blob" SP OBJECT TAB PATH NUL, as git-ls-tree(1) documents it.
    var objects: [String: String] = [:]
    for entry in listing.output.split(separator: 0) {
      guard let tab = entry.firstIndex(of: UInt8(ascii: "\t")) else { continue }
      let fields = entry[..<tab].split(separator: UInt8(ascii: " "))
      guard fields.count == 3, fields[1].elementsEqual("blob".utf8) else { continue }
      objects[String(decoding: entry[(tab + 1)...], as: UTF8.self)] = String(
        decoding: fields[2], as: UTF8.self)
    }
    self.objects = objects
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
    let blob = try git.run(["-C", repository, "cat-file", "blob", object])
    guard blob.isSuccess else {
      throw MachineFailure(action: "read", path: path, reason: blob.firstError)
    }
    return blob.output
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

  /// The root of this disk is that of the repository.
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

/// The program `git`, which knows the format of repositories.
private struct Git: Sendable {
  private let program: String

  /// Nil if it is not installed.
  init?() {
    guard let program = Subprocess.find("git") else { return nil }
    self.program = program
  }

  func run(_ arguments: [String]) throws(MachineFailure) -> Subprocess.Outcome {
    try Subprocess.run(program, arguments)
  }

  /// The first line of what it printed.
  static func line(_ output: [UInt8]) -> String {
    String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}

/// A revision that cannot be read.
package struct NoRevision: UsageFailure {
  package let revision: String
  let reason: Reason

  enum Reason: Sendable {
    case noGit, shallow, unknown
    case noRepository(String)
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
    case .unknown:
      """
      there is no revision or folder "\(revision)"
      `git log --oneline` lists the revisions. A branch of the server is named with it, as in origin/main.
      """
    }
  }
}
