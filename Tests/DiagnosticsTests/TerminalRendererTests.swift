import Diagnostics
import Testing

@Suite struct `The terminal` {
  private func render(_ text: String, _ range: Range<Int>, colour: Bool = false) -> String {
    var files = SourceFiles()
    let file = files.add(path: "a.yaml", bytes: Array(text.utf8))
    var renderer = TerminalRenderer(files: files, usesColour: colour)
    return renderer.render(
      Diagnostic(
        Sample(
          range: SourceRange(file: file.id, start: range.lowerBound, end: range.upperBound),
          label: "here")))
  }

  @Test func `underlines the range`() {
    #expect(
      render("one\ntwo words\n", 8..<13) == """
        error[KSF9998 sample-error]: something is odd
          --> a.yaml:2:5
           2 | two words
             |     ^^^^^ here


        """)
  }

  @Test func `lines up wide and combining characters`() {
    #expect(render("日本é x", 9..<10).contains("\n     |       ^ here\n"))
    #expect(render("e\u{301} x", 4..<5).contains("\n     |   ^ here\n"))
  }

  @Test func `lets no text move the cursor`() {
    let text = render("a\u{1B}[2Jb\u{202E}c", 0..<1)
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
  }

  @Test func `cuts long lines round the range`() throws {
    let line =
      String(repeating: "é", count: 5000) + "before HERE after"
      + String(repeating: "é", count: 5000)
    let text = render(line, 10_007..<10_011)
    #expect(text.split(separator: "\n").allSatisfy { $0.count < 140 })
    #expect(
      text.contains("…é") && text.contains("ébefore HERE afteré") && !text.contains("\u{FFFD}"))
  }

  @Test func `uses colour only when asked`() {
    #expect(render("a", 0..<1, colour: true).contains("\u{1B}["))
    #expect(!render("a", 0..<1).contains("\u{1B}["))
  }

  @Test func `copes with a place at the end of an empty line`() {
    #expect(render("", 0..<0).contains("a.yaml:1:1"))
    #expect(render("a\n", 2..<2).contains("a.yaml:2:1"))
  }
}
