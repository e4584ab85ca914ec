package import Disk
internal import Synchronization

/// A disk in memory, which can be made to fail.
package final class MemoryFileSystem: FileSystem {
  private struct State {
    var files: [String: [UInt8]] = [:]
    var writesLeft = Int.max
  }

  private let state: Mutex<State>

  package init(_ files: [String: String] = [:]) {
    state = Mutex(State(files: files.mapValues { Array($0.utf8) }))
  }

  /// All files by path.
  package var files: [String: [UInt8]] { state.withLock { $0.files } }

  /// Lets so many more writes succeed, as a disk that is nearly full would.
  package func fillUp(after writes: Int) {
    state.withLock { $0.writesLeft = writes }
  }

  package func put(_ text: String, at path: String) {
    state.withLock { $0.files[path] = Array(text.utf8) }
  }

  package func files(below folder: String) throws(MachineFailure) -> [String]? {
    let prefix = key(folder) + "/"
    let found = files.keys.filter { $0.hasPrefix(prefix) }.map {
      String($0.dropFirst(prefix.count))
    }
    return found.isEmpty ? nil : found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func read(_ path: String) throws(MachineFailure) -> [UInt8]? {
    files[key(path)]
  }

  package func write(_ bytes: [UInt8], to path: String) throws(MachineFailure) {
    let isFull = state.withLock { state in
      state.writesLeft -= 1
      guard state.writesLeft >= 0 else { return true }
      state.files[key(path)] = bytes
      return false
    }
    if isFull {
      throw MachineFailure(action: "write", path: path, reason: "No space left on device")
    }
  }

  package func move(_ path: String, to target: String) throws(MachineFailure) {
    let (path, target) = (key(path), key(target))
    state.withLock { state in
      for name in state.files.keys where name == path || name.hasPrefix(path + "/") {
        state.files[target + name.dropFirst(path.count)] = state.files.removeValue(forKey: name)
      }
    }
  }

  package func remove(_ path: String, below folder: String) throws(MachineFailure) {
    state.withLock { _ = $0.files.removeValue(forKey: key(path)) }
  }

  /// The root of this disk is the current folder.
  package func resolve(_ path: String) -> String? {
    let path = key(path)
    let exists = path.isEmpty || files.keys.contains { $0 == path || $0.hasPrefix(path + "/") }
    return exists ? "/" + path : nil
  }

  package func copyPermissions(of path: String, to target: String) throws(MachineFailure) {}

  /// A path as the files are named: without a slash at either end, and without the dot of the current folder.
  private func key(_ path: String) -> String {
    path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }
}
