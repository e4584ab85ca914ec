import Output
import Testing

@testable import Workspace

@Suite struct `Kept sources` {
  private static func stamp(_ number: UInt64) -> FileStamp {
    FileStamp(device: 1, inode: number, size: 2, modified: 3, changed: 4)
  }

  private static let paths = ["a/b.yaml", "a/b/c.yaml", "a/c.yaml", "b.yaml", "bb/a.yaml"]

  private static func index(_ key: [UInt8] = [1, 2]) -> [UInt8] {
    KeptSourceIndex.bytes(
      paths.indices.map { number in
        (
          path: paths[number], stamp: stamp(UInt64(number)),
          place: KeptSources.Place(
            start: 10 * number, size: number, madeSize: 1, check: UInt64(number), madeCheck: .max)
        )
      }, key: key)
  }

  @Test func `are found by path and stamp`() throws {
    let index = try #require(KeptSourceIndex(Array(Self.index().dropLast(16)), key: [1, 2]))
    for (number, path) in Self.paths.enumerated() {
      let place = try #require(index.place(of: path, Self.stamp(UInt64(number))))
      #expect(place.start == 10 * number && place.size == number && place.check == UInt64(number))
      #expect(index.place(of: path, Self.stamp(9)) == nil)
    }
    for path in ["", "a", "a/b", "a/b.yam", "a/b.yamll", "b", "c"] {
      #expect(index.place(of: path, Self.stamp(0)) == nil)
    }
  }

  @Test func `are those of one program and command`() {
    let bytes = Array(Self.index().dropLast(16))
    #expect(KeptSourceIndex(bytes, key: [1]) == nil && KeptSourceIndex(bytes, key: [2, 1]) == nil)
  }

  @Test func `are not taken if anything of their index is missing or damaged`() {
    let bytes = Self.index()
    func isRead(_ bytes: [UInt8]) -> Bool { KeptSources(FileParts(bytes), key: [1, 2]) != nil }
    #expect(isRead([7, 7, 7] + bytes))
    for place in bytes.indices {
      #expect(!isRead(Array(bytes[..<place])), "cut at \(place)")
      var damaged = bytes
      damaged[place] ^= 1 << UInt8(place % 8)
      #expect(!isRead(damaged), "damaged at \(place)")
    }
    #expect(!isRead(bytes + [0]))
  }

  @Test func `are read as they were kept, or not at all`() throws {
    let (text, made): ([UInt8], [UInt8]) = ([1, 2, 3], [4, 5])
    let place = KeptSources.Place(
      start: 2, size: 3, madeSize: 2, check: text.withUnsafeBytes(MemoryCheck.of),
      madeCheck: made.withUnsafeBytes(MemoryCheck.of))
    let whole =
      [9, 9] + text + made
      + KeptSourceIndex.bytes([("a", Self.stamp(1), place), ("b", .unsettled, place)], key: [])
    func source(_ bytes: [UInt8], _ path: String = "a", _ stamp: FileStamp = Self.stamp(1))
      -> [[UInt8]]?
    {
      KeptSources(FileParts(bytes), key: [])?.source(path, stamp).map { [$0.bytes, $0.made] }
    }
    #expect(source(whole) == [text, made])
    #expect(source(whole, "a", Self.stamp(2)) == nil)
    // What was changed a moment before it was read has a stamp that no file has.
    #expect(source(whole, "b", .unsettled) == nil)
    for place in 2..<7 {
      var damaged = whole
      damaged[place] ^= 16
      #expect(source(damaged) == nil)
    }
  }
}
