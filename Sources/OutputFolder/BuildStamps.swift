internal import CZlib
package import Disk
internal import Glibc
internal import Output

/// The stamps of the files that a build read and wrote. While all of them stay the same, nothing has changed.
///
/// One small file for each output folder, in `ksf` below the user's own folder for caches (XDG Base Directory Specification). It
/// counts only for the same program, called in the same way. It may be deleted at any time.
package struct BuildStamps: Sendable {
  /// The file, and the folder that it is in.
  private let path: String
  private let folder: String

  /// The program and how it was called.
  private let key: [UInt8]

  /// The output folder, as the command names it.
  private let output: String

  /// The report of a build, which is repeated while nothing changes.
  package struct Report: Sendable {
    /// The first line of the summary.
    package let headline: String

    /// The texts on standard output and standard error, without the summary.
    package let output: [UInt8]
    package let errors: [UInt8]

    /// The number of output files, without the manifest.
    package internal(set) var fileCount = 0

    package init(headline: String, output: [UInt8], errors: [UInt8]) {
      (self.headline, self.output, self.errors) = (headline, output, errors)
    }
  }

  /// `settings` are all that the command says, as far as it matters to what is written and shown. Nil if there is no place
  /// for the file.
  package init?(output: String, settings: [String]) {
    guard let folder = BuildStamps.cacheFolder, let current = PosixFileSystem().resolve(".") else {
      return nil
    }
    let program = FileStamp(of: "/proc/self/exe")
    guard program != .absent else { return nil }
    self.output = output
    let place = [current, output]
    let name = Digest(of: Array(place.joined(separator: "\0").utf8)).hexadecimal.prefix(32)
    self.folder = folder
    path = "\(folder)/\(name)"
    key = Array(([program.text] + place + settings).joined(separator: "\0").utf8)
  }

  private static var cacheFolder: String? {
    func folder(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    if let caches = folder("XDG_CACHE_HOME") { return caches + "/ksf" }
    // A home that is not there is not made.
    guard let home = folder("HOME"), FileStamp(of: home) != .absent else { return nil }
    return home + "/.cache/ksf"
  }

  /// The report of the last build. Nil if an input, an output, the program or its arguments have changed.
  package func unchanged() -> Report? {
    // An interrupted build must be finished first.
    guard FileStamp(of: "\(output)/\(OutputFolder.stagingName)", followingLinks: false) == .absent
    else { return nil }
    guard let bytes = try? PosixFileSystem().read(path), var reader = StampReader(bytes),
      reader.take(BuildStamps.mark), reader.take(key), let headline = reader.text(),
      let shown = reader.text(), let errors = reader.text(),
      let inputs = reader.files(below: "", followingLinks: true), inputs.areUnchanged,
      let outputs = reader.files(below: output + "/", followingLinks: false),
      outputs.areUnchanged, reader.isAtEnd
    else { return nil }
    var report = Report(
      headline: String(decoding: headline, as: UTF8.self), output: shown, errors: errors)
    report.fileCount = outputs.count - 1
    return report
  }

  /// Notes a build that went well. Nothing is noted if an input may have changed meanwhile, or the disk is full: that is no
  /// failure of the build.
  package func note(
    _ changes: OutputFolder.Changes, inputs: InputStamps, report: Report
  ) {
    guard !inputs.hasUnsettled else { return forget() }
    let moment = FileStamp.now
    var writer = StampWriter()
    writer.append(BuildStamps.mark)
    for text in [key, Array(report.headline.utf8), report.output, report.errors] {
      writer.append(text)
    }
    writer.append(inputs.all.map { StampedFile(path: $0.path, stamp: $0.stamp) })
    writer.append(
      changes.files.map { path, digest in
        let stamp = FileStamp(of: "\(output)/\(path)", followingLinks: false)
        return StampedFile(
          path: path, stamp: stamp, digest: stamp.isSettled(at: moment) ? nil : digest)
      })
    let temporary = path + "-new"
    let disk = PosixFileSystem()
    do {
      try disk.write(writer.finish(), to: temporary)
      // Only the user may read it: it tells what the framework's problems are.
      chmod(temporary, 0o600)
      try disk.move(temporary, to: path)
      try forgetOldest(disk)
    } catch {
      unlink(temporary)
    }
  }

  /// The number of output folders that have a file of stamps. The one that was built longest ago is forgotten first.
  private static let mostFolders = 32

  private func forgetOldest(_ disk: PosixFileSystem) throws(MachineFailure) {
    let names = try disk.files(below: folder) ?? []
    guard names.count > BuildStamps.mostFolders else { return }
    let byAge = names.map { ($0, FileStamp(of: "\(folder)/\($0)").modified) }.sorted {
      $0.1 < $1.1
    }
    for (name, _) in byAge.prefix(names.count - BuildStamps.mostFolders) {
      try disk.remove("\(folder)/\(name)", below: folder)
    }
  }

  /// Removes the file, so that the next build makes everything.
  package func forget() { unlink(path) }

  /// The first bytes of the file: its form and version.
  private static let mark = Array("ksf stamps 1\n".utf8)
}

private func checksum(_ bytes: ArraySlice<UInt8>) -> Int {
  bytes.withUnsafeBufferPointer { Int(crc32(0, $0.baseAddress, uInt($0.count))) }
}

/// A file with its stamp.
struct StampedFile {
  let path: String
  let stamp: FileStamp

  /// The expected contents, if the file was changed so recently that its stamp does not tell.
  var digest: Digest?
}

/// Writes texts and stamps, each behind its length, and a checksum (CRC-32) at the end. Numbers have eight bytes, as this machine
/// has them in memory.
private struct StampWriter {
  private var bytes: [UInt8] = []

  consuming func finish() -> [UInt8] {
    append(checksum(bytes[...]))
    return bytes
  }

  mutating func append(_ number: Int) {
    withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ text: [UInt8]) {
    append(text.count)
    bytes += text
  }

  /// Files in their order, each folder once for neighbours: how many files, its path and a zero, and then for each its stamp,
  /// whether a digest follows, the digest, and its name and a zero.
  mutating func append(_ files: [StampedFile]) {
    append(files.count)
    var start = 0
    while start < files.count {
      let folder = files[start].folder
      let own = files[start...].prefix { $0.folder == folder }
      append(own.count)
      bytes += folder.utf8
      bytes.append(0)
      for file in own {
        withUnsafeBytes(of: file.stamp) { bytes.append(contentsOf: $0) }
        bytes.append(file.digest == nil ? 0 : 1)
        file.digest?.withUnsafeBytes { bytes.append(contentsOf: $0) }
        bytes += file.path.utf8.dropFirst(folder.utf8.count)
        bytes.append(0)
      }
      start = own.endIndex
    }
  }
}

extension StampedFile {
  /// The part of the path up to its last slash, with it.
  fileprivate var folder: Substring {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return path[...slash]
  }
}

/// Reads what `StampWriter` wrote. Whatever does not fit ends in nil.
private struct StampReader {
  private let bytes: [UInt8]
  private let end: Int
  private var start = 0

  /// Nil if the checksum is wrong.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 8 else { return nil }
    self.bytes = bytes
    end = bytes.count - 8
    let written = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: end, as: Int.self) }
    guard written == checksum(bytes[..<end]) else { return nil }
  }

  var isAtEnd: Bool { start == end }

  /// Goes on behind some bytes, if they stand here.
  mutating func take(_ expected: [UInt8]) -> Bool { text().map { $0 == expected } ?? false }

  mutating func text() -> [UInt8]? {
    guard let count = number(), let range = take(count) else { return nil }
    return Array(bytes[range])
  }

  private mutating func number() -> Int? {
    guard let range = take(8) else { return nil }
    return bytes.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: range.lowerBound, as: Int.self)
    }
  }

  private mutating func take(_ count: Int) -> Range<Int>? {
    guard count >= 0, count <= end - start else { return nil }
    defer { start += count }
    return start..<(start + count)
  }

  /// A path or name up to its zero, as a range of bytes with the zero.
  private mutating func name() -> Range<Int>? {
    guard let zero = bytes[start..<end].firstIndex(of: 0) else { return nil }
    return take(zero + 1 - start)
  }

  /// Looks at a list of files. `base` stands before each path.
  mutating func files(
    below base: String, followingLinks: Bool
  ) -> (count: Int, areUnchanged: Bool)? {
    guard let count = number() else { return nil }
    var (seen, areUnchanged) = (0, true)
    while seen < count {
      guard let own = number(), own > 0, let folder = name() else { return nil }
      let path = base + text(folder)
      let descriptor =
        path.isEmpty ? AT_FDCWD : open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      defer { if descriptor >= 0 { close(descriptor) } }
      for _ in 0..<own {
        guard let stamp = take(MemoryLayout<FileStamp>.size), let mark = take(1) else { return nil }
        let hasDigest = bytes[mark.lowerBound] != 0
        let digest = hasDigest ? take(Digest.size) : nil
        guard let name = name(), hasDigest == (digest != nil) else { return nil }
        guard areUnchanged else { continue }
        let expected = bytes.withUnsafeBytes {
          $0.loadUnaligned(fromByteOffset: stamp.lowerBound, as: FileStamp.self)
        }
        areUnchanged =
          now(path, name, descriptor, followingLinks) == expected
          && digest.map { holds($0, path + text(name)) } ?? true
      }
      seen += own
    }
    return seen == count ? (count, areUnchanged) : nil
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].dropLast(), as: UTF8.self)
  }

  /// The stamp of a file as it is now. A folder that may not be listed may hold files that may be read.
  private func now(
    _ folder: String, _ name: Range<Int>, _ descriptor: Int32, _ followingLinks: Bool
  ) -> FileStamp {
    guard descriptor == AT_FDCWD || descriptor >= 0, name.count > 1 else {
      return FileStamp(of: folder + text(name), followingLinks: followingLinks)
    }
    return bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return .absent }
      let name = (start + name.lowerBound).assumingMemoryBound(to: CChar.self)
      return FileStamp(of: name, in: descriptor, followingLinks: followingLinks)
    }
  }

  /// Whether a file holds what a digest says.
  private func holds(_ digest: Range<Int>, _ path: String) -> Bool {
    let found = (try? PosixFileSystem().digest(of: path)) ?? nil
    return found?.withUnsafeBytes { $0.elementsEqual(bytes[digest]) } ?? false
  }
}
