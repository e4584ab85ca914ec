import Glibc
import Testing

@testable import Workspace

@Suite struct `A file that is read in parts` {
  private static let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }

  /// Calls a function with an open file on the disk that holds these bytes, and its descriptor.
  private func withFile(_ body: (FileParts, Int32) throws -> Void) throws {
    let descriptor = dup(fileno(tmpfile()))
    try #require(descriptor >= 0)
    #expect(write(descriptor, Self.bytes, Self.bytes.count) == Self.bytes.count)
    try body(FileParts(descriptor: descriptor, size: Self.bytes.count), descriptor)
  }

  @Test(arguments: [0..<0, 0..<1, 5..<100_005, 199_999..<200_000, 0..<200_000])
  func `gives each part as it stands there, on the disk and in memory`(part: Range<Int>) throws {
    #expect(FileParts(Self.bytes).read(part) == Array(Self.bytes[part]))
    try withFile { parts, _ in
      #expect(parts.size == Self.bytes.count)
      #expect(parts.read(part) == Array(Self.bytes[part]))
    }
  }

  @Test func `gives no part that is not whole`() throws {
    #expect(FileParts(Self.bytes).read(199_999..<200_001) == nil)
    try withFile { parts, descriptor in
      #expect(parts.read(199_999..<200_001) == nil)
      // Somebody has made it shorter meanwhile.
      #expect(ftruncate(descriptor, 100) == 0)
      #expect(parts.read(0..<101) == nil)
      #expect(parts.read(0..<100) == Array(Self.bytes[..<100]))
    }
  }
}
