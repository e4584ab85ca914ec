import Diagnostics
import Testing

@Suite struct `A report` {
  private static let nasty = "50% <b> & \"q\", 'a': x\ny\r{0} {{name}} ::error::"

  @Test(arguments: ReportFormat.allCases)
  func `of nothing is whole`(format: ReportFormat) {
    let text = SampleFiles("a: 1").report([]).text(format)
    switch format {
    case .human, .github: #expect(text.isEmpty)
    case .gitlab: #expect(text == "[]\n")
    case .json: #expect(text.contains(#""diagnostics": []"#))
    case .sarif: #expect(text.contains(#""results": []"#) && text.contains(#""rules": []"#))
    case .junit: #expect(text.contains(#"tests="2" failures="0""#))
    case .summary: #expect(text == "### Framework: no problems\n")
    }
  }

  @Test func `counts columns and offsets each in its way`() {
    let sample = SampleFiles("a\nüber BAD\n")
    let report = sample.report([Sample(range: sample.range("BAD"))])
    let json = report.text(.json).filter { !$0.isWhitespace }
    #expect(json.contains(#""start":{"line":2,"column":6,"offset":8},"end":{"line":2,"column":9,"#))
    let sarif = report.text(.sarif).filter { !$0.isWhitespace }
    #expect(sarif.contains(#""startLine":2,"startColumn":6,"endLine":2,"endColumn":9"#))
    #expect(
      report.text(.github).hasPrefix(
        "::error file=framework/a.yaml,line=2,endLine=2,col=6,endColumn=9,"))
  }

  @Test func `does not count a byte order mark`() {
    let sample = SampleFiles("\u{FEFF}BAD")
    let report = sample.report([Sample(range: sample.range("BAD"))])
    #expect(report.text(.github).contains("line=1,endLine=1,col=1,endColumn=4"))
  }

  @Test func `has paths from the root of the repository`() {
    let sample = SampleFiles([("framework/ä b%,:#?.yaml", "BAD")])
    let report = sample.report([Sample(range: sample.range("BAD"))], prefix: "x/")
    #expect(report.text(.sarif).contains("\"x/framework/%C3%A4%20b%25%2C%3A%23%3F.yaml\""))
    #expect(report.text(.github).contains("file=x/framework/ä b%25%2C%3A#?.yaml,"))
    for format in [ReportFormat.json, .gitlab, .junit] {
      #expect(report.text(format).contains("\"x/framework/ä b%,:#?.yaml\""))
    }
  }

  @Test func `gives what has no place a path where one is needed`() {
    let report = SampleFiles("a").report([Sample(range: nil)], prefix: "x/")
    #expect(!report.text(.json).contains("\"place\""))
    #expect(report.text(.sarif).contains("\"x/framework/framework.yaml\""))
    #expect(report.text(.gitlab).contains("\"x/framework/framework.yaml\""))
    #expect(
      report.text(.github).hasPrefix("::error title=KSF9998 sample-error::something is odd\n"))
    #expect(report.text(.junit).contains("the framework as a whole\">\n      <failure"))
  }

  @Test func `escapes for GitHub`() {
    let sample = SampleFiles("BAD")
    let text = sample.report([Sample(range: sample.range("BAD"), message: Self.nasty)]).text(
      .github)
    #expect(text.count { $0 == "\n" } == 1)
    #expect(text.contains("50%25 <b> & \"q\", 'a': x%0Ay␍{0}"))
  }

  @Test func `shows GitHub the ten worst of each level and counts the others`() {
    let sample = SampleFiles(String(repeating: "x", count: 40))
    let range = { (place: Int) in SourceRange(file: FileID(0), start: place, end: place + 1) }
    let problems: [any Problem] =
      (0..<11).map { SampleWarning(range: range($0)) } + (11..<25).map { Sample(range: range($0)) }
    let lines = sample.report(problems).text(.github).split(separator: "\n")
    #expect(lines.prefix(10).allSatisfy { $0.hasPrefix("::error ") })
    #expect(lines.dropFirst(10).prefix(10).allSatisfy { $0.hasPrefix("::warning ") })
    #expect(lines.count == 21)
    #expect(
      lines.last?.hasPrefix("::notice title=ksf::4 errors and 1 warning are not shown") == true)
  }

  @Test func `says to JUnit only what XML can say`() {
    let sample = SampleFiles("BAD")
    let problem = Sample(range: sample.range("BAD"), message: Self.nasty + "\u{1}\u{FFFF}é")
    let text = sample.report([problem]).text(.junit)
    #expect(
      text.contains(
        "message=\"50% &lt;b&gt; &amp; &quot;q&quot;, 'a': x&#10;y&#13;{0} {{name}} ::error::é\""))
    #expect(!text.unicodeScalars.contains { $0.value < 0x0A || $0.value == 0xFFFF })
  }

  @Test func `fails a JUnit case for a warning only if the run fails for it`() {
    let sample = SampleFiles("BAD")
    let warning = SampleWarning(range: sample.range("BAD"))
    #expect(sample.report([warning]).text(.junit).contains("failures=\"0\""))
    #expect(sample.report([warning]).text(.junit).contains("<system-out>warning[KSF9999"))
    #expect(sample.report([warning], isStrict: true).text(.junit).contains("failures=\"1\""))
  }

  @Test func `tells SARIF of at most 25000 results, the worst, and how many are left out`() {
    let sample = SampleFiles(String(repeating: "x", count: 100))
    let place = SourceRange(file: FileID(0), start: 1, end: 2)
    let later = SourceRange(file: FileID(0), start: 3, end: 4)
    let problems: [any Problem] =
      Array(repeating: SampleWarning(range: place), count: 25_000) + [Sample(range: later)]
    let text = sample.report(problems).text(.sarif)
    #expect(text.split(separator: "\n").count { $0.hasSuffix("\"ruleIndex\": 0,") } == 24_999)
    #expect(text.split(separator: "\n").count { $0.hasSuffix("\"ruleIndex\": 1,") } == 1)
    #expect(text.contains("1 more problem is not listed here"))
  }

  @Test func `lets SARIF take no brace for an argument`() {
    let sample = SampleFiles("BAD")
    let text = sample.report([Sample(range: nil, message: "{0} {{a}} {12}")]).text(.sarif)
    #expect(text.contains(#""{{0}} {{a}} {{12}}""#))
  }

  @Test func `writes fixes as edits`() {
    let sample = SampleFiles("one two")
    let fix = Diagnostic.Fix("mend {0}", [sample.edit("two", "{1}")])
    let report = sample.report([Sample(range: sample.range("one"), fixes: [fix])])
    let sarif = report.text(.sarif).filter { !$0.isWhitespace }
    #expect(sarif.contains(#""description":{"text":"mend{{0}}"}"#))
    #expect(sarif.contains(#""endColumn":8},"insertedContent":{"text":"{1}"}"#))
    #expect(report.text(.json).contains(#""replacement": "{1}""#))
  }

  @Test func `brings the guess of the label into a message without excerpt`() {
    let sample = SampleFiles("BAD")
    let guess = Sample(range: sample.range("BAD"), label: "did you mean `GOOD`?", help: "Do\nit.")
    for format in [ReportFormat.sarif, .github, .gitlab] {
      #expect(
        sample.report([guess]).text(format).contains("something is odd (did you mean `GOOD`?)"))
    }
    #expect(sample.report([guess]).text(.gitlab).contains("GOOD`?). Do it.\""))
    let mark = Sample(range: sample.range("BAD"), label: "here")
    #expect(!sample.report([mark]).text(.sarif).contains("here)"))
  }
}
