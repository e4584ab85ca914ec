import Testing

@testable import Output

@Suite struct `Sixteen bytes at once` {
  /// All bytes that there are, in runs of sixteen.
  private static let runs = (0..<16).map { run in (0..<16).map { UInt8(16 * run + $0) } }

  private func places(
    in bytes: [UInt8], _ find: (SixteenBytes) -> SixteenBytes.Places
  ) -> SixteenBytes.Places? {
    bytes.withUnsafeBufferPointer { SixteenBytes($0, from: 0).map(find) }
  }

  @Test func `tell where a byte stands first`() {
    for (run, bytes) in Self.runs.enumerated() {
      for byte in UInt8.min...UInt8.max {
        let found = places(in: bytes) { $0.places(of: byte) }
        #expect(found?.first == (Int(byte) / 16 == run ? Int(byte) % 16 : nil))
        #expect(found?.isEmpty == (Int(byte) / 16 != run))
      }
    }
  }

  @Test(
    arguments: [(0, 0x1F), (0x2B, 0x3B), (0x61, 0x7A), (0x80, 0xFF), (0, 0xFF)] as [(UInt8, UInt8)])
  func `tell where a range of them begins`(first: UInt8, last: UInt8) {
    for bytes in Self.runs {
      let found = places(in: bytes) { $0.places(from: first, to: last) }
      #expect(found?.first == bytes.firstIndex { (first...last).contains($0) })
      #expect(found?.isAll == bytes.allSatisfy { (first...last).contains($0) })
    }
  }

  @Test func `leave some places out`() {
    let text = Array("<a></a><b></b>..".utf8)
    let found = places(in: text) {
      $0.places(of: UInt8(ascii: "<")).without($0.places(from: UInt8(ascii: "<"), to: 0xFF))
    }
    #expect(found?.isEmpty == true)
  }

  @Test(arguments: 0...40)
  func `look at all of a text`(length: Int) {
    for place in 0..<length {
      var text = [UInt8](repeating: UInt8(ascii: "a"), count: length)
      text[place] = UInt8(ascii: "!")
      let isSeen = text.withUnsafeBufferPointer { text in
        stride(from: 0, to: length, by: 16).contains { start in
          SixteenBytes(text, from: start).map {
            !$0.places(of: UInt8(ascii: "!")).isEmpty
          } ?? false
        }
      }
      #expect(isSeen == (length >= 8))
    }
  }
}
