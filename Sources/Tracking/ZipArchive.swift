internal import CZlib
internal import Output

/// A writer of ZIP archives (PKWARE's APPNOTE 6.3) with ASCII file names, which passes its bytes on in chunks.
///
/// Every entry has the date 1 January 1980, the first of the format, since no output may depend on a clock.
struct ZipArchive {
  private let give: ([UInt8]) -> Void

  /// The bytes that were not passed on yet.
  private var buffer = ByteBuffer()
  private var directory = ByteBuffer()
  private var count = 0

  /// The number of bytes passed on.
  private var given = 0

  private let packing = Packing()

  private static let firstDay = 0 << 9 | 1 << 5 | 1

  /// Flag: the sizes and checksum follow the file's contents (4.4.4, bit 3).
  private static let factsFollow = 1 << 3

  init(to give: @escaping ([UInt8]) -> Void) { self.give = give }

  /// The CRC-32 of a file's contents, their size in bytes, and the compressed size.
  private struct Facts {
    var check: UInt = 0
    var size = 0
    var packedSize = 0

    mutating func add(check other: UInt, size otherSize: Int, packedSize otherPackedSize: Int) {
      check = crc32_combine(check, other, otherSize)
      size += otherSize
      packedSize += otherPackedSize
    }
  }

  mutating func add(_ name: String, _ content: [UInt8]) {
    let packed = packing.pack(content, isLast: true)
    var facts = Facts()
    facts.add(
      check: packing.check(of: content), size: content.count, packedSize: packed.count)
    addToDirectory(name, facts)
    append(name, facts, to: &buffer)
    buffer.append(raw: packed[...])
  }

  /// Adds a file that is never in memory as a whole. `chunk` makes each chunk.
  mutating func add(_ name: String, chunks count: Int, _ chunk: (Int) -> [UInt8]) {
    let place = given + buffer.count
    append(name, Facts(), flags: ZipArchive.factsFollow, to: &buffer)
    giveBuffer()
    var facts = Facts()
    for number in 0..<count {
      let content = chunk(number)
      let packed = packing.pack(content, isLast: number == count - 1)
      give(packed)
      given += packed.count
      facts.add(
        check: packing.check(of: content), size: content.count, packedSize: packed.count)
    }
    addToDirectory(name, facts, flags: ZipArchive.factsFollow, place: place)
    buffer.append32(0x0807_4B50)
    append(facts, to: &buffer)
  }

  mutating func finish() {
    let (start, size) = (given + buffer.count, directory.count)
    buffer.append(raw: directory.bytes[...])
    buffer.append32(0x0605_4B50)
    for value in [0, 0, count, count] { buffer.append16(value) }
    buffer.append32(size)
    buffer.append32(start)
    buffer.append16(0)
    giveBuffer()
  }

  private mutating func giveBuffer() {
    give(buffer.bytes)
    given += buffer.count
    buffer.removeAll()
  }

  /// Appends a file's local header.
  private func append(_ name: String, _ facts: Facts, flags: Int = 0, to buffer: inout ByteBuffer) {
    buffer.append32(0x0403_4B50)
    appendDescription(name, facts, flags, to: &buffer)
    buffer.append(raw: name)
  }

  /// Adds a file to the central directory. `place` is the offset of its local header; with nil, the header comes next.
  private mutating func addToDirectory(
    _ name: String, _ facts: Facts, flags: Int = 0, place: Int? = nil
  ) {
    directory.append32(0x0201_4B50)
    directory.append16(20)
    appendDescription(name, facts, flags, to: &directory)
    // No comment, first disk, no file attributes.
    for value in [0, 0, 0] { directory.append16(value) }
    directory.append32(0)
    directory.append32(place ?? given + buffer.count)
    directory.append(raw: name)
    count += 1
  }

  /// Appends the fields that the local header and the central directory share.
  private func appendDescription(
    _ name: String, _ facts: Facts, _ flags: Int, to buffer: inout ByteBuffer
  ) {
    // Version 2.0 needed, method 8 (deflate), midnight.
    for value in [20, flags, 8, 0, ZipArchive.firstDay] { buffer.append16(value) }
    append(facts, to: &buffer)
    buffer.append16(name.utf8.count)
    buffer.append16(0)
  }

  private func append(_ facts: Facts, to buffer: inout ByteBuffer) {
    buffer.append32(Int(facts.check))
    buffer.append32(facts.packedSize)
    buffer.append32(facts.size)
  }
}

/// Compresses bytes with raw DEFLATE (RFC 1951).
private final class Packing {
  private var stream = z_stream()
  private var room = [UInt8](repeating: 0, count: 64 << 10)

  init() {
    // A window of 15 bits without header, and the usual memory. The level is fixed, so that the bytes are reproducible. The
    // lowest level takes a third of the usual one's time, for a fifth more bytes.
    let began = deflateInit2_(
      &stream, 1, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(began == Z_OK, "zlib cannot start, which happens without memory alone")
  }

  deinit { deflateEnd(&stream) }

  func check(of content: [UInt8]) -> UInt { crc32(0, content, uInt(content.count)) }

  /// Compresses a chunk of a file. Chunks can be concatenated, since none refers to an earlier one.
  func pack(_ content: [UInt8], isLast: Bool) -> [UInt8] {
    deflateReset(&stream)
    let flush = isLast ? Z_FINISH : Z_FULL_FLUSH
    var packed: [UInt8] = []
    var content = content
    content.withUnsafeMutableBufferPointer { input in
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
    return packed
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
