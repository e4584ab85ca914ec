import Diagnostics
import Testing

@Suite struct `A fingerprint` {
  private func fingerprints(
    _ text: String, _ marks: [String], path: String = "framework/a.yaml"
  ) -> [String] {
    let sample = SampleFiles([(path, text)])
    return sample.report(marks.map { Sample(range: sample.range($0)) }).findings
      .map(\.fingerprint)
  }

  @Test func `stays when lines above and the space around the line change`() {
    let before = fingerprints("a: 1\n  bad: 2\n", ["bad"])
    #expect(before == fingerprints("# new\n\na: 1\r\n\t bad: 2  \r\n", ["bad"]))
    #expect(before == fingerprints("bad: 2", ["bad"]))
    #expect(before[0].count == 16)
  }

  @Test func `changes with the line and with the path`() {
    let before = fingerprints("bad: 2", ["bad"])
    #expect(before != fingerprints("bad: 3", ["bad"]))
    #expect(before != fingerprints("bad: 2", ["bad"], path: "framework/b.yaml"))
  }

  @Test func `tells equal problems on one line and on equal lines apart`() {
    let sample = SampleFiles("x x\nx x\n")
    let places = [0, 2, 4, 6].map { SourceRange(file: FileID(0), start: $0, end: $0 + 1) }
    let all = sample.report(places.map { Sample(range: $0) }).findings.map(\.fingerprint)
    #expect(Set(all).count == 4)
    // One of them mended: the others keep their names, all but the last.
    let fewer = sample.report(places.dropFirst().map { Sample(range: $0) }).findings
    #expect(fewer.map(\.fingerprint) == Array(all.dropLast()))
  }

  @Test func `tells rules apart, and problems without a place`() {
    let sample = SampleFiles("bad")
    let range = sample.range("bad")
    let problems: [any Problem] = [
      Sample(range: range), SampleWarning(range: range), Sample(range: nil),
      Sample(range: nil, message: "other"), Sample(range: nil),
    ]
    #expect(Set(sample.report(problems).findings.map(\.fingerprint)).count == 5)
  }

  @Test func `is another in another project of the repository, in reports`() {
    let sample = SampleFiles("bad")
    let problem = Sample(range: sample.range("bad"))
    let (one, other) = (
      sample.report([problem], prefix: "a/"), sample.report([problem], prefix: "b/")
    )
    #expect(one.findings[0].fingerprint == other.findings[0].fingerprint)
    #expect(one.text(.gitlab) != other.text(.gitlab).replacing("b/framework", with: "a/framework"))
  }

  @Test func `lets a report leave out what is known`() {
    let sample = SampleFiles("one\ntwo\n")
    let report = sample.report(["one", "two"].map { Sample(range: sample.range($0)) })
    let rest = report.without([report.findings[0].fingerprint, "0000000000000000"])
    #expect(rest.findings.map(\.fingerprint) == [report.findings[1].fingerprint])
    #expect(rest.knownCount == 1 && report.knownCount == 0)
  }
}
