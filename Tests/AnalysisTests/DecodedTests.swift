import Analysis
import Diagnostics
import Syntax
import TestSupport
import Testing

/// Values that escapes and entities make, in every place for a text.
@Suite struct `Decoded values` {
  /// A project with `%` at each place for a text.
  private static let project = """
    -- framework/domain.yaml --
    domain: burns
    title: "%"
    outcomes:
      - id: B-1
        title: "%"
        summary: "%"
        statements:
          - id: B-1.1
            kind: skill
            text: "%"
            notes: {worker: "%"}
            tags: ["%"]
            status: {is: draft, because: "%"}
    -- framework/glossary.yaml --
    glossary:
      - {term: "%", definition: "%", also: ["%"]}
    -- framework/duties.yaml --
    duties:
      - {id: time, title: "%", text: "%", measure: "%"}
    -- framework/form.yaml --
    record: form
    title: "%"
    fields:
      - {name: a, title: "%", type: choice, choices: [met, not met, "%"]}
    -- seeds/source.yaml --
    source: source
    title: "%"
    publisher: "%"
    date: 2023
    kind: research
    rights: "%"
    facts:
      - {number: 1, text: "%"}
    """

  private static let parts = [
    "\\r", "\\n", "\\0", "\\L", "\\N", "\\e", "\\x1b", "\\u2028", "\\u0085", "\\u202E", "\\ufeff",
    "\\U0001F600", "\\t", "\\_", "&#13;", "&#x202E;", "&#0;", "&amp;", "[[B-1.1]]", "[[B&#45;1]]",
    "[a](", "javascript&#58;x)", "<i>", "![", "- ", "> ", "    ", "```", "*", "é", "a", " ", "1. ",
    "|", "~~", "\\\\", "---", "\\\"", "#", ": ", "\\r\\n",
  ]

  @Test func `never trap, and are told at a place in their file`() throws {
    var random = FixedRandom(seed: 20)
    for _ in 0..<attacks(few: 300, many: 2_200) {
      var text = ""
      for character in Self.project {
        guard character == "%" else {
          text.append(character)
          continue
        }
        for _ in 0...random.next(7) { text += Self.parts[random.next(Self.parts.count)] }
      }
      // The rendering is made of the ranges, which have to lie inside the files.
      #expect(!Fixture(text).check().rendering.isEmpty)
    }
  }

  /// A rule sees the value, however its characters are written.
  @Test func `are judged like the same text without escapes`() throws {
    var random = FixedRandom(seed: 21)
    for _ in 0..<attacks(few: 40, many: 1_000) {
      let template = random.next(2) == 0 ? Self.project : Self.phrases
      var (plain, escaped) = ("", "")
      for character in template {
        guard character == "%" else {
          plain.append(character)
          escaped.append(character)
          continue
        }
        for _ in 0...random.next(5) {
          let word = Self.words[random.next(Self.words.count)]
          plain += word
          for scalar in word.unicodeScalars {
            let digits = String(scalar.value, radix: 16)
            // A character that is visible as an escape may stand, though it could not be seen itself.
            let isHidden = [0xA0, 0xAD, 0x200B].contains(scalar.value)
            let isWritten = isHidden || random.next(3) > 0
            escaped +=
              isWritten
              ? String(scalar)
              : "\\U\(String(repeating: "0", count: 8 - digits.count))\(digits)"
          }
        }
      }
      let (found, expected) = (Fixture(escaped).check().findings, Fixture(plain).check().findings)
      func rules(_ findings: [Fixture.Expectation]) -> [String] {
        findings.map { "\($0.path):\($0.line) \($0.rule)" }.sorted()
      }
      #expect(rules(found) == rules(expected), "\(plain)")
    }
  }

  /// Words that rules look for, and signs that Markdown does.
  private static let words = [
    "a ", "child ", "[[B-1.1]] ", "[[X-9]] ", "[a](javascript:x) ", "[a](https://example.org) ",
    "<i>x</i> ", "*x* ", "![a](b) ", "NSPCC ", "utilise ", "and ", "Burns ", "know ", "should ",
    "é",
    "\u{AD}", "\u{200B}", "\u{A0}", "&amp; ", "&#8203;", "# ", "- ", "1. ", "telephone ", "birth ",
    "stakeholders ", "very ", "`x` ", "~~x~~ ",
  ]

  /// Texts as people write them, each in quotes.
  private static let phrases = project.replacing("\"%\"", with: "\"the %burn and %\"")

  @Test(arguments: [
    "\\r", "\\0", "\\a", "\\b", "\\e", "\\v", "\\f", "\\x01", "\\x1F", "\\x7f", "\\x9b", "\\u0085",
    "\\uFFFE", "\\uFEFF", "\\N", "a\\r- b", "\\r<i>", "\\U0001FFFF",
  ])
  func `that are control characters are refused wherever they stand`(escape: String) {
    let text = Self.project.replacing("%", with: "x \(escape) y")
    let count = Self.project.count { $0 == "%" }
    let found = Fixture(text).check().findings
    #expect(found.count { $0.rule == "control-character" } == count)
    #expect(found.count { $0.severity == "error" } == count)
  }

  @Test(arguments: ["\\r\\n", "\\u00e9", "\\\\r", "\\\"", "\\/"])
  func `that are text may stand`(escape: String) {
    let text = Self.project.replacing("%", with: "x \(escape) y")
    let found = Fixture(text).check().findings
    #expect(!found.contains { $0.rule == "control-character" })
  }
}
