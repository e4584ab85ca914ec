internal import Synchronization

/// The stamps of the files and folders that a run reads, each as it was just before it was read.
package final class InputStamps: Sendable {
  private let seen = Mutex<[String: FileStamp]>([:])

  package init() {}

  /// Notes a file or folder that is about to be read. One that was changed a moment ago is noted as unsettled, since another
  /// change might not be seen; so is one that changes while the run goes on.
  func note(_ path: String) {
    let moment = FileStamp.now
    let stamp = FileStamp(of: path)
    let noted = stamp == .absent || stamp.isSettled(at: moment) ? stamp : .unsettled
    seen.withLock { seen in
      seen[path] = seen[path].map { $0 == noted } ?? true ? noted : .unsettled
    }
  }

  /// Whether any file may have changed while it was read, or just before.
  package var hasUnsettled: Bool { seen.withLock { $0.values.contains(.unsettled) } }

  /// All that was noted, in the order of the paths.
  package var all: [(path: String, stamp: FileStamp)] {
    seen.withLock { $0 }.sorted { $0.key.precedesInBytes($1.key) }.map { ($0.key, $0.value) }
  }
}

extension FileStamp {
  /// A stamp that no file has.
  package static let unsettled = FileStamp(device: 0, inode: 0, size: 0, modified: 0, changed: -1)
}
