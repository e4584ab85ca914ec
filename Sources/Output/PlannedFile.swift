/// A file that can be made: its path, which is known before, and how its bytes come about.
///
/// A generator lists its files and makes none, so that all of them never have to be in memory at once and those who
/// write them can make several at a time.
package struct PlannedFile: Sendable {
  package let path: String

  /// Whether it comes in pieces, as files do that grow with the whole framework.
  package let isLarge: Bool

  private let make: @Sendable (_ give: ([UInt8]) -> Void) -> Void

  /// `path` is as that of an `OutputFile`. `make` returns the same bytes each time.
  package init(path: String, make: @escaping @Sendable () -> [UInt8]) {
    self.init(path: path, isLarge: false) { give in give(make()) }
  }

  /// A file that is never in memory as a whole: `pieces` gives one piece after another, the same each time.
  package init(path: String, pieces: @escaping @Sendable (_ give: ([UInt8]) -> Void) -> Void) {
    self.init(path: path, isLarge: true, pieces)
  }

  private init(
    path: String, isLarge: Bool, _ make: @escaping @Sendable (_ give: ([UInt8]) -> Void) -> Void
  ) {
    precondition(OutputFile.staysInside(path), "an output path leaves its folder: \(path)")
    self.path = path
    self.isLarge = isLarge
    self.make = make
  }

  /// A file whose bytes are there already.
  package init(_ file: OutputFile) {
    self.init(path: file.path) { file.bytes }
  }

  /// Makes the bytes.
  package func bytes() -> [UInt8] {
    var bytes: [UInt8] = []
    make { bytes = bytes.isEmpty ? $0 : bytes + $0 }
    return bytes
  }

  /// Makes the bytes piece by piece.
  package func forEachPiece(_ body: ([UInt8]) -> Void) { make(body) }

  /// How long pieces should be, in bytes: long enough to be worth a call of the system.
  package static let pieceSize = 256 << 10
}

extension ByteBuffer {
  /// What has been written since the last call, so that a large file can be handed over in pieces; nil if that is less
  /// than a piece.
  package mutating func nextPiece() -> [UInt8]? {
    guard count >= PlannedFile.pieceSize else { return nil }
    var piece = ByteBuffer(reserving: PlannedFile.pieceSize + PlannedFile.pieceSize / 4)
    swap(&piece, &self)
    return piece.bytes
  }
}
