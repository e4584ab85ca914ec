internal import Output

/// The pieces of outputs, as a memory keeps them: of each the number of its output, its size, its note, and where the digester stood
/// at its beginning, in ascending order of the outputs.
struct MemoryPieces {
  /// How many numbers each has.
  static let width = 7

  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Which of them belong to some outputs.
  func ofOutputs(_ range: Range<Int>) -> Range<Int> {
    place(of: range.lowerBound)..<place(of: range.upperBound)
  }

  /// How many belong to the outputs before.
  private func place(of number: Int) -> Int {
    firstPlace(below: bytes.count / (8 * MemoryPieces.width)) {
      bytes.word(MemoryPieces.width * $0) >= number
    }
  }

  subscript(place: Int) -> (output: Int, size: Int, note: UInt64, state: DigestState) {
    func word(_ index: Int) -> UInt64 { bytes.word(MemoryPieces.width * place + index) }
    return (Int(word(0)), Int(word(1)), word(2), DigestState(word(3), word(4), word(5), word(6)))
  }
}

/// The bases of outputs, as a memory keeps them: of each the number of its output and a digest, in ascending order of the outputs.
struct MemoryBases {
  /// How many bytes each has.
  static let width = 40

  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Where the digest of an output stands among them; nil if it has none.
  func ofOutput(_ number: Int) -> Int? {
    let place = place(of: number)
    guard place < count, output(at: place) == number else { return nil }
    return digest(at: place)
  }

  /// Which of them belong to some outputs.
  func ofOutputs(_ range: Range<Int>) -> Range<Int> {
    place(of: range.lowerBound)..<place(of: range.upperBound)
  }

  /// The number of its output.
  func output(at place: Int) -> Int { Int(bytes.word(MemoryBases.width / 8 * place)) }

  /// Where its digest stands.
  func digest(at place: Int) -> Int { MemoryBases.width * place + 8 }

  private var count: Int { bytes.count / MemoryBases.width }

  /// How many belong to the outputs before.
  private func place(of number: Int) -> Int {
    firstPlace(below: count) { output(at: $0) >= number }
  }
}

/// How often addresses are linked to, as a memory keeps it: of each the hash and the count, in ascending order of the hashes.
struct MemoryLinks {
  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var count: Int { bytes.count / 16 }

  subscript(place: Int) -> (hash: UInt64, count: Int32) {
    (
      bytes.loadUnaligned(fromByteOffset: 16 * place, as: UInt64.self),
      bytes.loadUnaligned(fromByteOffset: 16 * place + 8, as: Int32.self)
    )
  }
}

extension UnsafeRawBufferPointer {
  /// A number of eight bytes.
  fileprivate func word(_ index: Int) -> UInt64 {
    loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)
  }
}
