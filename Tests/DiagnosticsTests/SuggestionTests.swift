import Diagnostics
import Testing

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
}
