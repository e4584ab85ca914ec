import Output
import Testing

@testable import Search

@Suite struct `A search index` {
  private func entry(_ number: Int, _ title: String, text: String = "") -> SearchEntry {
    SearchEntry(
      address: "p\(number).html", kind: "Page", code: "P-\(number)", title: title,
      text: Array(text.utf8))
  }

  private func files(_ entries: [SearchEntry]) -> [String: String] {
    let index = SearchIndex(count: entries.count) { entries[$0] }
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

  @Test func `has every word in the file with the longest prefix that it begins with`() {
    let words = ["a", "ab", "abc", "abd", "b"].map {
      IndexedWord(word: $0, places: 0..<10)
    }
    let shards = WordShard.cut(words, maximum: 60)
    #expect(shards.map(\.prefix) == ["a", "ab", "abc", "abd", "b"])
    #expect(shards.map(\.range) == [0..<1, 1..<2, 2..<3, 3..<4, 4..<5])
  }

  @Test func `does not depend on how many gather its words`() {
    let entries = (0..<40).map { number in
      entry(
        number, "word\(number % 7) Wörter word\(number % 3)",
        text: "word1 word\(number % 5) averylongword\(number % 2)")
    }
    func collected(_ ranges: [Range<Int>]) -> WordIndex {
      WordIndex(
        ranges.map { range in
          var collector = WordCollector()
          for number in range { collector.add(entries[number], number) }
          return collector
        }, entryCount: entries.count)
    }
    let whole = collected([0..<40])
    let parts = collected([0..<1, 1..<25, 25..<40])
    #expect(whole.words.map(\.word) == whole.words.map(\.word).sorted())
    #expect(parts.words.map(\.word) == whole.words.map(\.word))
    #expect(parts.words.map(\.places) == whole.words.map(\.places))
    #expect(parts.places == whole.places)
    for word in whole.words {
      let numbers = whole.places[word.places].map(\.entry)
      #expect(numbers == numbers.sorted() && Set(numbers).count == numbers.count)
    }
  }
}
