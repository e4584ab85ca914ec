import Model
import Output
import Testing

@testable import Workspace

@Suite struct `A large file of which pieces are taken over` {
  /// Pieces of many lengths, of which one tells the sum of the notes before it and is always made.
  private static func give(_ texts: [[UInt8]], to pieces: some FilePieces, made: inout [Int]) {
    var notes: UInt64 = 0
    for (number, text) in texts.enumerated() {
      var isMade = false
      notes &+=
        pieces.take {
          isMade = true
          return FilePiece(text, note: UInt64(text.count))
        }.note
      if isMade { made.append(number) }
      if number % 3 == 2 { pieces.take(made: Array("\(notes)".utf8)) }
    }
  }

  private struct Taken {
    var bytes: [UInt8] = []
    var result = TakenPieces.Result()
    var made: [Int] = []
  }

  private static func take(_ texts: [[UInt8]], _ former: FormerPieces?, keeps: Bool) -> Taken {
    var taken = Taken()
    var bytes: [UInt8] = []
    withoutActuallyEscaping({ (piece: [UInt8]) in bytes += piece }) { add in
      let pieces = TakenPieces(former, keepsBytes: keeps, add)
      give(texts, to: pieces, made: &taken.made)
      taken.result = pieces.finish()
    }
    taken.bytes = bytes
    return taken
  }

  private static func former(_ taken: Taken, touched: (Int) -> Bool, cut: Int = 0) -> FormerPieces {
    var (pieces, end, text) = ([FormerPieces.Piece](), 0, 0)
    for (number, piece) in taken.result.pieces.enumerated() {
      // Each fourth is one that is always made.
      let isText = number % 4 != 3
      pieces.append(
        FormerPieces.Piece(
          range: end..<(end + piece.size), note: piece.note, state: piece.state, reading: number,
          isTouched: isText && touched(text)))
      if isText { text += 1 }
      end += piece.size
    }
    return FormerPieces(file: FileParts(Array(taken.bytes.dropLast(cut))), pieces: pieces)
  }

  private static let texts = [0, 1, 63, 64, 65, 500, 128, 0, 70_000, 3].map { count in
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ count) }
  }

  @Test(arguments: 0...texts.count, [false, true])
  func `comes out as if all were made`(changed: Int, keeps: Bool) {
    let old = Self.take(Self.texts, nil, keeps: keeps)
    for change in [[], [7, 7], [UInt8](repeating: 1, count: 500)] {
      var texts = Self.texts
      if changed < texts.count { texts[changed] = change }
      let expected = Self.take(texts, nil, keeps: keeps)
      let taken = Self.take(
        texts, Self.former(old) { $0 == changed }, keeps: keeps)
      #expect(taken.bytes == expected.bytes && !taken.result.isBroken)
      #expect(taken.made == (changed < texts.count ? [changed] : []))
      #expect(taken.result.digester.count == expected.bytes.count)
      #expect(taken.result.digester.digest() == Digest(of: expected.bytes))
      #expect(taken.result.bytes == (keeps ? expected.bytes : []))
      #expect(taken.result.pieces.map(\.size) == expected.result.pieces.map(\.size))
      #expect(taken.result.pieces.map(\.note) == expected.result.pieces.map(\.note))
      #expect(
        taken.result.pieces.map(\.state.numbers) == expected.result.pieces.map(\.state.numbers))
    }
  }

  @Test func `tells that pieces of the last build cannot be read`() {
    let old = Self.take(Self.texts, nil, keeps: false)
    let former = Self.former(old, touched: { $0 == 9 }, cut: 5_000)
    #expect(Self.take(Self.texts, former, keeps: false).result.isBroken)
  }
}
