import Output
import Testing

@Suite struct `Compact numbers` {
  private static let numbers: [UInt32] = [0, 1, 127, 128, 16_383, 16_384, 1 << 28, .max - 1, .max]

  @Test func `are read as they were written`() {
    var writer = NumberWriter()
    for number in Self.numbers { writer.append(number) }
    for number in Self.numbers.dropLast() {
      writer.append(Int32(bitPattern: number), from: -3)
    }
    writer.append(byte: 255)
    writer.append("é".utf8)
    writer.append(words: [0, .max])
    var reader = NumberReader(writer.bytes[...])
    #expect(Self.numbers.map { _ in reader.number() } == Self.numbers)
    #expect(
      Self.numbers.dropLast().map { _ in UInt32(bitPattern: reader.number(from: -3)) }
        == Array(Self.numbers.dropLast()))
    #expect(reader.byte() == 255 && Array(reader.run()) == Array("é".utf8))
    #expect(reader.words() == [0, .max] && reader.isAtEnd)
  }

  @Test func `take a byte for what is small`() {
    func size(_ write: (inout NumberWriter) -> Void) -> Int {
      var writer = NumberWriter()
      write(&writer)
      return writer.bytes.count
    }
    #expect(size { $0.append(127) } == 1 && size { $0.append(128) } == 2)
    #expect(size { $0.append(1_000_127, from: 1_000_000) } == 1)
    #expect(size { $0.append(1, from: 2) } == 5)
  }

  @Test func `tell that they were cut off`() {
    var writer = NumberWriter()
    writer.append(300)
    writer.append(words: [1, 2])
    for end in writer.bytes.indices {
      var reader = NumberReader(writer.bytes[..<end])
      _ = (reader.number(), reader.words())
      #expect(!reader.isWhole && !reader.isAtEnd)
    }
    var reader = NumberReader([0xFF, 0xFF, 0xFF, 0xFF, 0x7F])
    #expect(reader.count(of: 8) == 0 && !reader.isWhole)
    var zeros = NumberReader([])
    #expect(zeros.number() == 0 && zeros.raw(3) == [0, 0, 0] && !zeros.isWhole)
  }
}
