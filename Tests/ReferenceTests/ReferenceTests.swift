import Comparison
import Diagnostics
import Grammar
import Reference
import Templates
import Testing

/// What a page in Markdown is made of.
private struct Page {
  let text: String

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  var headings: [String] { lines.filter { $0.hasPrefix("#") }.map(String.init) }

  /// GitHub's anchors of the headings.
  var anchors: Set<String> {
    Set(
      headings.map { heading in
        heading.drop { $0 == "#" || $0 == " " }.lowercased().filter {
          $0.isLetter || $0.isNumber || "- _".contains($0)
        }
        .replacing(" ", with: "-")
      })
  }

  /// What links within the page lead to.
  var targets: Set<String> {
    Set(text.matches(of: /\]\(#([^)]*)\)/).map { String($0.1) })
  }

  /// The lines of the section under a heading.
  func section(_ heading: String) -> [Substring] {
    let lines = lines
    guard let start = lines.firstIndex(of: heading[...]) else { return [] }
    return Array(lines[(start + 1)...].prefix { !$0.hasPrefix(heading.prefix { $0 == "#" } + " ") })
  }
}

@Suite struct `The reference of the language` {
  private let page = Page(text: languageReference())

  @Test func `has a section for each entity, and one row for each key`() {
    #expect(page.headings.count { $0.hasPrefix("## ") } == Grammar.entities.count)
    let rows = page.lines.count { $0.hasPrefix("| `") }
    #expect(rows == Grammar.entities.reduce(0) { $0 + $1.fields.count })
    #expect(page.headings.contains("## Type of evidence"))
    #expect(page.headings.contains("## Evidence rule"))
  }

  @Test func `leads nowhere that is not there`() {
    #expect(!page.targets.isEmpty)
    #expect(page.targets.subtracting(page.anchors).isEmpty)
  }

  @Test func `says of a key what it takes and whether it is needed`() {
    let statement = page.section("## Statement")
    #expect(statement.contains { $0.hasPrefix("| `id` | an id **(needed)** | ") })
    #expect(statement.contains { $0.hasPrefix("| `phase` | the id of [a phase](#phase) | ") })
    #expect(
      statement.contains {
        $0.hasPrefix(
          "| `after` | a list: the id of [a statement](#statement) or [an outcome](#outcome) | ")
      })
    #expect(
      statement.contains {
        $0.hasPrefix("| `levels` | for each id of [a role](#role): the id of [a level](#level) | ")
      })
    #expect(
      page.section("## Phase").contains { $0.hasPrefix("| `months` | a number, 1 to 600 | ") })
    #expect(page.section("## Phase").contains("- `mandatory`: Everybody goes through it."))
    #expect(
      page.section("## Source").contains {
        $0.hasPrefix("| `date` | a year, month or day **(needed)** | ")
      })
    #expect(page.section("## Source").contains { $0.hasPrefix("| `accessed` | a day | ") })
  }

  @Test func `has four cells in each row`() {
    for line in page.lines where line.hasPrefix("| `") {
      #expect(line.replacing("\\|", with: "").split(separator: "|").count == 4, "\(line)")
    }
  }

  @Test func `has an example of each entity`() {
    for entity in Grammar.entities {
      #expect(page.text.contains("```yaml\n\(entity.example)\n```"))
    }
  }

  @Test func `lists the kinds of file by their first keys`() {
    for key in [
      "framework", "domain", "duties", "reviews", "record", "source", "crosswalk", "glossary",
      "history", "changes",
    ] {
      #expect(page.lines.contains { $0.hasPrefix("- `\(key):` [") })
    }
  }
}

@Suite struct `The reference of the rules` {
  private let rules = [
    Rule(
      "KSF9001", "first-rule", summary: "Reports one.", reason: "It is bad.", bad: "a: 1",
      good: "a: 2"),
    Rule(
      "KSF9002", "second-rule", .warning, summary: "Reports two.", reason: "It is odd.",
      bad: "b:\n  - 1", good: "b: []"),
  ]

