import CZlib

/// Reads a ZIP archive by its directory, as APPNOTE 6.3 describes it, and holds every figure in it against the bytes.
struct ZipReader {
  struct Entry {
    let name: String
    let content: [UInt8]
    let time: Int
    let day: Int
  }

  struct Damage: Error { let reason: String }

  let entries: [Entry]
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    // The end of the directory, without a comment behind it.
    let end = bytes.count - 22
    guard end >= 0, ZipReader.number(bytes, end, 4) == 0x0605_4B50 else {
      throw Damage(reason: "no end")
    }
    let count = ZipReader.number(bytes, end + 10, 2)
    guard ZipReader.number(bytes, end + 8, 2) == count, ZipReader.number(bytes, end + 20, 2) == 0
    else {
      throw Damage(reason: "the end contradicts itself")
    }
    var place = ZipReader.number(bytes, end + 16, 4)
    guard place + ZipReader.number(bytes, end + 12, 4) == end else {
      throw Damage(reason: "the directory is elsewhere")
    }
    var entries: [Entry] = []
    for _ in 0..<count { entries.append(try ZipReader.entry(bytes, &place)) }
    guard place == end else { throw Damage(reason: "the directory is longer than its entries") }
    self.entries = entries
  }

  func text(_ name: String) -> String? {
    entries.first { $0.name == name }.map { String(decoding: $0.content, as: UTF8.self) }
  }

  private static func number(_ bytes: [UInt8], _ place: Int, _ width: Int) -> Int {
    (0..<width).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  private static func entry(_ bytes: [UInt8], _ place: inout Int) throws -> Entry {
    func number(_ offset: Int, _ width: Int) -> Int {
      ZipReader.number(bytes, place + offset, width)
    }
    guard number(0, 4) == 0x0201_4B50, number(10, 2) == 8 else { throw Damage(reason: "no entry") }
    let (flags, check) = (number(8, 2), number(16, 4))
    let (packedSize, size) = (number(20, 4), number(24, 4))
    let (nameSize, extra, comment) = (number(28, 2), number(30, 2), number(32, 2))
    let (time, day, start) = (number(12, 2), number(14, 2), number(42, 4))
    let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameSize)], as: UTF8.self)
    place += 46 + nameSize + extra + comment

    func local(_ offset: Int, _ width: Int) -> Int {
      ZipReader.number(bytes, start + offset, width)
    }
    guard local(0, 4) == 0x0403_4B50, local(6, 2) == flags, local(8, 2) == 8,
      local(26, 2) == nameSize
    else {
      throw Damage(reason: "\(name): its own header says something else")
    }
    let content = start + 30 + nameSize + local(28, 2)
    let facts = flags & 8 == 0 ? start + 14 : content + packedSize + 4
    if flags & 8 != 0, ZipReader.number(bytes, facts - 4, 4) != 0x0807_4B50 {
      throw Damage(reason: "\(name): nothing stands behind it")
    }
    guard ZipReader.number(bytes, facts, 4) == check,
      ZipReader.number(bytes, facts + 4, 4) == packedSize,
      ZipReader.number(bytes, facts + 8, 4) == size
    else { throw Damage(reason: "\(name): header and directory disagree") }
    let unpacked = try unpack(Array(bytes[content..<(content + packedSize)]), size)
    guard unpacked.count == size, Int(crc32(0, unpacked, uInt(size))) == check else {
      throw Damage(reason: "\(name): wrong size or check")
    }
    return Entry(name: name, content: unpacked, time: time, day: day)
  }

  private static func unpack(_ packed: [UInt8], _ size: Int) throws -> [UInt8] {
    var stream = z_stream()
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else {
      throw Damage(reason: "no zlib")
    }
    defer { inflateEnd(&stream) }
    var (packed, content) = (packed, [UInt8](repeating: 0, count: size + 1))
    let status = packed.withUnsafeMutableBufferPointer { input in
      content.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = uInt(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(output.count)
        return inflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END, stream.avail_in == 0 else {
      throw Damage(reason: "no end of what is packed")
    }
    return Array(content.prefix(Int(stream.total_out)))
  }
}
