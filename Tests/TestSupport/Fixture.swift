/// A small project as one text, with what should be found written at the place.
///
/// `-- path --` starts a file. A line such as `# ^^^ error[rule-name]` belongs to the line above it and marks the
/// columns that a diagnostic must cover; `#1-4 error[rule-name]` says the columns as numbers (from one, the end not
/// included), for what the mark cannot point at. These lines are no part of the file.
package struct Fixture: Sendable {
  package private(set) var files: [(path: String, text: String)] = []
  package private(set) var expectations: [Expectation] = []

  /// A diagnostic as a fixture states it: one-based line and columns, the end not included.
  package struct Expectation: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let path: String
    package let line: Int
    package let start: Int
    package let end: Int
    package let severity: String
    package let rule: String

    package var description: String { "\(path):\(line):\(start)-\(end) \(severity)[\(rule)]" }

    package static func < (left: Expectation, right: Expectation) -> Bool {
      (left.path, left.line, left.start, left.end, left.rule)
        < (right.path, right.line, right.start, right.end, right.rule)
    }
  }

  package init(_ text: String) {
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        finish(&lines)
        files.append((String(line.dropFirst(3).dropLast(3)), ""))
      } else if let expectation = expectation(line, line: lines.count) {
        expectations.append(expectation)
      } else {
        lines.append(line)
      }
    }
    finish(&lines)
    if !files.contains(where: { $0.path == Fixture.frameworkPath || $0.path == "none" }) {
      files.append((Fixture.frameworkPath, Fixture.framework))
    }
    files.removeAll { $0.path == "none" }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    expectations.sort()
  }

  private mutating func finish(_ lines: inout [Substring]) {
    if !files.isEmpty { files[files.count - 1].text = lines.joined(separator: "\n") }
    lines = []
  }

  private func expectation(_ text: Substring, line: Int) -> Expectation? {
    guard text.hasPrefix("#"), let path = files.last?.path,
      let open = text.firstIndex(of: "["), let close = text[open...].firstIndex(of: "]"),
      let severity = ["error", "warning"].first(where: { text[..<open].hasSuffix($0) })
    else { return nil }
    let rule = String(text[text.index(after: open)..<close])
    let mark = text[..<open].dropLast(severity.count)
    guard let columns = Fixture.columns(mark) else { return nil }
    return Expectation(
      path: path, line: line, start: columns.lowerBound, end: columns.upperBound,
      severity: severity, rule: rule)
  }

  private static func columns(_ mark: Substring) -> Range<Int>? {
    if let first = mark.firstIndex(of: "^") {
      let start = mark.distance(from: mark.startIndex, to: first) + 1
      return start..<(start + mark.count { $0 == "^" })
    }
    let numbers = mark.dropFirst().split(separator: "-").compactMap {
      Int($0.filter { !$0.isWhitespace })
    }
    guard numbers.count == 2, numbers[0] <= numbers[1] else { return nil }
    return numbers[0]..<numbers[1]
  }

  package static let frameworkPath = "framework/framework.yaml"

  /// What a fixture gets that has no framework of its own. `-- none --` says that it wants none.
  static let framework = """
    framework: test
    title: Test
    edition: 1.0.0
    language: en-GB
    kinds:
      - {id: knowledge, title: Knowledge, stem: Know that}
      - {id: skill, title: Skill, stem: Know how to}
    phases:
      - {id: year-1, title: First year}
      - {id: year-2, title: Second year}
    roles:
      - {id: worker, title: Worker}
      - {id: assessor, title: Assessor, not-also: [worker]}
    evidence:
      - {id: observation, title: Observation, completed-by: assessor}
    """
}
