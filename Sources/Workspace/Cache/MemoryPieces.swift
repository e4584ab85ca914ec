/// The pieces of outputs, as a memory keeps them: of each the number of its output, its size and its note, in ascending order of the
/// outputs.
struct MemoryPieces {
  /// How many numbers each has.
  static let width = 3

  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Which of them belong to an output.
  func ofOutput(_ number: Int) -> Range<Int> {
    let start = place(of: number)
    return start..<place(of: number + 1)
  }

  /// How many belong to the outputs before.
  private func place(of number: Int) -> Int {
    firstPlace(below: bytes.count / (8 * MemoryPieces.width)) {
      bytes.word(MemoryPieces.width * $0) >= number
    }
  }

  subscript(place: Int) -> (size: Int, note: UInt64) {
    let start = MemoryPieces.width * place
    return (Int(bytes.word(start + 1)), bytes.word(start + 2))
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
    let count = bytes.count / MemoryBases.width
    let place = firstPlace(below: count) { bytes.word(MemoryBases.width / 8 * $0) >= number }
    guard place < count, bytes.word(MemoryBases.width / 8 * place) == number else { return nil }
    return MemoryBases.width * place + 8
  }
}

extension UnsafeRawBufferPointer {
  /// A number of eight bytes.
  fileprivate func word(_ index: Int) -> UInt64 {
    loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)
  }
}

/// The first number from zero on for which something holds, if it also holds for all behind; or `count` if it holds for none.
private func firstPlace(below count: Int, where holds: (Int) -> Bool) -> Int {
  var (start, end) = (0, count)
  while start < end {
    let middle = (start + end) / 2
    if holds(middle) { end = middle } else { start = middle + 1 }
  }
  return start
}
