internal import Output

extension Report {
  /// The report as JUnit XML: one test case for each file, and one for problems in no file.
  ///
  /// A case has one failure with the text for people, since GitLab shows only one. Warnings fail a case if they fail the run;
  /// otherwise they go into its output.
  var jUnit: [UInt8] {
    var renderer = TerminalRenderer(files: files, usesColour: false)
    let byFile = Dictionary(grouping: diagnostics) { $0.range?.file }
    let named = Set(run.checked).union(byFile.keys.compactMap { $0 }).sorted()
    let cases =
      [(name: "the framework as a whole", file: nil, problems: byFile[nil] ?? [])]
      + named.map { (name: path($0), file: path($0), problems: byFile[$0] ?? []) }
    let failures = cases.count { isFailure($0.problems) }

    var xml = ByteBuffer()
    let counts = "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"0\""
    xml.append(raw: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.append(raw: "<testsuites name=\"ksf\" \(counts)>\n")
    xml.append(raw: "  <testsuite name=\"ksf check\" \(counts)>\n")
    for testCase in cases {
      xml.append(raw: "    <testcase classname=\"ksf\"")
      xml.append(attribute: "name", testCase.name)
      if let file = testCase.file { xml.append(attribute: "file", file) }
      guard !testCase.problems.isEmpty else {
        xml.append(raw: "/>\n")
        continue
      }
      xml.append(raw: ">\n")
      append(testCase.problems, as: testCase.problems.map { renderer.render($0) }, to: &xml)
      xml.append(raw: "    </testcase>\n")
    }
    xml.append(raw: "  </testsuite>\n</testsuites>\n")
    return xml.bytes
  }

  private func isFailure(_ problems: [Diagnostic]) -> Bool {
    problems.areFailure(isStrict: run.isStrict, isForRelease: run.isForRelease)
  }

  private func append(_ problems: [Diagnostic], as texts: [String], to xml: inout ByteBuffer) {
    let element = isFailure(problems) ? "failure" : "system-out"
    xml.append(raw: "      <\(element)")
    if isFailure(problems), let worst = problems.max(by: { $0.severity < $1.severity }) {
      xml.append(attribute: "type", "\(worst.rule.code) \(worst.rule.name)")
      xml.append(
        attribute: "message", problems.count == 1 ? worst.sentence : problems.counts)
    }
    xml.append(raw: ">")
    for text in texts { xml.append(xml: text) }
    xml.append(raw: "</\(element)>\n")
  }
}

extension ByteBuffer {
  /// Appends an attribute. Tabs and line feeds become references, since an XML reader would turn them into spaces (XML 1.0,
  /// section 3.3.3).
  fileprivate mutating func append(attribute name: String, _ value: String) {
    append(raw: " \(name)=\"")
    append(allowedInXML(value)) { byte in
      switch byte {
      case UInt8(ascii: "\t"): "&#9;"
      case UInt8(ascii: "\n"): "&#10;"
      case UInt8(ascii: "\""): "&quot;"
      default: xmlEscape(byte)
      }
    }
    append(raw: "\"")
  }

  /// Appends the text of an element.
  fileprivate mutating func append(xml text: String) {
    append(allowedInXML(text), escaping: xmlEscape)
  }
}

private func xmlEscape(_ byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\r"): "&#13;"
  default: nil
  }
}

/// The text without the characters that XML 1.0 cannot hold (section 2.2): control characters other than white space, U+FFFE
/// and U+FFFF.
private func allowedInXML(_ text: String) -> String {
  func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
  guard text.unicodeScalars.contains(where: isForbidden) else { return text }
  var allowed = text
  allowed.unicodeScalars.removeAll(where: isForbidden)
  return allowed
}
