internal import Glibc

/// Holds a folder against other runs, until it is released.
///
/// The lock is on the folder itself, so it leaves no file. The system releases it when the process ends, however it ends.
package final class FolderLock: Sendable {
  package enum Use: Sendable {
    /// Beside other readers.
    case reading

    /// Alone.
    case writing
  }

  private let descriptor: Int32

  /// Waits at most so many milliseconds for other runs, and then throws `FolderInUse`. `onWait` is called once if it has to wait.
  /// Nil if there is no such folder, or if its file system has no locks.
  package init?(
    _ folder: String, for use: Use, limit: Int = FolderLock.limit, onWait: () -> Void
  ) throws(FolderInUse) {
    var waited = 0
    while true {
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { return nil }
      if flock(descriptor, (use == .writing ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0 {
        // While it waited, the folder may have been replaced by another.
        if FolderLock.isSame(descriptor, folder) {
          self.descriptor = descriptor
          return
        }
        close(descriptor)
        continue
      }
      let reason = errno
      close(descriptor)
      if reason == EINTR { continue }
      guard reason == EWOULDBLOCK else { return nil }
      guard waited < limit else { throw FolderInUse(folder: folder) }
      if waited == 0 { onWait() }
      usleep(UInt32(FolderLock.pause * 1000))
      waited += FolderLock.pause
    }
  }

  /// Ten minutes, which is more than any build takes.
  package static let limit = 600_000

  /// Between two attempts, in milliseconds.
  private static let pause = 20

  private static func isSame(_ descriptor: Int32, _ folder: String) -> Bool {
    var (own, other) = (stat(), stat())
    return fstat(descriptor, &own) == 0 && stat(folder, &other) == 0
      && own.st_dev == other.st_dev && own.st_ino == other.st_ino
  }

  deinit { close(descriptor) }
}

/// A folder that another run holds for longer than anybody waits.
package struct FolderInUse: UsageFailure {
  package let folder: String

  package var message: String {
    """
    another build is still writing to \(folder)
    Wait until it is done, or end it. Then build again.
    """
  }
}
