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
    let packed = deflated(content)
    let offset = buffer.count
    buffer.append32(0x0403_4B50)
    appendFacts(name, content, packed, to: &buffer)
    buffer.append(raw: name)
    buffer.append(raw: packed[...])
    directory.append32(0x0201_4B50)
    directory.append16(20)
    appendFacts(name, content, packed, to: &directory)
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
  private func appendFacts(
    _ name: String, _ content: [UInt8], _ packed: [UInt8], to buffer: inout ByteBuffer
  ) {
    // Version 2.0 needed, no flags, method 8 (deflate), midnight.
    for value in [20, 0, 8, 0, ZipArchive.firstDay] { buffer.append16(value) }
    buffer.append32(Int(crc32(0, content, uInt(content.count))))
    buffer.append32(packed.count)
    buffer.append32(content.count)
    buffer.append16(name.utf8.count)
    buffer.append16(0)
  }
}

/// Bytes by the method of RFC 1951, without a header.
private func deflated(_ content: [UInt8]) -> [UInt8] {
  var stream = z_stream()
  // 15 bits of window without header, the usual memory; the level is fixed, so that the bytes are.
  let began = deflateInit2_(
    &stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size))
  precondition(began == Z_OK, "zlib cannot start, which happens without memory alone")
  defer { deflateEnd(&stream) }
  let bound = Int(deflateBound(&stream, uLong(content.count)))
  var content = content
  return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
    content.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = uInt(input.count)
      stream.next_out = output.baseAddress
      stream.avail_out = uInt(bound)
      let ended = deflate(&stream, Z_FINISH)
      precondition(ended == Z_STREAM_END, "the bound that zlib gave was too small")
    }
    count = Int(stream.total_out)
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
