internal import CZlib
internal import Output

/// A ZIP archive (PKWARE's APPNOTE 6.3) of small files with names in ASCII. No clock: every entry is of 1 January 1980,
/// the first day that the format knows.
struct ZipArchive {
  private var buffer = ByteBuffer()
  private var directory = ByteBuffer()
  private var count = 0

  private static let firstDay = 0 << 9 | 1 << 5 | 1

  mutating func add(_ name: String, _ content: [UInt8]) {
    add(name) { give in give(content) }
  }

  /// Adds a file that comes in pieces and is never in memory as a whole.
  mutating func add(_ name: String, pieces: (_ give: ([UInt8]) -> Void) -> Void) {
    let packing = Packing()
    pieces(packing.add)
    packing.finish()
    let offset = buffer.count
    buffer.append32(0x0403_4B50)
    appendFacts(name, packing, to: &buffer)
    buffer.append(raw: name)
    buffer.append(raw: packing.packed[...])
    directory.append32(0x0201_4B50)
    directory.append16(20)
    appendFacts(name, packing, to: &directory)
    // No comment, on the first disk, no attributes of the file.
    for value in [0, 0, 0] { directory.append16(value) }
    directory.append32(0)
    directory.append32(offset)
    directory.append(raw: name)
    count += 1
  }

  consuming func finish() -> [UInt8] {
    let start = buffer.count
    buffer.append(raw: directory.bytes[...])
    buffer.append32(0x0605_4B50)
    for value in [0, 0, count, count] { buffer.append16(value) }
    buffer.append32(directory.count)
    buffer.append32(start)
    buffer.append16(0)
    return buffer.bytes
  }

  /// What a file's own header and the directory both say of it.
  private func appendFacts(_ name: String, _ packing: Packing, to buffer: inout ByteBuffer) {
    // Version 2.0 needed, no flags, method 8 (deflate), midnight.
    for value in [20, 0, 8, 0, ZipArchive.firstDay] { buffer.append16(value) }
    buffer.append32(Int(packing.check))
    buffer.append32(packing.packed.count)
    buffer.append32(packing.size)
    buffer.append16(name.utf8.count)
    buffer.append16(0)
  }
}

/// Packs bytes by the method of RFC 1951, without a header.
private final class Packing {
  private(set) var packed: [UInt8] = []

  /// Of what was packed: the CRC-32, and how many bytes.
  private(set) var check: uLong = 0
  private(set) var size = 0

  private var stream = z_stream()
  private var room = [UInt8](repeating: 0, count: 64 << 10)

  init() {
    // 15 bits of window without header, the usual memory; the level is fixed, so that the bytes are. The lowest takes a
    // third of the time of the usual one, for a fifth more of bytes.
    let began = deflateInit2_(
      &stream, 1, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(began == Z_OK, "zlib cannot start, which happens without memory alone")
  }

  deinit { deflateEnd(&stream) }

  func add(_ piece: [UInt8]) {
    check = crc32(check, piece, uInt(piece.count))
    size += piece.count
    pack(piece, Z_NO_FLUSH)
  }

  func finish() { pack([], Z_FINISH) }

  private func pack(_ piece: [UInt8], _ flush: Int32) {
    var piece = piece
    piece.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = uInt(input.count)
      repeat {
        let count = room.count
        room.withUnsafeMutableBufferPointer { output in
          stream.next_out = output.baseAddress
          stream.avail_out = uInt(count)
          let status = deflate(&stream, flush)
          precondition(status != Z_STREAM_ERROR, "zlib's state was damaged")
        }
        packed += room.prefix(count - Int(stream.avail_out))
      } while stream.avail_out == 0
    }
  }
}

extension ByteBuffer {
  fileprivate mutating func append16(_ value: Int) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  fileprivate mutating func append32(_ value: Int) {
    append16(value & 0xFFFF)
    append16(value >> 16)
  }
}
