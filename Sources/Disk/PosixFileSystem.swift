internal import Glibc
package import Output

/// The machine's own disk.
package struct PosixFileSystem: FileSystem {
  /// Notes what is read; nil if nobody wants to know.
  private let stamps: InputStamps?

  package init() { stamps = nil }

  /// How much of a large file is read at once, in bytes.
  private static let chunkSize = 256 << 10

  package init(noting stamps: InputStamps) { self.stamps = stamps }

  package func files(below folder: String) throws(MachineFailure) -> [String]? {
    try filesAndLinks(below: folder)?.files
  }

  package func filesAndLinks(
    below folder: String
  ) throws(MachineFailure) -> (files: [String], links: [String])? {
    stamps?.note(folder)
    guard isFolder(folder) else { return nil }
    var (found, links): ([String], [String]) = ([], [])
    var pending = [""]
    while let prefix = pending.popLast() {
      for (name, kind) in try entries(of: folder + "/" + prefix) where !name.hasPrefix(".") {
        if kind == .link { links.append(prefix + name) }
        if kind == .folder {
          stamps?.note(folder + "/" + prefix + name)
          pending.append(prefix + name + "/")
        } else {
          found.append(prefix + name)
        }
      }
    }
    return (
      found.sorted { $0.precedesInBytes($1) }, links.sorted { $0.precedesInBytes($1) }
    )
  }

  package func read(_ path: String) throws(MachineFailure) -> [UInt8]? {
    guard let (descriptor, size) = try openFile(path) else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var hasFailed = false
    // One byte more than the file has tells its end without another call. No more than that: the bytes of thousands of small
    // files are kept. A file of the system's, such as those of `/proc`, says that it has none.
    var room = size > 0 ? size + 1 : 4096
    while true {
      let count = append(from: descriptor, room, to: &bytes)
      if count < 0, errno == EINTR { continue }
      hasFailed = count < 0
      if count < room { break }
      room = max(room - count, 65_536)
    }
    if hasFailed { throw failure("read", path) }
    return bytes
  }

  package func digest(of path: String) throws(MachineFailure) -> Digest? {
    guard let (descriptor, _) = try openFile(path) else { return nil }
    defer { close(descriptor) }
    var digester = Digester()
    while true {
      var chunk: [UInt8] = []
      let count = append(from: descriptor, PosixFileSystem.chunkSize, to: &chunk)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw failure("read", path) }
      if count == 0 { return digester.digest() }
      digester.add(chunk)
    }
  }

  package func write(_ bytes: [UInt8], to path: String) throws(MachineFailure) {
    try write(to: path) { give in give(bytes) }
  }

  package func write(
    to path: String, chunks: (_ give: @escaping ([UInt8]) -> Void) -> Void
  ) throws(MachineFailure) {
    var descriptor = openNew(path)
    if descriptor < 0, errno == ENOENT {
      try makeFolders(above: path)
      descriptor = openNew(path)
    }
    guard descriptor >= 0 else { throw failure("write", path) }
    var error: Int32 = 0
    chunks { chunk in
      if error == 0 { error = write(chunk, to: descriptor) }
    }
    // Some file systems report a full disk only here.
    if close(descriptor) != 0, error == 0 { error = errno }
    guard error == 0 else {
      errno = error
      throw failure("write", path)
    }
  }

  /// Makes a folder, and those above it. Nothing happens if it is there.
  package func makeFolder(_ path: String) throws(MachineFailure) {
    try makeFolders(above: path + "/")
  }

  package func isThere(_ path: String) -> Bool { stamp(of: path) != .absent }

  package func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  package func canChange(_ folder: String) -> Bool {
    access(folder, W_OK | X_OK) == 0 || errno != EACCES && errno != EROFS
  }

  package func sync(_ path: String) throws(MachineFailure) {
    for path in [path, parent(of: path)] where !path.isEmpty {
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure("write", path) }
      defer { close(descriptor) }
      // Some file systems cannot do that for a folder.
      guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure("write", path) }
    }
  }

  package func move(_ path: String, to target: String) throws(MachineFailure) {
    if rename(path, target) == 0 { return }
    guard errno == ENOENT else { throw failure("write", target) }
    try makeFolders(above: target)
    guard rename(path, target) == 0 else { throw failure("write", target) }
  }

  package func remove(_ path: String, below folder: String) throws(MachineFailure) {
    guard unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR else {
      throw failure("remove", path)
    }
    var parent = parent(of: path)
    while parent.utf8.count > folder.utf8.count, rmdir(parent) == 0 {
      parent = self.parent(of: parent)
    }
  }

  package func removeFolder(_ path: String) throws(MachineFailure) {
    guard isFolderItself(path) else { return }
    for (name, kind) in try entries(of: path) {
      if kind == .folder {
        try removeFolder(path + "/" + name)
      } else if unlink(path + "/" + name) != 0, errno != ENOENT {
        throw failure("remove", path + "/" + name)
      }
    }
    guard rmdir(path) == 0 || errno == ENOENT else { throw failure("remove", path) }
  }

  package func resolve(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  package func stamp(of path: String) -> FileStamp? {
    FileStamp(of: path, in: AT_FDCWD)
  }

  package func copyPermissions(of path: String, to target: String) throws(MachineFailure) {
    var status = stat()
    guard stat(path, &status) == 0, chmod(target, status.st_mode & 0o7777) == 0 else {
      throw failure("set the permissions of", target)
    }
  }
}

