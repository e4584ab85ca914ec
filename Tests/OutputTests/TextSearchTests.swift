import Output
import Testing

@Suite struct `Text search` {
  @Test(arguments: [
    ("abc", "b", "a", "c"), ("aab", "ab", "a", ""), ("aaab", "aab", "a", ""), ("x", "x", "", ""),
    ("[[a]]", "]]", "[[a", ""), ("née née", "é", "n", "e née"), ("a\r\nb", "\n", "a\r", "b"),
    ("e\u{301}", "\u{301}", "e", ""), ("👩‍🚒 WITH x", " WITH ", "👩‍🚒", "x"),
  ])
  func `finds the first place`(text: String, sought: String, before: String, after: String) throws {
    let range = try #require(text.firstUTF8Range(of: sought))
    #expect(text[range].unicodeScalars.elementsEqual(sought.unicodeScalars))
    #expect(text[..<range.lowerBound].utf8.elementsEqual(before.utf8))
    #expect(text[range.upperBound...].utf8.elementsEqual(after.utf8))
    #expect(text.containsUTF8(sought))
    #expect(text[...].containsUTF8(sought))
  }

  @Test(arguments: [("", "a"), ("a", "ab"), ("aaa", "ab"), ("a", ""), ("", ""), ("é", "e")])
  func `finds nothing`(text: String, sought: String) {
    #expect(text.firstUTF8Range(of: sought) == nil)
    #expect(!text.containsUTF8(sought))
  }

  @Test func `looks only into the part that is given`() {
    let text = "one two three"
    #expect(text.dropFirst(4).firstUTF8Range(of: "one") == nil)
    #expect(text.dropLast(6).firstUTF8Range(of: "three") == nil)
  }

  @Test(arguments: [
    ("a-b-c", "-", "+", "a+b+c"), ("--", "-", "", ""), ("aaa", "aa", "b", "ba"),
    ("none", "-", "+", "none"), ("", "-", "+", ""), ("a&amp;lt;", "&amp;", "&", "a&lt;"),
    ("_x_x", "_x", "_x005F_x", "_x005F_x_x005F_x"), ("text", "", "+", "text"),
    ("-", "-", "", ""), ("-a", "-", "", "a"),
  ])
  func `replaces each place once`(text: String, old: String, new: String, expected: String) {
    #expect(text.replacingUTF8(old, with: new) == expected)
  }

  /// The standard library's own search, which tests may use.
  @Test func `finds what the standard library finds`() {
    var generator = SplitMix(state: 7)
    for _ in 0..<3_000 {
      let text = String((0..<generator.next(below: 12)).map { _ in generator.letter() })
      let sought = String((0...generator.next(below: 3)).map { _ in generator.letter() })
      #expect(text.firstUTF8Range(of: sought) == text.firstRange(of: sought))
      #expect(text.replacingUTF8(sought, with: "<>") == text.replacing(sought, with: "<>"))
    }
  }
}

private struct SplitMix {
  var state: UInt64

  mutating func next(below bound: UInt64) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % bound)
  }

  mutating func letter() -> Character { ["a", "b", "é"][next(below: 3)] }
}
