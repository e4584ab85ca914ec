import Testing

@testable import Workspace

@Suite struct `A hash of contents` {
  private func hash(_ parts: [UInt8]...) -> ContentHash {
    var hash = ContentHash()
    for part in parts { hash.add(part[...]) }
    return hash
  }

  @Test func `is another one when any bit is another, wherever it stands`() {
    for count in [1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 100] {
      let bytes = (0..<count).map { UInt8($0 % 251) }
      for place in 0..<count {
        for bit in 0..<8 {
          var other = bytes
          other[place] ^= 1 << UInt8(bit)
          #expect(hash(bytes) != hash(other))
          // What comes behind does not make up for it.
          #expect(hash(bytes, [1, 2, 3]) != hash(other, [1, 2, 3]))
        }
      }
    }
  }

  @Test func `knows how long its parts are`() {
    #expect(hash([1, 2], [3]) != hash([1], [2, 3]))
    #expect(hash([1]) != hash([1, 0]))
    #expect(hash([]) != hash())
    #expect(hash([], [1]) != hash([1]))
    #expect(hash([UInt8](repeating: 0, count: 16)) != hash([UInt8](repeating: 0, count: 17)))
  }

  @Test func `is the same for the same parts, and when it was kept`() {
    let bytes = (0..<50).map { UInt8($0) }
    #expect(hash(bytes, [1]) == hash(bytes, [1]))
    #expect(hash(bytes).withUnsafeBytes { ContentHash(kept: $0) } == hash(bytes))
  }
}
