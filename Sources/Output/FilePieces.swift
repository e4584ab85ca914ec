/// A part of a large file, and a number that says of it what the file's end has to know.
package struct FilePiece: Sendable {
  package let bytes: [UInt8]

  /// Zero for most; a check of what was packed, for instance.
  package let note: UInt64

  package init(_ bytes: [UInt8], note: UInt64 = 0) {
    self.bytes = bytes
    self.note = note
  }
}

/// Takes the pieces of a large file, one after another.
///
/// Whoever takes them may have a piece already, as it stands in the file of an earlier build: then it is not made. So `make` has to
/// read all texts that its piece is made of, and must not depend on what making another has left behind; and a file has the same
/// pieces as long as only texts change.
package protocol FilePieces: AnyObject {
  /// Takes the next piece, and tells how many bytes it has, and its note.
  @discardableResult
  func take(_ make: () -> FilePiece) -> (size: Int, note: UInt64)

  /// Takes what is made already, be it of the notes of pieces before.
  func take(made bytes: [UInt8])
}

extension FilePieces {
  package func take(bytes make: () -> [UInt8]) { take { FilePiece(make()) } }
}

extension Array {
  /// The elements in parts that make a piece each: so few that one which has changed is made anew at once, and so many that no
  /// file has more than some hundred pieces.
  package var inPieces: [ArraySlice<Element>] {
    stride(from: 0, to: count, by: 64).map { self[$0..<Swift.min($0 + 64, count)] }
  }
}

/// Hands each piece on as soon as it is made.
final class MadePieces: FilePieces {
  private let give: ([UInt8]) -> Void

  init(_ give: @escaping ([UInt8]) -> Void) { self.give = give }

  func take(_ make: () -> FilePiece) -> (size: Int, note: UInt64) {
    let piece = make()
    give(piece.bytes)
    return (piece.bytes.count, piece.note)
  }

  func take(made bytes: [UInt8]) { give(bytes) }
}
