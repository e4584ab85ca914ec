internal import Glibc

/// A file that several threads add to, each in a place of its own.
final class GrowingFile: Sendable {
  private let descriptor: Int32

  /// A new file, which only the user may read. Nil if it cannot be made.
  init?(new path: String) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    if descriptor < 0 || fchmod(descriptor, 0o600) != 0 { return nil }
  }

  /// A file that has to be of a certain size, in bytes. Nil if it is not.
  init?(_ path: String, size: Int) {
    descriptor = open(path, O_WRONLY | O_CLOEXEC)
    if descriptor < 0 || FileStamp(ofOpen: descriptor).size != UInt64(size) { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Takes away all from a place on.
  func cut(at place: Int) { _ = ftruncate(descriptor, off_t(place)) }

  /// Writes bytes from a place on. Tells whether all of them could be written.
  func write(_ bytes: [UInt8], at place: Int) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let count = pwrite(
          descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written,
          off_t(place + written))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        written += count
      }
      return true
    }
  }
}
