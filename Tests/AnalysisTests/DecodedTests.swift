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
    var random = SystemlessRandom(seed: 20)
    for _ in 0..<300 {
      var text = ""
      for character in Self.project {
        guard character == "%" else {
          text.append(character)
          continue
        }
        for _ in 0...random.next(7) { text += Self.parts[random.next(Self.parts.count)] }
      }
      // What the rendering shows is made of the ranges, which have to lie inside the files.
      #expect(!Fixture(text).check().rendering.isEmpty)
    }
  }

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

/// Numbers that look random and are the same in each run.
private struct SystemlessRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
