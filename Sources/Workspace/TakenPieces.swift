internal import Model
internal import Output

/// Takes the pieces of a file and gives them to the disk: those of the last build where they are still the same.
///
/// As long as all are the same from the file's beginning on, nothing is looked at: what the file's digester has left of them is
/// remembered, and they are copied once it is known how many there are.
final class TakenPieces: FilePieces {
  private let former: FormerPieces?
  private let keepsBytes: Bool
  private let give: ([UInt8]) -> Void

  private var result = Result()

  /// Whether all until now are as they were, and not yet copied.
  private var isAsItWas: Bool

  /// How much is copied at once, in bytes.
  private static let copySize = 64 << 10

  /// What is known once all are taken.
  struct Result {
    var digester = Digester()
    var pieces: [BuildMemory.Piece] = []

    /// All of them, if they are kept.
    var bytes: [UInt8] = []

    /// Whether pieces of the last build could not be read, so that some are missing.
    var isBroken = false
  }

  init(_ former: FormerPieces?, keepsBytes: Bool, _ give: @escaping ([UInt8]) -> Void) {
    (self.former, self.keepsBytes, self.give) = (former, keepsBytes, give)
    isAsItWas = former != nil && !keepsBytes
    // Nearly as long as before.
    if keepsBytes, let former { result.bytes.reserveCapacity(former.file.size + 4096) }
  }

  func take(_ make: () -> FilePiece) -> (size: Int, note: UInt64) {
    if let piece = nextFormer, !piece.isTouched {
      if isAsItWas { return keep(piece) }
      if let bytes = former?.file.read(piece.range) {
        return add(FilePiece(bytes, note: piece.note), .former(piece.reading))
      }
    }
    let (piece, reading) = Reading.noting(make)
    return add(piece, .new(reading))
  }

  func take(made bytes: [UInt8]) {
    if isAsItWas, let piece = nextFormer, piece.range.count == bytes.count,
      former?.file.read(piece.range).map({ areEqual($0, bytes) }) == true
    {
      _ = keep(piece)
    } else {
      _ = add(FilePiece(bytes), .new(Reading()))
    }
  }

  /// What is known of all pieces, when there are no more.
  func finish() -> Result {
    copyWhatIsAsItWas()
    // Those that are kept are given at once: a page may have a thousand pieces.
    if keepsBytes { give(result.bytes) }
    return result
  }

  /// The piece of the last build that stood where the next one goes.
  private var nextFormer: FormerPieces.Piece? {
    former.flatMap { former in
      let number = result.pieces.count
      return number < former.pieces.count ? former.pieces[number] : nil
    }
  }

  private func keep(_ piece: FormerPieces.Piece) -> (size: Int, note: UInt64) {
    result.pieces.append(
      BuildMemory.Piece(
        size: piece.range.count, note: piece.note, state: piece.state,
        reading: .former(piece.reading)))
    return (piece.range.count, piece.note)
  }

  private func add(
    _ piece: FilePiece, _ reading: BuildMemory.NotedReading
  ) -> (size: Int, note: UInt64) {
    copyWhatIsAsItWas()
    let (size, state) = (piece.bytes.count, result.digester.state)
    result.digester.add(piece.bytes)
    if keepsBytes { result.bytes += piece.bytes } else { give(piece.bytes) }
    result.pieces.append(
      BuildMemory.Piece(size: size, note: piece.note, state: state, reading: reading))
    return (size, piece.note)
  }

  /// Copies all pieces until now from the last build, if they are as they were and not yet copied.
  private func copyWhatIsAsItWas() {
    guard isAsItWas, let former else { return }
    isAsItWas = false
    guard let last = former.pieces.prefix(result.pieces.count).last else { return }
    // The state is that behind the last whole block before the piece.
    let blocks = last.range.lowerBound / Digester.blockSize
    result.digester = Digester(last.state, blocks: blocks)
    let digestStart = blocks * Digester.blockSize
    copy(0..<digestStart, from: former.file, isDigested: false)
    copy(digestStart..<last.range.upperBound, from: former.file, isDigested: true)
  }

  private func copy(_ range: Range<Int>, from file: FileParts, isDigested: Bool) {
    var rest = range
    while !rest.isEmpty {
      let part = rest.prefix(TakenPieces.copySize)
      guard let bytes = file.read(part) else {
        result.isBroken = true
        return
      }
      if isDigested { result.digester.add(bytes) }
      give(bytes)
      rest = part.upperBound..<rest.upperBound
    }
  }
}
