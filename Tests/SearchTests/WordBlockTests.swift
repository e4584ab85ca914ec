import Output
import Synchronization
import Testing

@testable import Search

@Suite struct `The words of entries that are remembered` {
  private static let texts = [
    "the red fox", "Café", "ein Straßenfuchs und ein Café", "the the the", "漢字", "", "Red-Green 7",
    "fox and FOX and Fox", "naïve Œuvre",
  ]

  private func entries(_ texts: [String]) -> [TestEntry] {
    texts.enumerated().map { number, text in
      TestEntry(
        address: "p\(number).html", code: number % 3 == 0 ? nil : "P-\(number)",
        title: text, text: "\(text) and more")
    }
  }

  /// The files of an index, and what it keeps.
  private func build(
    _ entries: [TestEntry], remembering bytes: [UInt8] = [],
    isSame: @escaping @Sendable (Int) -> Bool
  ) -> (files: [String: [UInt8]], kept: [UInt8]) {
    let kept = Mutex<[UInt8]>([])
    let index = SearchIndex(
      entries,
      remembered: RememberedWords(bytes: bytes[...], isSame: isSame) { bytes in
        kept.withLock { $0 = bytes }
      })
    let files = index.wordFiles(below: "h") + index.entryFiles(below: "h")
    return (
      Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes()) }),
      kept.withLock { $0 }
    )
  }

  /// Enough entries for several threads, of which some change from one index to the next. Words and folded letters come and go.
  @Test func `make the same index as reading all of them`() {
    var random = SystemRandomNumberGenerator()
    var texts = (0..<700).map { _ in Self.texts.randomElement(using: &random) ?? "" }
    var kept = build(entries(texts)) { _ in false }.kept
    for round in 0..<8 {
      let before = texts
      for _ in 0..<(round == 0 ? 0 : 1 << round) {
        texts[Int.random(in: texts.indices, using: &random)] =
          round == 4 ? "only this" : Self.texts.randomElement(using: &random) ?? ""
      }
      let after = texts
      let (files, next) = build(entries(texts), remembering: kept) { before[$0] == after[$0] }
      let clean = build(entries(texts)) { _ in false }
      #expect(files == clean.files)
      kept = next
    }
  }

  @Test func `are not believed if they are of another number of entries, or cut`() {
    let kept = build(entries(Self.texts)) { _ in false }.kept
    let count = Self.texts.count
    #expect(WordBlock.blocks(kept[...], entryCount: count)?.count == 1)
    #expect(WordBlock.blocks(kept[...], entryCount: count + 1) == nil)
    #expect(WordBlock.blocks((kept + [0])[...], entryCount: count) == nil)
    for size in 0..<kept.count {
      #expect(WordBlock.blocks(kept[..<size], entryCount: count) == nil)
    }
  }

  @Test func `are kept and read back as they were`() throws {
    let kept = build(entries((0..<600).map { "Café \($0)" })) { _ in false }.kept
    let blocks = try #require(WordBlock.blocks(kept[...], entryCount: 600))
    #expect(blocks.count == 3)
    #expect(WordBlock.bytes(of: blocks, entryCount: 600) == kept)
  }

  @Test func `are read for words only in a block with one that has changed`() {
    let entries = entries((0..<600).map { "text \($0)" })
    let kept = build(entries) { _ in false }.kept
    let read = Mutex<Set<Int>>([])
    _ = SearchIndex(
      count: entries.count,
      remembered: RememberedWords(bytes: kept[...], isSame: { $0 != 300 }, keep: { _ in }),
      address: { entries[$0].address },
      fill: { number, entry in
        read.withLock { _ = $0.insert(number) }
        entries[number].fill(&entry)
      })
    #expect(read.withLock { $0 } == Set(256..<512))
  }
}
