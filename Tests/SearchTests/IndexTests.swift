import Output
import Testing

@testable import Search

@Suite struct `A search index` {
  private func entry(_ number: Int, _ title: String, text: String = "") -> TestEntry {
    TestEntry(address: "p\(number).html", code: "P-\(number)", title: title, text: text)
  }

  private func files(_ entries: [TestEntry]) -> [String: String] {
    let index = SearchIndex(entries)
    return Dictionary(
      uniqueKeysWithValues: (index.wordFiles(below: "h") + index.entryFiles(below: "h")).map {
        ($0.path, String(decoding: $0.bytes(), as: UTF8.self))
      })
  }

  @Test func `has a file for the words of each first letter, and the entries`() {
    let files = files([entry(0, "Café"), entry(1, "tea </script>")])
    #expect(
      files["h/search/index.js"]
        == #"ksfSearch("index",0,{"count":2,"fold":{"é":"e"},"words":["0","1","c","p","s","t"]});"#
        + "\n")
    #expect(files["h/search/words-2.js"] == "ksfSearch(\"words\",2,{\n\"cafe\":[0,8]\n});\n")
    #expect(
      files["h/search/entries-0.js"] == """
        ksfSearch("entries",0,[
        ["p0.html","Page","P-0","Café",""],
        ["p1.html","Page","P-1","tea \\u003c/script>",""]
        ]);

        """)
  }

  @Test func `is cut into files that stay small`() {
    let entries = (0..<3_000).map { number in
      entry(number, "word\(number) ward\(number % 900) w", text: "always")
    }
    let files = files(entries)
    for (path, text) in files { #expect(text.utf8.count < 100_000, "\(path)") }
    #expect(files.keys.filter { $0.contains("entries-") }.count == 47)
    #expect(files.keys.filter { $0.contains("words-") }.count > 10)
    let all = files.values.joined()
    #expect(all.contains("\n\"always\":0"))
    // Steps from entry to entry: 0, 900, 1800, 2700.
    #expect(all.contains("\"ward0\":[0,8,900,8,900,8,900,8]"))
  }

  /// The index of some texts, in blocks of so many entries as they come.
  private func index(_ texts: [String], cut: [Range<Int>]) -> WordIndex {
    var collector = WordCollector()
    return WordIndex(
      cut.map { range in
        collector.block(of: range) { number, entry in
          entry.title.append(raw: texts[number])
        }
      }, most: 500)
  }

  private func words(_ index: WordIndex) -> [String] {
    index.words.map { word in index.withBytes(of: word) { String(decoding: $0, as: UTF8.self) } }
  }

  @Test func `has every word in the file with the longest prefix that it begins with`() {
    let texts = Array(repeating: "a ab abc abd é éa éb b", count: 10)
    let index = index(texts, cut: [0..<10])
    #expect(words(index) == ["a", "ab", "abc", "abd", "b", "e", "ea", "eb"])
    let shards = WordShard.cut(index, maximum: 60)
    #expect(shards.map(\.prefix) == ["a", "ab", "abc", "abd", "b", "e", "ea", "eb"])
    #expect(shards.map(\.range) == (0..<8).map { $0..<($0 + 1) })
  }

  @Test func `has letters of several bytes whole in what files begin with`() {
    let index = index(Array(repeating: "жизнь жить жук 社会 社工", count: 10), cut: [0..<10])
    let shards = WordShard.cut(index, maximum: 60)
    #expect(shards.map(\.prefix) == ["жиз", "жит", "жу", "社会", "社工"])
  }

  @Test func `has the places of words from all blocks, in the order of the entries`() {
    let count = 2 * WordBlock.entryCount + 40
    let texts = (0..<count).map { number in
      "word\(number % 7) word\(number % 3) averylongword\(number % 2) only\(number)"
    }
    let index = index(texts, cut: [0..<256, 256..<512, 512..<count])
    let words = words(index)
    #expect(words == words.sorted())
    for (word, text) in zip(index.words, words) {
      let places = index.places(of: word)
      let expected = texts.indices.filter { texts[$0].split(separator: " ").contains(text[...]) }
      #expect(places.map(\.entry) == expected, "\(text)")
      #expect(places.allSatisfy { (1...20).contains($0.weight) })
    }
  }
}
