internal import Glibc

/// A file that is open to be read in parts, since it may be too large to be held as a whole.
package final class FileParts: Sendable {
  /// In bytes.
  let size: Int

  private let source: Source

  private enum Source: Sendable {
    case bytes([UInt8])
    case descriptor(Int32)
  }

  /// A file that is there as a whole.
  init(_ bytes: [UInt8]) {
    (size, source) = (bytes.count, .bytes(bytes))
  }

  /// An open file, which is closed at the end.
  init(descriptor: Int32, size: Int) {
    (self.size, source) = (size, .descriptor(descriptor))
  }

  deinit {
    if case .descriptor(let descriptor) = source { close(descriptor) }
  }

  /// The bytes of a part; nil if they cannot be read, as when the file has become shorter.
  func read(_ part: Range<Int>) -> [UInt8]? {
    switch source {
    case .bytes(let bytes): part.upperBound <= bytes.count ? Array(bytes[part]) : nil
    case .descriptor(let descriptor): FileParts.read(part, descriptor)
    }
  }

  private static func read(_ part: Range<Int>, _ descriptor: Int32) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: part.count) { room, filled in
      while filled < part.count {
        let count = pread(
          descriptor, room.baseAddress.map { $0 + filled }, part.count - filled,
          off_t(part.lowerBound + filled))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        filled += count
      }
    }
    return bytes.count == part.count ? bytes : nil
  }
}