  @Test func `has a row and a page for each, in order`() {
    let page = Page(text: ruleReference(rules))
    #expect(
      page.lines.filter { $0.hasPrefix("| [") } == [
        "| [KSF9001](#first-rule) | error | [first-rule](#first-rule) |",
        "| [KSF9002](#second-rule) | warning | [second-rule](#second-rule) |",
      ])
    #expect(page.headings == ["# Rules", "## first-rule", "## second-rule"])
    #expect(
      page.section("## second-rule").joined(separator: "\n") == """

        KSF9002, warning. Reports two.

        **Why.** It is odd.

        Wrong:

        ```yaml
        b:
          - 1
        ```

        Right:

        ```yaml
        b: []
        ```

        """)
  }

  @Test func `may have none`() {
    #expect(Page(text: ruleReference([])).headings == ["# Rules"])
  }
}

@Suite struct `The reference of changes` {
  private let page = Page(text: changeReference(ChangeRule.all))

  @Test func `has a row and a page for each rule`() {
    for rule in ChangeRule.all {
      #expect(
        page.lines.contains(
          "| \(rule.code) | [\(rule.name)](#\(rule.name)) | \(rule.changeClass.title) |"))
      #expect(page.headings.count { $0 == "### \(rule.name)" } == 1)
    }
    #expect(page.targets.subtracting(page.anchors).isEmpty)
  }

  /// By Semantic Versioning, read for frameworks: before 1.0.0 each class demands one step less.
  @Test func `says which edition each class demands`() {
    let rows = page.lines.filter {
      $0.hasPrefix("| ") && $0.contains(".") && !$0.contains("`") && !$0.contains("](#")
    }
    .map { $0.split(separator: "|").map { String($0.drop { $0 == " " }) } }
    .map { "\($0[0])\($0[2])\($0[3])" }
    #expect(
      rows == [
        "worst change after 0.4.2 after 1.4.2 ", "editorial 0.4.3 1.4.3 ",
        "compatible 0.4.3 1.5.0 ",
        "breaking for people part-way through 0.5.0 2.0.0 ", "breaking for machines 0.5.0 2.0.0 ",
      ])
  }

  @Test func `says how a status may go, twice the same`() {
    let arrows = page.lines.filter { $0.contains(" --> ") }.map { $0.drop { $0 == " " } }
    #expect(arrows.contains("published --> superseded"))
    #expect(!arrows.contains { $0.hasPrefix("withdrawn -->") })
    #expect(!arrows.contains("published --> draft"))
    #expect(page.lines.contains("| `published` | `superseded`, `withdrawn` |"))
    #expect(page.lines.contains("| `withdrawn` | nothing else |"))
    #expect(arrows.count == 14)
  }
}

@Suite struct `The reference of templates` {
  private struct Item: RecordShape {
    static let layout = RecordLayout<Self>("small item")
    let name = Field<String>("name", "What it is called.")
    let inner = Field<[Record<Item>]>("inner", "Items in it.")
  }

  private struct Whole: RecordShape {
    static let layout = RecordLayout<Self>("whole page")
    static let template = PageTemplate<Whole>("whole", .markdown)
    let text = Field<SafeMarkup>("text", "Some markup.")
    let isNew = Field<Bool>("isNew", "Whether it is new.")
    let items = Field<[Record<Item>]>("items", "Its items.")
    let first = Field<Record<Item>>("first", "One of them.")
  }

  @Test func `has each record once, with what stands under its names`() {
    let page = Page(text: templateReference([Whole.template]))
    #expect(page.headings == ["# Templates", "## whole page", "## small item"])
    #expect(page.lines.contains("- `whole.md.mustache` shows a [whole page](#whole-page)"))
    #expect(
      page.section("## whole page").filter { $0.hasPrefix("| `") } == [
        "| `text` | markup: `{{{…}}}` | Some markup. |",
        "| `isNew` | yes or no | Whether it is new. |",
        "| `items` | list of [small item](#small-item) | Its items. |",
        "| `first` | one [small item](#small-item) | One of them. |",
      ])
    #expect(
      page.section("## small item").filter { $0.hasPrefix("| `") }.first
        == "| `name` | text: `{{…}}` | What it is called. |")
    #expect(page.targets.subtracting(page.anchors).isEmpty)
  }
}
