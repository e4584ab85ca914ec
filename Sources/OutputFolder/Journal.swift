internal import Disk
internal import Output

/// The changes that a build is about to make in an output folder. It is written before the first file there is touched.
///
/// A run that finds a journal does what is left of it. So a build that is ended at any moment leaves the last whole output, or
/// a journal that leads to the new one.
struct Journal: Equatable {
  /// New folders that are moved as a whole.
  var folders: [String] = []

  /// The manifest is the last of them.
  var moves: [Move] = []

  var removals: [Removal] = []

  struct Move: Equatable {
    let path: String

    /// The name of the new file in the staging folder, and its digest.
    let staged: String
    let digest: Digest

    /// The digest of the file that stood there before; nil if there was none.
    let replaced: Digest?
  }

  struct Removal: Equatable {
    let path: String
    let digest: Digest
  }

  var isEmpty: Bool { folders.isEmpty && moves.isEmpty && removals.isEmpty }

  /// Its name in the staging folder.
  static let name = "journal"

  /// The first and the last field of the file: its form, and its end.
  private static let mark = "ksf journal 1"
  private static let end = "end"

  /// Fields, each ended by a zero, since no path has one.
  var bytes: [UInt8] {
    var fields = [Journal.mark]
    for folder in folders { fields += ["folder", folder] }
    for move in moves {
      fields += ["move", move.path, move.staged, move.digest.hexadecimal]
      fields.append(move.replaced?.hexadecimal ?? "")
    }
    for removal in removals { fields += ["remove", removal.path, removal.digest.hexadecimal] }
    return Array((fields + [Journal.end, ""]).joined(separator: "\0").utf8)
  }

  init() {}

  /// Nil if it is damaged or names a path that leads out of the folder.
  init?(reading bytes: [UInt8]) {
    var fields = bytes.split(separator: 0, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }[...]
    guard fields.popFirst() == Journal.mark else { return nil }
    while let kind = fields.popFirst(), kind != Journal.end {
      guard let path = fields.popPath() else { return nil }
      switch kind {
      case "folder": folders.append(path)
      case "move":
        guard let staged = fields.popPath(), let digest = fields.popFirst().flatMap(Digest.init),
          let replaced = fields.popFirst()
        else { return nil }
        guard replaced.isEmpty || Digest(replaced) != nil else { return nil }
        moves.append(
          Move(path: path, staged: staged, digest: digest, replaced: Digest(replaced)))
      case "remove":
        guard let digest = fields.popFirst().flatMap(Digest.init) else { return nil }
        removals.append(Removal(path: path, digest: digest))
      default: return nil
      }
    }
    guard Array(fields) == [""] else { return nil }
  }
}

extension ArraySlice<String> {
  /// The next field, if it is a path that leads nowhere else; nil otherwise.
  fileprivate mutating func popPath() -> String? {
    popFirst().flatMap { OutputFile.staysInside($0) ? $0 : nil }
  }
}
