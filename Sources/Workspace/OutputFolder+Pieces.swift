internal import Model
internal import Output
internal import Synchronization
internal import Threads

extension OutputFolder {
  /// Makes a file that is never in memory as a whole. It is staged before it is known whether it differs.
  ///
  /// Pieces that nothing has changed for are copied from the file of the last build.
  func makeInPieces(_ file: PlannedFile, place: Int?, _ run: Run) throws -> MadeFile {
    let former = run.reuses ? try place.flatMap { try formerPieces(of: file, $0, run) } : nil
    if let former {
      defer { run.replaced.keep(former.file) }
      if let made = try makeInPieces(file, place: place, former, run) { return made }
    }
    guard let made = try makeInPieces(file, place: place, nil, run) else {
      preconditionFailure("nothing is copied")
    }
    return made
  }

  /// The same with pieces of the last build; nil if these cannot be read.
  private func makeInPieces(
    _ file: PlannedFile, place: Int?, _ former: FormerPieces?, _ run: Run
  ) throws -> MadeFile? {
    let isPage = file.path.hasSuffix(".html")
    let staged = staged(file.path, place: place, run.newFolders)
    var taken = TakenPieces.Result()
    let (newStamp, reading) = try Reading.noting {
      try fileSystem.write(to: staged) { give in
        withoutActuallyEscaping(give) { give in
          let pieces = TakenPieces(former, keepsBytes: isPage, give)
          file.give(to: pieces)
          taken = pieces.finish()
        }
      }
    }
    guard !taken.isBroken else { return nil }
    let entry = Manifest.Entry(
      path: file.path, size: taken.digester.count, digest: taken.digester.digest())
    let intact = place.flatMap { run.former?.intact($0) }
    // A page that comes in pieces is one that can be held in memory.
    let links = try noteLinks(of: taken.bytes, file.path, insteadOf: intact?.links, run)
    func made(_ whereabouts: Whereabouts, _ stamp: FileStamp?) -> MadeFile {
      MadeFile(
        place: place, whereabouts: whereabouts, entry: entry, stamp: stamp ?? .unsettled,
        reading: .new(reading), details: BuildMemory.Details(pieces: taken.pieces), links: links)
    }
    if let place, run.newFolders.hold(place) { return made(.inNewFolder, newStamp) }
    if let intact {
      return intact.digest == entry.digest ? made(.inPlace, intact.stamp) : made(.staged, newStamp)
    }
    let stamp = settledStamp(of: file.path)
    if let existing = try existingDigest(file.path) {
      if existing == entry.digest { return made(.inPlace, stamp) }
      guard run.owns(file.path, place: place) else { throw ForeignFile(path: path(file.path)) }
    }
    return made(.staged, newStamp)
  }

  /// The pieces of the file that stands there, if any of them can be used.
  private func formerPieces(
    of file: PlannedFile, _ place: Int, _ run: Run
  ) throws -> FormerPieces? {
    guard let former = run.former, let pieces = former.pieces(of: place),
      let parts = try existingParts(of: file.path), parts.size == pieces.last?.range.upperBound
    else { return nil }
    return FormerPieces(file: parts, pieces: pieces)
  }
}

/// The pieces of a file as the last build left it.
struct FormerPieces {
  let file: FileParts
  let pieces: [Piece]

  struct Piece {
    /// Where it stands in the file.
    let range: Range<Int>
    let note: UInt64

    /// That of the file's digester where it begins.
    let state: DigestState

    /// The number of its reading in the memory of that build.
    let reading: Int

    /// Whether it would come out otherwise now.
    let isTouched: Bool
  }
}

/// Large files of the last build that stay open while others come in their place: the system gives back what they take when they are
/// closed, which a thread of its own then does.
final class ReplacedFiles: Sendable {
  /// How many are kept open at most, and from which size in bytes it pays.
  private static let most = 32
  private static let leastSize = 1 << 20

  private let files = Mutex<[FileParts]>([])

  /// Keeps a file open.
  func keep(_ file: FileParts) {
    guard file.size >= ReplacedFiles.leastSize else { return }
    files.withLock { if $0.count < ReplacedFiles.most { $0.append(file) } }
  }

  /// Closes them all, beside what comes next.
  func letGo() {
    var files: [FileParts]? = files.withLock { files in
      defer { files = [] }
      return files
    }
    if files?.isEmpty == false { Concurrency.letGo(of: &files) }
  }
}
