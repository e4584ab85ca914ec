internal import Hypertext
internal import Model
internal import Output
internal import Synchronization
internal import Threads

extension OutputFolder {
  /// Makes a file that is never in memory as a whole. It is staged before it is known whether it differs.
  ///
  /// Pieces that nothing has changed for are copied from the file of the last build.
  func makeInPieces(_ file: PlannedFile, place: Int?, _ run: Run) throws -> MadeFile {
    let isPage = file.path.hasSuffix(".html")
    let former = run.reuses ? try place.flatMap { try formerPieces(of: file, $0, run) } : nil
    let staged = staged(file.path, place: place, run.newFolders)
    var taken = TakenPieces.Result()
    let (newStamp, reading) = try Reading.noting {
      try fileSystem.write(to: staged) { give in
        withoutActuallyEscaping(give) { give in
          let pieces = TakenPieces(former, keepsBytes: isPage, give)
          file.give(to: pieces)
          taken = pieces.result
        }
      }
    }
    let entry = Manifest.Entry(
      path: file.path, size: taken.digester.count, digest: taken.digester.digest())
    run.links.add(path: file.path)
    if isPage { try addLinks(of: taken.bytes, file.path, run) }
    if let former { run.replaced.keep(former.file) }
    func made(_ whereabouts: Whereabouts, _ stamp: FileStamp?) -> MadeFile {
      MadeFile(
        place: place, entry: entry, whereabouts: whereabouts, stamp: stamp, reading: .new(reading),
        pieces: taken.pieces)
    }
    if let place, run.newFolders.hold(place) { return made(.inNewFolder, newStamp) }
    if let place, let intact = run.former?.intact(place) {
      return intact.digest == entry.digest ? made(.inPlace, intact.stamp) : made(.staged, newStamp)
    }
    let stamp = settledStamp(of: file.path)
    if let existing = try existingDigest(file.path) {
      if existing == entry.digest { return made(.inPlace, stamp) }
      guard run.owns(file.path, place: place) else { throw ForeignFile(path: path(file.path)) }
    }
    return made(.staged, newStamp)
  }

  /// A page that comes in pieces is one that can be held in memory.
  private func addLinks(of bytes: [UInt8], _ path: String, _ run: Run) throws {
    let links = PageLinks(bytes, path: path)
    if run.reuses, let former = try existing(path) {
      run.links.add(links, insteadOf: PageLinks(former, path: path))
    } else {
      run.links.add(links)
    }
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

/// Takes the pieces of a file and gives them to the disk: those of the last build where they are still the same.
private final class TakenPieces: FilePieces {
  private let former: FormerPieces?
  private let keepsBytes: Bool
  private let give: ([UInt8]) -> Void

  private(set) var result = Result()

  /// What is known once all are taken.
  struct Result {
    var digester = Digester()
    var pieces: [BuildMemory.Piece] = []

    /// All of them, if they are kept.
    var bytes: [UInt8] = []
  }

  init(_ former: FormerPieces?, keepsBytes: Bool, _ give: @escaping ([UInt8]) -> Void) {
    (self.former, self.keepsBytes, self.give) = (former, keepsBytes, give)
  }

  func take(_ make: () -> FilePiece) -> (size: Int, note: UInt64) {
    let number = result.pieces.count
    if let former, number < former.pieces.count, !former.pieces[number].isTouched {
      let piece = former.pieces[number]
      if let bytes = former.file.read(piece.range) {
        return add(FilePiece(bytes, note: piece.note), .former(piece.reading))
      }
    }
    let (piece, reading) = Reading.noting(make)
    return add(piece, .new(reading))
  }

  func take(made bytes: [UInt8]) { add(FilePiece(bytes), .new(Reading())) }

  @discardableResult
  private func add(
    _ piece: FilePiece, _ reading: BuildMemory.NotedReading
  ) -> (size: Int, note: UInt64) {
    result.digester.add(piece.bytes)
    give(piece.bytes)
    if keepsBytes { result.bytes += piece.bytes }
    let size = piece.bytes.count
    result.pieces.append(BuildMemory.Piece(size: size, note: piece.note, reading: reading))
    return (size, piece.note)
  }
}
