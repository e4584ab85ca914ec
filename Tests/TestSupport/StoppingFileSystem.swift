package import Disk
internal import Synchronization

/// A disk in memory that a process writes to until it is killed: after so many changes, nothing happens any more.
package final class StoppingFileSystem: FileSystem {
  private let disk: MemoryFileSystem
  private let changesLeft: Mutex<Int>

  package init(_ disk: MemoryFileSystem, after changes: Int) {
    self.disk = disk
    changesLeft = Mutex(changes)
  }

  /// Whether it has come to the end that was set.
  package var hasStopped: Bool { changesLeft.withLock { $0 < 0 } }

  private func change(_ path: String) throws(MachineFailure) {
    let isAlive = changesLeft.withLock { left in
      left -= 1
      return left >= 0
    }
    if !isAlive { throw MachineFailure(action: "write", path: path, reason: "Killed") }
  }

  package func files(below folder: String) throws(MachineFailure) -> [String]? {
    try disk.files(below: folder)
  }

  package func read(_ path: String) throws(MachineFailure) -> [UInt8]? { try disk.read(path) }

  package func write(_ bytes: [UInt8], to path: String) throws(MachineFailure) {
    try change(path)
    try disk.write(bytes, to: path)
  }

  package func move(_ path: String, to target: String) throws(MachineFailure) {
    try change(path)
    try disk.move(path, to: target)
  }

  package func remove(_ path: String, below folder: String) throws(MachineFailure) {
    try change(path)
    try disk.remove(path, below: folder)
  }

  package func resolve(_ path: String) -> String? { disk.resolve(path) }

  package func copyPermissions(of path: String, to target: String) throws(MachineFailure) {
    try change(target)
  }
}
