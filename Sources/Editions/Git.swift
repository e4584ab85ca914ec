internal import Disk
internal import Output

/// A Git repository, read by the program `git`.
struct Git: Sendable {
  private let program: String

  /// The root of the working tree.
  let root: String

  /// Finds the repository of a folder. Throws `NoRevision`, which names the revision that is wanted.
  init(_ revision: String, _ folder: String) throws {
    guard let program = Subprocess.find("git") else {
      throw NoRevision(revision: revision, reason: .noGit)
    }
    self.program = program
    let found = try Subprocess.run(program, ["-C", folder, "rev-parse", "--show-toplevel"])
    guard found.isSuccess else {
      let words = found.firstError
      // A repository that belongs to somebody else is still a repository.
      let isElsewhere = words.containsUTF8("not a git repository") || !words.containsUTF8("dubious")
      throw NoRevision(
        revision: revision, reason: isElsewhere ? .noRepository(folder) : .refused(found.allErrors))
    }
    root = Git.line(found.output)
  }

  /// The full hash of the commit that a revision names.
  func commit(_ revision: String) throws -> String {
    let found = try run([
      "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}",
    ])
    guard found.isSuccess else {
      let isShallow = Git.line(try run(["rev-parse", "--is-shallow-repository"]).output) == "true"
      throw NoRevision(revision: revision, reason: isShallow ? .shallow : .unknown)
    }
    return Git.line(found.output)
  }

  /// The blob hashes of all files at a commit, by path from the root.
  func objects(of commit: String) throws(MachineFailure) -> [String: String] {
    let listing = try run(["ls-tree", "-r", "-z", "--full-tree", commit])
    guard listing.isSuccess else {
      throw MachineFailure(action: "read", path: root, reason: listing.firstError)
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
    return objects
  }

  /// The merge base of two commits; nil if there is none, as in a shallow clone.
  func mergeBase(_ left: String, _ right: String) throws(MachineFailure) -> String? {
    let found = try run(["merge-base", left, right])
    return found.isSuccess ? Git.line(found.output) : nil
  }

  /// The contents of blobs, by hash.
  func read(_ objects: [String]) throws(MachineFailure) -> [String: [UInt8]] {
    let input = Array(objects.map { $0 + "\n" }.joined().utf8)
    let batch = try Subprocess.run(program, ["-C", root, "cat-file", "--batch"], input: input)
    // OBJECT SP TYPE SP SIZE LF CONTENTS LF for each, as git-cat-file(1) documents it.
    var contents: [String: [UInt8]] = [:]
    var start = 0
    for object in objects {
      guard let end = batch.output[start...].firstIndex(of: UInt8(ascii: "\n")),
        let size = batch.output[start..<end].split(separator: UInt8(ascii: " ")).last.flatMap({
          Int(String(decoding: $0, as: UTF8.self))
        }), end + size < batch.output.count
      else {
        throw MachineFailure(action: "read", path: root, reason: "git has no object \(object)")
      }
      contents[object] = Array(batch.output[(end + 1)..<(end + 1 + size)])
      start = end + size + 2
    }
    return contents
  }

  private func run(_ arguments: [String]) throws(MachineFailure) -> Subprocess.Outcome {
    try Subprocess.run(program, ["-C", root] + arguments)
  }

  /// The first line of an output.
  private static func line(_ output: [UInt8]) -> String {
    String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}
