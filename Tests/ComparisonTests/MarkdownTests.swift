import Comparison
import Testing

/// Comparisons as a comment on a pull request.
@Suite struct `A comparison in Markdown` {
  /// The sample with so many statements reworded, and another one gone.
  private func comparison(_ count: Int, text: String, title: String = "Making things") throws
    -> Comparison
  {
    func domain(_ word: String, _ statements: String = "") -> String {
      (0..<count).reduce(
        """
        domain: paper
        title: Paper
        outcomes:
          - id: P-1
            title: Folds paper
            statements:

        """ + statements
      ) {
        $0
          + "      - {id: P-1.\($1), kind: knowledge, text: '\(word) number \($1) \(text)', phase: later}\n"
      }
    }
    return try Sample.comparison(
      from: [
        Edit(
          "paper.yaml", "",
          domain("thin", "      - {id: GONE, kind: knowledge, text: a, phase: later}\n"))
      ],
      to: [
        Edit("paper.yaml", "", domain("thick")),
        Edit("framework.yaml", "title: Making things", "title: '\(title)'"),
      ])
  }

  @Test func `says all that fits into a comment`() throws {
    let text = try comparison(50, text: "sheets").markdown()
    #expect(text.split(separator: "\n").count { $0.hasPrefix("- **P-1.") } == 50)
    #expect(!text.contains("left out"))
  }

  @Test(arguments: ["sheets", "é**_日本_**", String(repeating: "<&> ", count: 200)])
  func `leaves out whole changes, the least ones first, and counts them`(words: String) throws {
    let comparison = try comparison(1500, text: words)
    let text = comparison.markdown()
    // What GitHub counts is at most the number of bytes.
    #expect(text.utf8.count < 63_000 && text.utf8.count > 50_000)
    #expect(text.contains("- **GONE**"))
    let shown = text.split(separator: "\n").count { $0.hasPrefix("- **") }
    #expect(
      text.contains(
        "**\(comparison.changes.count - shown) of \(comparison.changes.count) changes are left out here**"
      ))
    #expect(text.hasSuffix("run the same `ksf diff` without `--format markdown`.\n"))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count { $0.hasPrefix("<details>") } == lines.count { $0 == "</details>" })
  }

  @Test func `names a change whose texts are too long`() throws {
    let text = try comparison(3, text: String(repeating: "word ", count: 20_000)).markdown()
    #expect(text.utf8.count < 5_000)
    #expect(text.split(separator: "\n").count { $0.contains("too long to be shown here") } == 3)
  }

  @Test func `shortens a title that nobody could read`() throws {
    let title = String(repeating: "long ", count: 30_000)
    #expect(try comparison(1, text: "sheet", title: title).markdown().utf8.count < 10_000)
  }
}
