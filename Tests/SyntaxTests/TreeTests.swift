import Diagnostics
import Output
import Syntax
import Testing

@Suite struct `A tree` {
  /// Each node as its kind, its value, and the source that its range covers.
  private func nodes(_ text: String) -> [String] {
    let file = SourceFile(id: FileID(0), path: "a.yaml", bytes: Array(text.utf8))
    let result = parse(file)
    #expect(result.diagnostics.isEmpty)
    return result.tree.nodes.indices.map { node in
      let source = file.text(result.tree.range(of: node))
      guard result.tree.nodes[node].kind == .scalar else {
        return "\(result.tree.nodes[node].kind) \(source)"
      }
      return "\(result.tree.text(of: node)) \(source)"
    }
  }

  @Test func `covers keys and values exactly`() {
    #expect(
      nodes("a: b c # comment\nd: [e, 'f']\n") == [
        "mapping a: b c # comment\nd: [e, 'f']", "a a", "b c b c", "d d", "sequence [e, 'f']",
        "e e",
        "f 'f'",
      ])
  }

  @Test func `counts in bytes behind characters of several bytes`() {
    #expect(
      nodes("é: ñ\n😀: 'Ł'\nz: z") == [
        "mapping é: ñ\n😀: 'Ł'\nz: z", "é é", "ñ ñ", "😀 😀", "Ł 'Ł'", "z z", "z z",
      ])
  }

  @Test func `leaves out what follows a block`() {
    #expect(
      nodes("a:\n  - b\n  # comment\n\nc: |\n  text\n\n\n# end\n")
        == [
          "mapping a:\n  - b\n  # comment\n\nc: |\n  text", "a a", "sequence - b", "b b", "c c",
          "text\n |\n  text",
        ])
  }

  @Test(arguments: ["\u{FEFF}a: b\r\nc: d\r\n", "\u{FEFF}é: b\u{85}c: d\n"])
  func `is not moved by a byte order mark or other line breaks`(text: String) {
    #expect(nodes(text).contains("c c"))
    #expect(nodes(text).contains("d d"))
  }

  @Test func `holds values as YAML reads them`() {
    let values = nodes(
      "[\"a\\tb\", 'it''s', >-\n  x\n  y\n]".replacing(", >-\n  x\n  y\n", with: ""))
    #expect(values == ["sequence [\"a\\tb\", 'it''s']", "a\tb \"a\\tb\"", "it's 'it''s'"])
    #expect(nodes("a: >\n  x\n  y\n")[2] == "x y\n >\n  x\n  y")
  }

  @Test func `keeps comments`() {
    let text = "# one\na: 'x # no' # two\nb: | # three\n  # no\nc: [d, # four\n  e] # five\n# six"
    let file = SourceFile(id: FileID(0), path: "a.yaml", bytes: Array(text.utf8))
    let comments = parse(file).tree.comments.map(file.text)
    #expect(comments == ["# one", "# two", "# three", "# four", "# five", "# six"])
  }

  @Test(
    arguments: [
      ("a: plain words here", "words", "words"),
      ("a: >\n  some\n  folded words", "folded", "folded"),
      ("a: 'it''s words'", "words", "words"), ("a: \"é words\"", "words", "words"),
      ("a: |\n  é [[X]] é", "[[X]]", "[[X]]"),
    ])
  func `finds a part of a value in the source`(text: String, part: String, found: String) throws {
    let file = SourceFile(id: FileID(0), path: "a.yaml", bytes: Array(text.utf8))
    let tree = parse(file).tree
    let value = tree.text(of: 2)
    let range = try #require(value.firstRange(of: part))
    let start = value.utf8.distance(from: value.startIndex, to: range.lowerBound)
    let place = tree.range(of: start..<(start + part.utf8.count), inValueOf: 2)
    #expect(file.text(place) == found)
  }

  @Test func `finds a key given twice among many`() {
    let keys = (0..<100).map { "k\($0): v" } + ["\"k99\": again", "k7: again"]
    let file = SourceFile(
      id: FileID(0), path: "a.yaml", bytes: Array(keys.joined(separator: "\n").utf8))
    let found = parse(file).diagnostics
    // One lost dash makes every key come twice, so only the first is reported.
    #expect(found.map(\.rule.name) == ["repeated-key"])
    #expect(found.compactMap(\.range).map(file.text) == ["\"k99\""])
  }

  @Test func `refuses a file that is too large`() {
    let bytes = [UInt8](repeating: UInt8(ascii: "#"), count: 256 << 20 + 1)
    let result = parse(SourceFile(id: FileID(0), path: "a.yaml", bytes: bytes))
    #expect(result.diagnostics.map(\.rule.name) == ["file-too-large"])
    #expect(!result.tree.isComplete)
  }
}

@Suite struct `Any bytes` {
  /// Linear congruential, so that every run tries the same (Numerical Recipes' constants).
  private struct Numbers {
    var state: UInt32
    mutating func next(below limit: Int) -> Int {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int(state >> 8) % max(1, limit)
    }
  }

  private static let sample = """
    domain: relationships # comment
    title: "Builds \\u00e9 trust"
    outcomes:
      - id: REL-1
        statements: [{id: A, text: 'it''s'}, {id: B, text: >-}]
        summary: |
          Some **text**.
    ? [a]
    : &x !!str b
    --- *x
    """

  @Test func `give a tree whose ranges lie inside the file, and diagnostics`() {
    var numbers = Numbers(state: 20_260_901)
    let pieces = [
      "\t", ": ", "- ", "'", "\"", "[", "{", "&a", "*a", "!t", "|", ">", "\n", "\0", "\u{FEFF}",
      "é", "#", "%", "---\n", "?",
    ]
    for _ in 0..<4000 {
      var bytes = Array(Self.sample.utf8)
      for _ in 0...numbers.next(below: 4) {
        let place = numbers.next(below: bytes.count)
        switch numbers.next(below: 3) {
        case 0: bytes[place] = UInt8(numbers.next(below: 256))
        case 1: bytes.insert(contentsOf: pieces[numbers.next(below: pieces.count)].utf8, at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + numbers.next(below: 12)))
        }
      }
      let result = parse(SourceFile(id: FileID(0), path: "a.yaml", bytes: bytes))
      let ranges =
        result.tree.nodes.indices.map(result.tree.range(of:)) + result.tree.comments
        + result.diagnostics.compactMap(\.range)
      #expect(ranges.allSatisfy { $0.start >= 0 && $0.end <= bytes.count })
      #expect(result.tree.isComplete || !result.diagnostics.isEmpty)
    }
  }
}
