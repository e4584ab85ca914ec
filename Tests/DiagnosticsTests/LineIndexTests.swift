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
}
