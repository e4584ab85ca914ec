internal import Synchronization

/// Notes what a run looks at on the disk, each as it was just before.
final class InputWitness: Sendable {
  private let seen = Mutex<[String: FileStamp]>([:])

  /// Notes a file or folder that is about to be read, and returns its stamp. What was changed a moment ago gets a stamp that
  /// nothing has, since another change might not be seen.
  @discardableResult
  func note(_ path: String) -> FileStamp {
    let moment = FileStamp.now
    let stamp = FileStamp(of: path)
    let kept = stamp == .absent || stamp.isSettled(at: moment) ? stamp : .unsettled
    seen.withLock { seen in
      if seen[path].map({ $0 == kept }) ?? true {
        seen[path] = kept
      } else {
        seen[path] = .unsettled
      }
    }
    return kept
  }

  /// All that was noted, in the order of the paths.
  var inputs: [(path: String, stamp: FileStamp)] {
    seen.withLock { $0 }.sorted { $0.key.precedesInBytes($1.key) }.map {
      ($0.key, $0.value)
    }
  }
}

extension FileStamp {
  /// A stamp that no file has.
  static let unsettled = FileStamp(device: 0, inode: 0, size: 0, modified: 0, changed: -1)
}
