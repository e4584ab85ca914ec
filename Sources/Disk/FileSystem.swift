package import Output

/// All that is asked of a disk. Paths have `/` between their parts; errors are those of the machine.
package protocol FileSystem: Sendable {
  /// The files below a folder, as paths relative to it, in the order of their bytes; nil if there is no such folder.
  ///
  /// Names that start with a dot are passed over, and links to folders are not followed.
  func files(below folder: String) throws(MachineFailure) -> [String]?

  /// The files below a folder, and which of them are links; nil if there is no such folder.
  func filesAndLinks(
    below folder: String
  ) throws(MachineFailure) -> (files: [String], links: [String])?

  /// The bytes of a file; nil if there is none.
  func read(_ path: String) throws(MachineFailure) -> [UInt8]?

  /// Writes a new file and makes the folders it needs.
  func write(_ bytes: [UInt8], to path: String) throws(MachineFailure)

  /// Writes a new file of bytes that come in chunks. `chunks` gives them all, also if one could not be written.
  func write(
    to path: String, chunks: (_ give: @escaping ([UInt8]) -> Void) -> Void
  ) throws(MachineFailure)

  /// The digest of a file's bytes; nil if there is none.
  func digest(of path: String) throws(MachineFailure) -> Digest?

  /// Whether anything stands at a path, be it a link that leads nowhere.
  func isThere(_ path: String) -> Bool

  /// Whether a link stands at a path, wherever it leads.
  func isLink(_ path: String) -> Bool

  /// Whether files may come to and go from a folder, as far as its permissions tell.
  func canChange(_ folder: String) -> Bool

  /// Waits until a file, and its name in its folder, would outlast a loss of power.
  func sync(_ path: String) throws(MachineFailure)

  /// Puts a file in the place of another, or a file or folder where none is, in one step.
  func move(_ path: String, to target: String) throws(MachineFailure)

  /// Removes a file, and then the folders above it, up to a given one, that are empty. Nothing happens if it is gone already.
  func remove(_ path: String, below folder: String) throws(MachineFailure)

  /// Removes a folder with all that is in it. Nothing happens if there is none.
  func removeFolder(_ path: String) throws(MachineFailure)

  /// The path of a file or folder from the root of the disk, without links in it; nil if there is nothing.
  func resolve(_ path: String) -> String?

  /// The stamp of a file, by which a change is known without reading it. Nil if this file system has none.
  func stamp(of path: String) -> FileStamp?

  /// Gives a file the permissions of another.
  func copyPermissions(of path: String, to target: String) throws(MachineFailure)
}

extension FileSystem {
  package func stamp(of path: String) -> FileStamp? { nil }

  package func filesAndLinks(
    below folder: String
  ) throws(MachineFailure) -> (files: [String], links: [String])? {
    try files(below: folder).map { ($0, []) }
  }

  package func isThere(_ path: String) -> Bool { resolve(path) != nil }

  package func isLink(_ path: String) -> Bool { false }

  package func canChange(_ folder: String) -> Bool { true }

  package func sync(_ path: String) throws(MachineFailure) {}

  package func removeFolder(_ path: String) throws(MachineFailure) {
    for name in try files(below: path) ?? [] { try remove("\(path)/\(name)", below: path) }
  }

  package func write(
    to path: String, chunks: (_ give: @escaping ([UInt8]) -> Void) -> Void
  ) throws(MachineFailure) {
    var bytes: [UInt8] = []
    chunks { bytes += $0 }
    try write(bytes, to: path)
  }

  package func digest(of path: String) throws(MachineFailure) -> Digest? {
    try read(path).map(Digest.init)
  }
}

/// Something that the machine could not do: an unreadable file, a full disk.
package struct MachineFailure: Error, Sendable {
  /// The action that failed, as in "cannot read".
  package let action: String
  package let path: String

  /// The system's own words.
  package let reason: String

  /// Whether something else stands where a file should be, such as a folder.
  package let isNoFile: Bool

  package init(action: String, path: String, reason: String, isNoFile: Bool = false) {
    self.action = action
    self.path = path
    self.reason = reason
    self.isNoFile = isNoFile
  }

  package var message: String { "cannot \(action) \(path): \(reason)" }
}
