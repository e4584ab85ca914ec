package import Disk
internal import Synchronization

/// A disk that notes which files are read of another.
package final class CountingFileSystem: FileSystem {
  private let disk: any FileSystem
  private let read = Mutex<[String]>([])

  package init(_ disk: any FileSystem) { self.disk = disk }

  /// The files that were read, in order.
  package var paths: [String] { read.withLock { $0 } }

  /// Forgets what was read.
  package func reset() { read.withLock { $0 = [] } }

  package func files(below folder: String) throws(MachineFailure) -> [String]? {
    try disk.files(below: folder)
  }

  package func read(_ path: String) throws(MachineFailure) -> [UInt8]? {
    read.withLock { $0.append(path) }
    return try disk.read(path)
  }

  package func write(_ bytes: [UInt8], to path: String) throws(MachineFailure) {
    try disk.write(bytes, to: path)
  }

  package func move(_ path: String, to target: String) throws(MachineFailure) {
    try disk.move(path, to: target)
  }

  package func remove(_ path: String, below folder: String) throws(MachineFailure) {
    try disk.remove(path, below: folder)
  }

  package func resolve(_ path: String) -> String? { disk.resolve(path) }

  package func copyPermissions(of path: String, to target: String) throws(MachineFailure) {
    try disk.copyPermissions(of: path, to: target)
  }
}
