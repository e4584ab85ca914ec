internal import Glibc

/// What the system says of a file or folder without a look into it. While the stamp stays the same, so do the contents.
///
/// Changes of contents, names and permissions all set `changed`, which no program can set back.
package struct FileStamp: Equatable, Sendable {
  /// What stands for a file that is not there.
  package static let absent = FileStamp(device: 0, inode: 0, size: 0, modified: 0, changed: 0)

  var device: UInt64
  var inode: UInt64

  /// In bytes.
  var size: UInt64

  /// When the contents were changed last, in nanoseconds since 1970.
  package var modified: Int64

  /// When anything was changed last, in nanoseconds since 1970.
  package var changed: Int64

  /// All of it as a text.
  package var text: String {
    [device, inode, size, UInt64(bitPattern: modified), UInt64(bitPattern: changed)]
      .map { String($0) }.joined(separator: " ")
  }

  /// Whether a change after a certain moment would be seen: a clock that ticks every 10 ms, as that of file systems may,
  /// gives two changes in one tick the same time. Some file systems know whole seconds, or only every second one.
  package func isSettled(at moment: Int64) -> Bool {
    max(modified, changed) + (isCoarse ? 2_100_000_000 : 20_000_000) <= moment
  }

  /// Whether the file system may know no parts of seconds.
  private var isCoarse: Bool {
    modified % 1_000_000_000 == 0 || changed % 1_000_000_000 == 0
  }

  /// The moment by the system's clock, in nanoseconds since 1970.
  package static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}

extension FileStamp {
  /// The stamp of a file or folder, or of what a link leads to; `absent` if there is nothing, or nothing that can be seen.
  package init(of path: String, followingLinks: Bool = true) {
    var status = stat()
    let result = followingLinks ? stat(path, &status) : lstat(path, &status)
    self = result == 0 ? FileStamp(status) : .absent
  }

  /// The stamp of a file in an open folder: of a link itself, or of what it leads to. The path ends with a zero.
  package init(of path: UnsafePointer<CChar>, in folder: Int32, followingLinks: Bool = false) {
    var status = stat()
    let flags = followingLinks ? 0 : AT_SYMLINK_NOFOLLOW
    self = fstatat(folder, path, &status, flags) == 0 ? FileStamp(status) : .absent
  }

  private init(_ status: stat) {
    self.init(
      device: UInt64(status.st_dev), inode: UInt64(status.st_ino),
      size: UInt64(bitPattern: Int64(status.st_size)),
      modified: FileStamp.nanoseconds(status.st_mtim),
      changed: FileStamp.nanoseconds(status.st_ctim))
  }
}