extension PosixFileSystem {
  /// Opens a file to be read, and tells its size in bytes; nil if there is none.
  private func openFile(
    _ path: String
  ) throws(MachineFailure) -> (descriptor: Int32, size: Int)? {
    stamps?.note(path)
    // Without waiting: a pipe that nobody writes to would never open.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw failure("read", path, isNoFile: errno == ENOTDIR || errno == ENXIO)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let failure = failure("read", path)
      close(descriptor)
      throw failure
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw MachineFailure(action: "read", path: path, reason: "It is not a file", isNoFile: true)
    }
    return (descriptor, Int(status.st_size))
  }

  /// Writes all of some bytes, and returns the system's number of what went wrong; 0 if nothing did.
  private func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let count = Glibc.write(
          descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return errno }
        written += count
      }
      return 0
    }
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private enum EntryKind { case file, folder, link }

  /// What is in a folder. A link is one whatever it leads to, since it could lead round in a circle.
  private func entries(
    of folder: String
  ) throws(MachineFailure) -> [(name: String, kind: EntryKind)] {
    guard let stream = opendir(folder) else { throw failure("read", folder) }
    defer { closedir(stream) }
    var found: [(name: String, kind: EntryKind)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      switch Int(entry.pointee.d_type) {
      case Int(DT_DIR): found.append((name, .folder))
      case Int(DT_LNK): found.append((name, .link))
      case Int(DT_UNKNOWN):
        let path = folder + "/" + name
        found.append((name, isFolderItself(path) ? .folder : isLink(path) ? .link : .file))
      default: found.append((name, .file))
      }
    }
    return found
  }

  /// Whether a path is a folder and not a link to one, which could lead round in a circle.
  private func isFolderItself(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Reads at most so many bytes, and returns how many there were; negative after a failure.
  private func append(from descriptor: Int32, _ room: Int, to bytes: inout [UInt8]) -> Int {
    guard bytes.isEmpty else {
      var chunk = [UInt8](repeating: 0, count: room)
      let count = Glibc.read(descriptor, &chunk, room)
      bytes.append(contentsOf: chunk.prefix(max(0, count)))
      return count
    }
    var result = 0
    bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      result = Glibc.read(descriptor, buffer.baseAddress, room)
      count = max(0, result)
    }
    return result
  }

  private func openNew(_ path: String) -> Int32 {
    open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  }

  private func makeFolders(above path: String) throws(MachineFailure) {
    let folder = parent(of: path)
    guard !folder.isEmpty, mkdir(folder, 0o755) != 0, errno != EEXIST else { return }
    guard errno == ENOENT else { throw failure("make the folder", folder) }
    try makeFolders(above: folder)
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
      throw failure("make the folder", folder)
    }
  }

  private func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }

  private func failure(
    _ action: String, _ path: String, isNoFile: Bool = false
  ) -> MachineFailure {
    MachineFailure(
      action: action, path: path, reason: String(cString: strerror(errno)), isNoFile: isNoFile)
  }
}
