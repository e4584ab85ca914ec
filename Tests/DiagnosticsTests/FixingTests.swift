import Diagnostics
import Testing

@Suite struct `Fixing` {
  private func fix(
    _ sample: SampleFiles, _ fixes: [[Diagnostic.Edit]], mayChange: Bool = true
  ) -> (FixedTexts, [String]) {
    let diagnostics = fixes.map {
      Diagnostic(Sample(range: $0.first?.range, fixes: [Diagnostic.Fix("mend", $0)]))
    }
    let fixed = FixedTexts(diagnostics, of: sample.files) { _ in mayChange }
    let texts = sample.files.files.map {
      String(decoding: fixed.texts[$0.id] ?? $0.bytes, as: UTF8.self)
    }
    return (fixed, texts)
  }

  @Test func `touches nothing but what the edits name`() {
    let sample = SampleFiles("\u{FEFF}titel: A  # why\r\n\r\n\tkey:value\r\nlast")
    let (fixed, texts) = fix(
      sample,
      [[sample.edit("last", "end")], [sample.edit("titel", "title")], [sample.edit(":v", ": v")]])
    #expect(texts == ["\u{FEFF}title: A  # why\r\n\r\n\tkey: value\r\nend"])
    #expect(fixed.appliedCount == 3 && fixed.leftCount == 0)
  }

  @Test func `leaves an edit that touches an applied one`() {
    let sample = SampleFiles("abcdef")
    for other in ["bc", "abc", "c", "cd", "de", "abcdef"] {
      let (fixed, texts) = fix(sample, [[sample.edit("bcd", "X")], [sample.edit(other, "Y")]])
      #expect(texts == ["aXef"], "\(other)")
      #expect(fixed.appliedCount == 1 && fixed.leftCount == 1)
    }
    let (fixed, texts) = fix(sample, [[sample.edit("b", "X")], [sample.edit("d", "Y")]])
    #expect(texts == ["aXcYef"] && fixed.leftCount == 0)
  }

  @Test func `does not insert twice in one place`() {
    let sample = SampleFiles("abc")
    let place = Diagnostic.Edit(SourceRange(file: FileID(0), start: 1, end: 1), "-")
    let (fixed, texts) = fix(sample, [[place], [place]])
    #expect(texts == ["a-bc"] && fixed.leftCount == 1)
  }

  @Test func `applies a fix as a whole or not at all`() {
    let sample = SampleFiles([("framework/a.yaml", "one two"), ("framework/b.yaml", "three")])
    let both = [sample.edit("one", "1"), sample.edit("three", "3", in: 1)]
    #expect(fix(sample, [both]).1 == ["1 two", "3"])
    #expect(fix(sample, [[sample.edit("three", "drei", in: 1)], both]).1 == ["one two", "drei"])
    #expect(fix(sample, [both], mayChange: false).1 == ["one two", "three"])
  }

  @Test func `may change both ends of one place`() {
    let sample = SampleFiles("{{{a}}}")
    let ends = [(0, 1), (6, 7)].map {
      Diagnostic.Edit(SourceRange(file: FileID(0), start: $0.0, end: $0.1), "")
    }
    #expect(fix(sample, [ends]).1 == ["{{a}}"])
  }

  @Test func `does not choose between alternatives`() {
    let sample = SampleFiles("abc")
    let fixes = ["x", "y"].map { Diagnostic.Fix($0, [sample.edit("b", $0)]) }
    let fixed = FixedTexts(
      [Diagnostic(Sample(range: nil, fixes: fixes)), Diagnostic(Sample(range: nil))],
      of: sample.files
    ) { _ in true }
    #expect(fixed.texts.isEmpty && fixed.appliedCount == 0 && fixed.leftCount == 0)
  }

  @Test func `does nothing for an edit that changes nothing, or for two of the same bytes`() {
    let sample = SampleFiles("abc")
    #expect(fix(sample, [[sample.edit("b", "b")]]).0.texts.isEmpty)
    #expect(fix(sample, [[sample.edit("ab", "x"), sample.edit("bc", "y")]]).0.texts.isEmpty)
  }

  @Test func `puts in line breaks as the file has them`() {
    #expect(
      fix(SampleFiles("a\r\nb"), [[SampleFiles("a\r\nb").edit("b", "c\nd")]]).1 == ["a\r\nc\r\nd"])
    #expect(fix(SampleFiles("a\nb"), [[SampleFiles("a\nb").edit("b", "c\nd")]]).1 == ["a\nc\nd"])
  }

  @Test func `takes thousands of edits in any order`() {
    let sample = SampleFiles(String(repeating: "bad ", count: 20_000))
    let edits = (0..<20_000).map {
      [Diagnostic.Edit(SourceRange(file: FileID(0), start: $0 * 4, end: $0 * 4 + 3), "good")]
    }
    #expect(fix(sample, edits.reversed()).1 == [String(repeating: "good ", count: 20_000)])
  }
}
