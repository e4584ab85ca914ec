import Compilation
import Diagnostics
import Model
import Output
import Project
import Session
import TestSupport
import Testing

@testable import Handbook

@Suite struct `Pages` {
  private static let settings = """
    handbook: {repository: "https://example.org/blob/main", name: Short, footer: "**Foot**"}

    """

  @Test func `of a statement stay where they are when it moves`() throws {
    let domain = """
      domain: body
      title: Body
      outcomes:
        - id: O-1
          title: One
          statements: [{id: S-1, text: thing}]
        - id: O-2
          title: Two
          statements: [{id: S-2, text: other}]

      """
    let sample = Sample("", domain: domain)
    let before = try sample.build()
    let moved = domain.replacing("S-1", with: "S-0").replacing("S-2", with: "S-1")
      .replacing("S-0", with: "S-2")
    let after = try Sample("", domain: moved).build()
    #expect(
      before.keys.filter { $0.contains("/statements/") }.sorted()
        == after.keys.filter { $0.contains("/statements/") }.sorted())
    #expect(before["handbook/statements/S-1.html"]?.contains("../outcomes/O-1.html") == true)
    #expect(after["handbook/statements/S-1.html"]?.contains("../outcomes/O-2.html") == true)
  }

  @Test func `lead to the line where their subject is written`() throws {
    let sample = Sample(Self.settings, count: 2) { _ in "text: thing" }
    let page = try #require(try sample.build()["handbook/statements/S-2.html"])
    // The second statement stands on the eighth line, as anybody can count.
    #expect(page.contains("href=\"https://example.org/blob/main/framework/domain.yaml#L8\""))
    #expect(page.contains("framework/domain.yaml, line 8"))
  }

  @Test func `tell what they were made from`() throws {
    func digest(_ text: String) throws -> Substring? {
      let page = try Sample("", count: 1) { _ in "text: \(text)" }.build()["handbook/index.html"]
      return page?.split(separator: "SHA-256 ").last?.prefix(64)
    }
    let first = try #require(try digest("thing"))
    #expect(first.count == 64 && first.allSatisfy(\.isHexDigit))
    #expect(try digest("thing") == first)
    #expect(try digest("think") != first)
  }

  @Test func `have what the settings say`() throws {
    let files = try Sample(Self.settings, count: 1) { _ in "text: thing" }.build()
    for (path, page) in files where path.hasSuffix(".html") {
      #expect(
        page.contains("<span>Short</span>") && page.contains("<strong>Foot</strong>"), "\(path)")
    }
  }

  @Test func `are the same each time they are made`() throws {
    let sample = Sample(Self.settings, count: 30) { "text: thing \($0), tags: [a, b]" }
    #expect(try sample.build() == sample.build())
  }

  @Test func `of downloads name what the same build makes`() throws {
    let sample = Sample("phases: [{id: p1, title: One}]\n", count: 1) { _ in "text: a, phase: p1" }
    let all = try sample.build(Set(outputFormats.map(\.id)))
    let page = try #require(all["handbook/downloads.html"])
    // What the page tells of in words alone: there is one of each for each schema.
    let more = ["schemas/draft-07/", "schemas/ui/", "schemas/examples/"]
    for path in all.keys
    where !path.hasPrefix("handbook/") && !more.contains(where: path.hasPrefix) {
      #expect(page.contains("href=\"../\(path)\""), "\(path)")
    }
    let alone = try sample.build(["handbook"])
    let own = try #require(alone["handbook/downloads.html"])
    #expect(own.contains("book.html") && !own.contains("checklists/"))
  }

  @Test func `name the language of what is in another`() throws {
    let sample = Sample("", count: 1) { _ in
      "text: thing, sources: [s], examples: [{setting: a, text: b, language: de}]"
    }
    sample.disk.put(
      "source: s\ntitle: Adroddiad\npublisher: P\ndate: 2020\nkind: law\nrights: R\nlanguage: cy",
      at: "p/seeds/s.yaml")
    let files = try sample.build()
    #expect(files["handbook/statements/S-1.html"]?.contains("lang=\"cy\">Adroddiad") == true)
    #expect(
      files["handbook/statements/S-1.html"]?.contains("class=\"example\" lang=\"de\"") == true)
    #expect(files["handbook/sources/s.html"]?.contains("<h1 lang=\"cy\">") == true)
  }

  @Test func `show no logo that is not there`() throws {
    let sample = Sample("handbook: {logo: assets/lgo.svg}\n", count: 1) { _ in "text: thing" }
    sample.disk.put("<svg/>", at: "p/templates/handbook/assets/logo.svg")
    let found = try Project(folder: "p", fileSystem: sample.disk).check().diagnostics
    #expect(found.map(\.rule.name) == ["missing-logo"])
    #expect(found.first?.help.contains("assets/logo.svg") == true)
    sample.disk.put("<svg/>", at: "p/templates/handbook/assets/lgo.svg")
    let page = try #require(try sample.build()["handbook/statements/S-1.html"])
    #expect(page.contains("<img src=\"../assets/lgo.svg\" alt=\"\">"))
  }

  @Test func `escape paths in addresses`() {
    #expect(percentEncoded("framework/ä b.yaml") == "framework/%C3%A4%20b.yaml")
  }

  @Test func `draw what a statement builds on, however many`() throws {
    let sample = Sample("", count: 30) { number in
      number == 30
        ? "text: last, after: [\((1...20).map { "S-\($0)" }.joined(separator: ", "))]"
        : "text: thing \(number)"
    }
    let page = try #require(try sample.build()["handbook/statements/S-30.html"])
    #expect(page.contains("aria-label=\"S-30 builds on 20 and leads to 0;"))
    #expect(page.contains(">14 more</text>"))
    // The list has them all.
    #expect(page.contains("href=\"S-20.html\""))
  }

  @Test func `say which edition they are of where it is replaced`() throws {
    let more = "status: superseded\nsuperseded-by: The new one\n"
    let page = try #require(
      try Sample(more, count: 1) { _ in "text: thing" }.build()["handbook/statements/S-1.html"])
    #expect(page.contains("<strong>Superseded</strong> Replaced by: The new one"))
    let current = try Sample("", count: 1) { _ in "text: thing" }.build()
    #expect(current["handbook/statements/S-1.html"]?.contains("outdated") == false)
  }

  @Test func `of another framework are divided if too many statements correspond to its items`()
    throws
  {
    let sample = Sample("", count: 900) { number in
      "text: thing, aligns: [{to: other/\(number > 500 ? 3 : 1), relation: related}]"
    }
    sample.disk.put(
      """
      crosswalk: other
      title: Other
      publisher: P
      version: "1"
      items:
        - {id: 1, title: One}
        - {id: 2, title: Two, declined: It is for others.}
        - {id: 3, title: Three}

      """, at: "p/framework/other.yaml")
    let files = try sample.build()
    let whole = try #require(files["handbook/crosswalks/other.html"])
    #expect(!whole.contains("S-900"))
    for (item, part) in [(1, 1), (2, 2), (3, 3)] {
      #expect(whole.contains("href=\"../crosswalks/other_\(part).html#item-\(item)_\""))
    }
    let parts = (1...3).compactMap { files["handbook/crosswalks/other_\($0).html"] }
    #expect(parts.map { $0.ranges(of: "class=\"code\" href").count } == [400, 100, 400])
    #expect(
      parts[1].contains("Not covered here.") && files["handbook/crosswalks/other_4.html"] == nil)
  }
}
