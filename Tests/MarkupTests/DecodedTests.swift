import Markup
import Testing

/// Texts as escapes of YAML make them: with line ends and characters that nobody types.
@Suite struct `A decoded text` {
  private func scan(_ text: String, isPhrase: Bool = true) -> MarkdownScan {
    MarkdownScan(Array(text.utf8)[...], isPhrase: isPhrase)
  }

  @Test(arguments: [
    "a\r<i>x", "a\r[x](javascript:1)", "b\r![x](y)", "b\r# x", "\r    x", "a\r- b", "a\r\rb",
    "a\r\n\r\n- b", "\r- a\r- b\n> c",
  ])
  func `with carriage returns has findings inside it`(text: String) {
    let findings = scan(text).findings
    #expect(!findings.isEmpty)
    for (range, _) in findings { #expect(range.upperBound <= text.utf8.count) }
  }

  @Test func `is found on its line`() {
    let text = "a\r[x](javascript:1)"
    let finding = scan(text).findings.first
    #expect(finding?.range == 2..<19)
    #expect(scan("a\r\n[x](javascript:1)").findings.first?.range == 3..<20)
  }

  @Test(arguments: [
    ("see [[A&#45;1]] now", 4..<15), ("see [[A\\-1]]", 4..<12), ("&#91;[A-1]]", 0..<11),
    ("[[B]] and [[A&#x2D;1]]", 10..<22),
  ])
  func `has links written with entities`(text: String, range: Range<Int>) {
    #expect(scan(text).links.last?.id == "A-1")
    #expect(scan(text).links.last?.range == range)
  }

  @Test(arguments: [
    ("a &#27; b", 27), ("a &#x202E;b", 0x202E), ("a&#0;", 0xFFFD), ("x &#x85; y", 0x85),
    ("*&#13;*", 13), ("a &#xFFFE;", 0xFFFD),
  ])
  func `has no entity for what nobody sees`(text: String, expected: Int) {
    let codes = scan(text).findings.compactMap { _, finding in
      if case .invisibleCharacter(let code) = finding { Int(code) } else { nil }
    }
    #expect(codes == [expected])
  }

  @Test(arguments: [
    "`&#27;` is an escape", "a &#9; tab", "&#233;t&#xE9;", "&#x1F600;", "& &#; &#x;",
  ])
  func `may have other entities`(text: String) {
    #expect(scan(text).findings.isEmpty)
  }

  @Test func `never traps`() {
    let parts = [
      "\r", "\n", "\0", "\u{2028}", "\u{85}", "\u{1B}", "&#13;", "&#x202E;", "&amp;", "&", "#",
      "[[A-1]]", "[[", "]]", "[a](", "javascript:x)", "<i>", "![", "- ", "> ", "    ", "```", "*",
      "é", "a", " ", "1. ", "|", "~~", "\\", "---", "\t", "&#0;", "<!--",
    ]
    var random = SmallRandom(seed: 3)
    for _ in 0..<4000 {
      let text = (0..<random.next(12)).map { _ in parts[random.next(parts.count)] }.joined()
      for isPhrase in [true, false] {
        let scan = scan(text, isPhrase: isPhrase)
        let ranges = scan.findings.map(\.range) + scan.links.map(\.range)
        for range in ranges where range.upperBound > text.utf8.count {
          Issue.record("\(range) is not in \(text.debugDescription)")
        }
      }
    }
  }
}

/// Numbers that look random and are the same in each run (Numerical Recipes, 7.1).
private struct SmallRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
