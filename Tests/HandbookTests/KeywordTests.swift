import Model
import Testing

@testable import Handbook

@Suite struct `The index from A to Z` {
  private func index(_ texts: [String]) throws -> KeywordIndex {
    let sample = Sample("", count: texts.count) { "text: \"\(texts[$0 - 1])\"" }
    return KeywordIndex(try #require(sample.framework))
  }

  private func entry(_ head: String, _ index: KeywordIndex) -> KeywordIndex.Entry? {
    index.pages.flatMap(\.entries).first { $0.head == head }
  }

  @Test func `leads from a word to its statements`() throws {
    let index = try index(["the **harbour** wall", "a harbour's light, and this", "Harbour"])
    #expect(entry("harbour", index)?.statements.map(\.index) == [0, 1, 2])
    #expect(entry("wall", index)?.statements.count == 1)
    for word in ["this", "the", "and", "harbour's"] { #expect(entry(word, index) == nil) }
  }

  @Test func `leaves out what stands everywhere`() throws {
    let texts = (1...48).map { "common thing\($0)" + ($0 <= 4 ? " scarce" : "") }
    let index = try index(texts)
    #expect(entry("common", index) == nil)
    #expect(entry("scarce", index)?.statements.count == 4)
  }

  @Test func `is in order, with a page for each letter`() throws {
    let index = try index(["zebra apple Ångström Apricot 1234 żaba"])
    #expect(
      index.pages.map(\.title) == ["0–9", "A", "B", "O", "Z", "Å", "Ż"])
    #expect(
      index.pages.map(\.path) == [
        "a-to-z/0-9.html", "a-to-z/a.html", "a-to-z/b.html", "a-to-z/o.html", "a-to-z/z.html",
        "a-to-z/ue5.html", "a-to-z/u17c.html",
      ])
    #expect(index.pages[1].entries.map(\.head) == ["apple", "apricot"])
  }

  @Test func `has as many pages for a letter as it needs`() throws {
    let texts = (1...1000).map { "aaaa\($0) thing" }
    let index = try index(texts)
    let pages = index.pages.filter { $0.title.hasPrefix("A") }
    #expect(pages.count == 3)
    #expect(Set(index.pages.map(\.path)).count == index.pages.count)
    #expect(pages.flatMap(\.entries).count == 1000)
  }

  @Test func `is the same each time`() throws {
    let texts = (1...50).map { "alpha\($0) beta\($0) gamma\($0)" }
    let first = try index(texts)
    let second = try index(texts)
    #expect(
      first.pages.map { $0.entries.map(\.head) } == second.pages.map { $0.entries.map(\.head) })
  }
}
