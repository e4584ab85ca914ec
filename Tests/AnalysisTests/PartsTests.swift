import Diagnostics
import TestSupport
import Testing

/// Texts are read and statements are linked in parts. What only all parts together tell must not depend on where they are cut.
@Suite struct `A framework of many parts` {
  /// Statements that say nothing alike, with some of their lines replaced; and a long glossary in a file of its own.
  private func findings(_ special: [Int: String]) -> [String] {
    let count = 2500
    var text = "-- framework/a.yaml --\ndomain: a\ntitle: A\noutcomes:\n  - id: O-1\n    title: O\n"
    text += "    statements:\n"
    for index in 0..<count {
      // Four words each that no other statement has.
      let words = ["w", "x", "y", "z"].map { $0 + letters(index) + "k" }.joined(separator: " ")
      let line = special[index] ?? "text: saw the \(words)"
      text += "      - id: A-\(index + 1)\n        kind: skill\n        \(line)\n"
    }
    let fixture = Fixture(text)
    let result = fixture.check()
    return result.diagnostics.filter { $0.rule.name != "statement-without-source" }
      .filter {
        !["skill-without-knowledge", "over-budget", "unused-entry"].contains($0.rule.name)
      }
      .map { "\($0.rule.name) \($0.range.map { result.files[$0.file].text($0) } ?? "")" }
  }

  /// A number in letters, so that it is a part of its word.
  private func letters(_ number: Int) -> String {
    String(String(number).unicodeScalars.map { Character(Unicode.Scalar(UInt8($0.value + 50))) })
  }

  @Test func `says nothing of what is right`() {
    #expect(findings([:]) == [])
  }

  @Test func `knows in each part what another explains`() {
    #expect(
      findings([
        3: "text: ask what the QRT wants", 1500: "text: tell the quick response team (QRT) all",
      ]) == [])
    #expect(
      findings([3: "text: ask what the QRT wants", 1500: "text: tell the QRT of all that is new"])
        == ["undefined-abbreviation QRT"])
    #expect(
      findings([
        1500: "text: ask what the QRT wants", 2400: "text: tell the QRT of all that is new",
      ])
        == ["undefined-abbreviation QRT"])
  }

  @Test func `knows in each part the verbs of another`() {
    let special = [3: "text: lift up the heavy lid and glorp the small one"]
    #expect(findings(special) == [])
    #expect(
      findings(special.merging([2300: "text: glorp what is left over"]) { $1 })
        == ["two-ideas and glorp"])
  }

  @Test func `compares the statements of all parts`() {
    let text = "text: mend the old blue boat before the tide"
    #expect(
      findings([900: text, 2100: text]) == ["near-duplicate mend the old blue boat before the tide"]
    )
  }

  @Test func `resolves and reports references in the order of the text`() {
    let special = [
      5: "text: mend a boat\n        relies-on: [A-2400]",
      700: "text: row it\n        relies-on: [B-9]",
      2000: "text: sail it\n        relies-on: [A-6, C-9]",
    ]
    #expect(findings(special) == ["unknown-reference B-9", "unknown-reference C-9"])
  }
}
