/// A file that can be made: its path, which is known before, and how its bytes come about.
///
/// A generator lists its files and makes none, so that all of them never have to be in memory at once and those who
/// write them can make several at a time.
package struct PlannedFile: Sendable {
  package let path: String

  private let making: Making
  private let makeBasis: (@Sendable () -> Digest)?

  private enum Making: Sendable {
    case whole(@Sendable () -> [UInt8])
    case wholeAt(@Sendable (String) -> [UInt8])
    case pieces(@Sendable (any FilePieces) -> Void)
  }

  /// `path` is as that of an `OutputFile`. `make` returns the same bytes each time.
  ///
  /// `basis` is for a file that shows something of very many things, such as the words that begin with a letter: a digest of just
  /// what it shows of them. If it is the same as in an earlier build, so is the file, as far as these things go.
  package init(
    path: String, basis: (@Sendable () -> Digest)? = nil,
    make: @escaping @Sendable () -> [UInt8]
  ) {
    self.init(path: path, .whole(make), basis)
  }

  /// The same for one of tens of thousands that are made of their paths, so that none has to hold on to its own.
  package init(
    path: String, basis: (@Sendable () -> Digest)? = nil,
    makeAt make: @escaping @Sendable (String) -> [UInt8]
  ) {
    self.init(path: path, .wholeAt(make), basis)
  }

  /// A file that is never in memory as a whole: `give` hands over one piece after another, the same each time.
  package init(path: String, pieces give: @escaping @Sendable (any FilePieces) -> Void) {
    self.init(path: path, .pieces(give), nil)
  }

  private init(path: String, _ making: Making, _ basis: (@Sendable () -> Digest)?) {
    precondition(OutputFile.staysInside(path), "an output path leaves its folder: \(path)")
    self.path = path
    self.making = making
    makeBasis = basis
  }

  /// A file whose bytes are there already.
  package init(_ file: OutputFile) {
    self.init(path: file.path) { file.bytes }
  }

  /// The digest of what it shows of very many things; nil if it has none.
  package var basis: Digest? { makeBasis?() }

  /// Whether it comes in pieces, as files do that grow with the whole framework.
  package var isLarge: Bool {
    if case .pieces = making { true } else { false }
  }

  /// Makes the bytes.
  package func bytes() -> [UInt8] {
    switch making {
    case .whole(let make): return make()
    case .wholeAt(let make): return make(path)
    case .pieces:
      var bytes: [UInt8] = []
      forEachPiece { bytes += $0 }
      return bytes
    }
  }

  /// Makes the bytes piece by piece.
  package func forEachPiece(_ body: ([UInt8]) -> Void) {
    withoutActuallyEscaping(body) { give(to: MadePieces($0)) }
  }

  /// Hands over the pieces; the bytes as one, if it comes in none.
  package func give(to pieces: some FilePieces) {
    switch making {
    case .whole(let make): pieces.take(bytes: make)
    case .wholeAt(let make): pieces.take { FilePiece(make(path)) }
    case .pieces(let give): give(pieces)
    }
  }
}
