import Testing

@testable import Diagnostics

@Suite struct `A suggestion` {
  @Test(
    arguments: [
      ("titel", ["title", "text"], "title"), ("REL-1.11", ["REL-1.1", "REL-2.1"], "REL-1.1"),
      ("rel-1.2", ["REL-1.2", "REL-1.1"], "REL-1.2"), ("year1", ["year-1", "year-2"], "year-1"),
      ("abcd", ["badc"], nil), ("colour", ["title"], nil), ("REL-9", ["REL-1", "REL-2"], nil),
      ("REL-77", ["REL-1"], nil), ("REL-9", ["REL-1"], nil), ("year-3", ["year-1"], nil),
      ("x", ["y", "z"], nil), ("", ["a"], nil),
    ] as [(String, [String], String?)])
  func `is the one near candidate`(written: String, candidates: [String], expected: String?) {
    #expect(suggestion(for: written, among: candidates) == expected)
  }

  /// Characters tell most candidates apart before their distance is worked out.
  @Test func `is not passed over for its characters`() {
    let signs = Array("aB1-.é")
    var number: UInt32 = 1
    func word() -> String {
      String(
        (0..<5).map { _ in
          number = number &* 1_664_525 &+ 1_013_904_223
          return signs[Int(number >> 8) % signs.count]
        })
    }
    for _ in 0..<3000 {
      let (written, candidate) = (word(), word())
      let distance = editDistance(
        Array(written.lowercased().unicodeScalars), Array(candidate.lowercased().unicodeScalars),
        limit: 9)
      #expect((suggestion(for: written, among: [candidate]) != nil) == (distance <= 1))
    }
  }
}
