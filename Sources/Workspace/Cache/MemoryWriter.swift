/// Writes a memory piece by piece, so that the whole of it is never held beside all that it tells of.
struct MemoryWriter {
  private let give: ([UInt8]) -> Void
  private var piece: [UInt8] = []
  private var check = MemoryCheck()

  /// In bytes: a multiple of what `MemoryCheck` takes at once.
  private static let pieceSize = 32 << 10

  init(_ give: @escaping ([UInt8]) -> Void) {
    self.give = give
    piece.reserveCapacity(MemoryWriter.pieceSize)
  }

  mutating func write(_ numbers: some Sequence<UInt64>) {
    for number in numbers { withUnsafeBytes(of: number) { write($0) } }
  }

  /// The same for many numbers.
  mutating func write(all numbers: [UInt64]) { numbers.withUnsafeBytes { write($0) } }

  mutating func write(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = min(rest.count, MemoryWriter.pieceSize - piece.count)
      piece.append(contentsOf: rest.prefix(count))
      rest = rest.dropFirst(count)
      if piece.count == MemoryWriter.pieceSize { givePiece() }
    }
  }

  /// Writes the check of all that was written, which is the last of a memory.
  consuming func finish() {
    givePiece()
    write([check.value])
    give(piece)
  }

  private mutating func givePiece() {
    piece.withUnsafeBytes { check.add($0) }
    give(piece)
    piece.removeAll(keepingCapacity: true)
  }
}

/// A number that differs if anything of a memory is missing or damaged.
///
/// Four numbers are worked on side by side, since each step has to wait for the one before.
struct MemoryCheck {
  private var lanes = SIMD4<UInt64>(
    0x9e37_79b9_7f4a_7c15, 0x6a09_e667_f3bc_c908, 0xbb67_ae85_84ca_a73b, 0x3c6e_f372_fe94_f82b)
  private var count: UInt64 = 0

  /// Takes the next bytes: a multiple of 32 of them, but for the last.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    precondition(count % 32 == 0, "nothing comes behind the last bytes")
    count += UInt64(bytes.count)
    var index = 0
    while index + 32 <= bytes.count {
      let words = bytes.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
      for lane in 0..<4 { lanes[lane] = MemoryCheck.mixed(lanes[lane], words[lane]) }
      index += 32
    }
    for byte in bytes[index...] { lanes[0] = MemoryCheck.mixed(lanes[0], UInt64(byte)) }
  }

  /// That of all bytes until now.
  var value: UInt64 {
    (0..<4).reduce(count) { MemoryCheck.mixed($0, lanes[$1]) }
  }

  /// That of bytes which are all there.
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var check = MemoryCheck()
    check.add(bytes)
    return check.value
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
    return product ^ product &>> 32
  }
}
