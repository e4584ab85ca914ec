import Diagnostics
import Testing

@Suite struct `A line index` {
  private func index(_ text: String) -> LineIndex {
    LineIndex(SourceFile(id: FileID(0), path: "a", bytes: Array(text.utf8)))
  }

  @Test(
    arguments: [
      (0, 1, 1), (2, 1, 3), (3, 2, 1), (5, 2, 2), (6, 3, 1), (7, 4, 1), (8, 4, 2),
    ])
  func `counts lines and characters from one`(offset: Int, line: Int, column: Int) {
    // "ab", LF, "é", CR (two bytes for é), LF-less CR, "", then "z" behind CR LF is its own case below.
    #expect(index("ab\né\r\rz").position(at: offset) == Position(line: line, column: column))
  }

  @Test func `takes CR LF as one line break`() {
    let index = index("a\r\nb\r\n")
    #expect(index.lineCount == 3)
    #expect(index.position(at: 3) == Position(line: 2, column: 1))
    #expect(index.range(ofLine: 1) == 0..<1)
    #expect(index.range(ofLine: 3) == 6..<6)
  }

  @Test func `counts no byte order mark`() {
    let index = index("\u{FEFF}ab\nc")
    #expect(index.position(at: 0) == Position(line: 1, column: 1))
    #expect(index.position(at: 3) == Position(line: 1, column: 1))
    #expect(index.position(at: 4) == Position(line: 1, column: 2))
    #expect(index.range(ofLine: 1) == 3..<5)
    #expect(self.index("\u{FEFF}").range(ofLine: 1) == 3..<3)
  }

  @Test(arguments: [0, 1, 1023, 1024, 1025, 2047, 2048, 5000])
  func `counts the columns of long lines`(column: Int) {
    for first in ["first\n", "first.\n"] {
      let text = first + String(repeating: "é", count: 5000)
      let position = index(text).position(at: first.utf8.count + 2 * column)
      #expect(position == Position(line: 2, column: column + 1))
    }
  }

  @Test func `finds lines as by their definition`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let breaks = Bool.random(using: &random) ? ["\n"] : ["\n", "\r", "\r\n"]
      let pieces = ["a", "é"] + breaks
      let count = Int.random(in: 0...40, using: &random)
      let bytes = (0..<count).flatMap { _ in
        Array((pieces.randomElement(using: &random) ?? "").utf8)
      }
      let index = LineIndex(SourceFile(id: FileID(0), path: "a", bytes: bytes))
      var line = 1
      for offset in bytes.indices {
        #expect(index.line(at: offset) == line, "\(bytes)")
        let isFollowed = offset + 1 < bytes.count && bytes[offset + 1] == 10
        if bytes[offset] == 10 || bytes[offset] == 13 && !isFollowed { line += 1 }
      }
      #expect(index.lineCount == line)
    }
  }
}
