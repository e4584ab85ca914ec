internal import Glibc
internal import Output
internal import Threads

/// What is remembered of the last build of an output folder.
package struct Recollection: Sendable {
  let reader: MemoryReader

  /// The output folder, as the command names it.
  let folder: String

  /// By output, whether it is as the last build left it, if that is being looked at on a thread of its own.
  private var pending: Pending<[Bool]>?

  init(reader: MemoryReader, folder: String) { (self.reader, self.folder) = (reader, folder) }

  /// What the last build wrote to standard output and standard error.
  package var output: [UInt8] { Array(reader.output) }
  package var errors: [UInt8] { Array(reader.errors) }

  package var headline: String { String(decoding: reader.headline, as: UTF8.self) }

  /// How many files the last build made, the manifest not counted.
  package var fileCount: Int { reader.outputCount - 1 }

  /// What a look at all files says.
  package enum Look {
    case changed

    /// Another build would do nothing: each file and folder that was read, and each file that was written, is as it was then.
    case current

    /// The same, though some files had to be read to know it. Had they been changed since a certain moment, their stamps would
    /// be others, so that they need not be read again.
    case currentSince(Int64)

    package var isChanged: Bool {
      if case .changed = self { true } else { false }
    }
  }

  package func look() -> Look {
    let moment = FileStamp.now
    guard inputsAreCurrent else { return .changed }
    let outputs = findings()
    if outputs.contains(.changed) { return .changed }
    return outputs.contains(.sameAndSettled) ? .currentSince(moment) : .current
  }

  private var inputsAreCurrent: Bool {
    let reader = reader
    return Recollection.inParts(of: reader.inputCount) { range in
      reader.withEntries(ofInputs: range) { entries in
        var looks = FolderLooks(base: "", followsLinks: true)
        return (0..<entries.count).map { looks.stamp(entries, at: $0) == entries.stamp(at: $0) }
      }
    }.allSatisfy { $0 }
  }

  /// By output: whether it is as the last build left it.
  func intactOutputs() -> [Bool] { pending?.value ?? findings().map { $0 != .changed } }

  /// Begins to look at the outputs if there are many, beside what comes before they are asked for: while files are read, one core
  /// waits for the other.
  package mutating func beginToLook() {
    guard reader.outputCount >= Recollection.manyOutputs else { return }
    pending = Pending { [self] in findings(among: 0..<reader.outputCount).map { $0 != .changed } }
  }

  /// How many outputs take longer to look at than another core takes to wake.
  private static let manyOutputs = 1_000

  private enum Finding {
    case changed
    case same

    /// It had to be read to know that it is the same; and another change would be seen by its stamp.
    case sameAndSettled
  }

  private func findings() -> [Finding] {
    let recollection = self
    return Recollection.inParts(of: reader.outputCount) { recollection.findings(among: $0) }
  }

  private func findings(among range: Range<Int>) -> [Finding] {
    let now = FileStamp.now
    return reader.withEntries(ofOutputs: range) { entries in
      var looks = FolderLooks(base: folder + "/", followsLinks: false)
      return (0..<entries.count).map { index in
        let stamp = looks.stamp(entries, at: index)
        guard stamp == entries.stamp(at: index) else { return .changed }
        if stamp.isSettledInPlace(movedAfter: reader.moment) { return .same }
        guard holdsWhatWasWritten(range.lowerBound + index) else { return .changed }
        return stamp.isSettledInPlace(movedAfter: now) ? .sameAndSettled : .same
      }
    }
  }

  /// Whether an output has the digest that is remembered.
  private func holdsWhatWasWritten(_ number: Int) -> Bool {
    let path = folder + "/" + reader.path(ofOutput: number)
    guard let digest = try? PosixFileSystem().digest(of: path) else { return false }
    return digest == reader.digest(ofOutput: number)
  }

  /// What a function makes of all numbers below `count`, which gets some of them at a time.
  private static func inParts<Result: Sendable>(
    of count: Int, _ look: @escaping @Sendable (Range<Int>) -> [Result]
  ) -> [Result] {
    let share = 512
    return Concurrency.map(count: (count + share - 1) / share, stride: 1) { part in
      look((part * share)..<min((part + 1) * share, count))
    }.flatMap { $0 }
  }
}

/// Looks at files of which most are in the same folder as the one before, which is kept open: the system then has one name to
/// find for each, and not a path.
private struct FolderLooks: ~Copyable {
  /// What stands before each path.
  private let base: String

  /// Whether what a link leads to is looked at, and not the link.
  private let followsLinks: Bool

  /// The folder that is open, by its place among the names, and what it is open as.
  private var current: Int?
  private var descriptor: Int32 = AT_FDCWD

  init(base: String, followsLinks: Bool) {
    (self.base, self.followsLinks) = (base, followsLinks)
  }

  deinit { close() }

  /// The stamp of a file as it is now.
  mutating func stamp(_ entries: borrowing StoredEntries, at index: Int) -> FileStamp {
    let path = entries.path(at: index)
    if current != path.place {
      close()
      let folder = base + String(cString: path.folder)
      descriptor = folder.isEmpty ? AT_FDCWD : open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      current = path.place
    }
    let isOnlyFolder = path.name.pointee == 0
    // A folder that may not be listed may hold files that may be read.
    if isOnlyFolder || descriptor == -1 && followsLinks {
      return FileStamp(of: base + String(cString: path.folder) + String(cString: path.name))
    }
    if descriptor == -1 { return .absent }
    return FileStamp(of: path.name, in: descriptor, followingLinks: followsLinks)
  }

  private func close() {
    if descriptor >= 0 { _ = Glibc.close(descriptor) }
  }
}
