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

  /// What an index was kept as: all words, and those that have changed since.
  private struct Kept: Sendable {
    var all: [UInt8] = []
    var changed: [UInt8] = []
  }

  /// The files of an index, and what it keeps.
  private func build(
    _ entries: [TestEntry], remembering former: Kept? = nil,
    isSame: @escaping @Sendable (Int) -> Bool
  ) -> (files: [String: [UInt8]], kept: Kept) {
    let kept = Mutex(former ?? Kept())
    let index = SearchIndex(
      entries,
      remembered: RememberedWords(
        read: {
          former.map { former in
            RememberedWords.Kept(all: former.all[...], changed: former.changed[...]) { changed in
              kept.withLock { $0.changed = changed }
            }
          }
        }, isSame: isSame
      ) { all in
        kept.withLock { $0 = Kept(all: all) }
      })
    let files = index.wordFiles(below: "h") + index.entryFiles(below: "h")
    return (
      Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes()) }),
      kept.withLock { $0 }
    )
  }

  /// Enough entries for several threads, of which some change from one index to the next. Words come and go, and so do folded
  /// letters: of a block without them only the entries that have changed are read.
  @Test(arguments: [true, false])
  func `make the same index as reading all of them`(hasFoldedLetters: Bool) {
    var random = SystemRandomNumberGenerator()
    let choice = Self.texts.filter { text in
      hasFoldedLetters || !text.unicodeScalars.contains { (0x80..<0x2000).contains($0.value) }
    }
    var texts = (0..<700).map { _ in choice.randomElement(using: &random) ?? "" }
    var kept = build(entries(texts)) { _ in false }.kept
    for round in 0..<8 {
      let before = texts
      for _ in 0..<(round == 0 ? 0 : 1 << round) {
        texts[Int.random(in: texts.indices, using: &random)] =
          round == 4 ? "only this" : choice.randomElement(using: &random) ?? ""
      }
      let after = texts
      let (files, next) = build(entries(texts), remembering: kept) { before[$0] == after[$0] }
      let clean = build(entries(texts)) { _ in false }
      #expect(files == clean.files)
      kept = next
    }
  }

  /// So many entries that few changes are kept beside the rest, and in the end so many changes that all are kept anew.
  @Test func `are kept beside the rest as long as they are few`() {
    var texts = (0..<4200).map { "text \($0) \(Self.texts[$0 % Self.texts.count])" }
    var kept = build(entries(texts)) { _ in false }.kept
    let first = kept.all
    for (round, place) in [700, 701, 4199, 30].enumerated() {
      let before = texts
      texts[place] = "another \(round)"
      let after = texts
      let (files, next) = build(entries(texts), remembering: kept) { before[$0] == after[$0] }
      #expect(files == build(entries(texts)) { _ in false }.files)
      #expect((next.all == first) == (round < 3))
      #expect(next.changed.isEmpty == (round == 3))
      kept = next
    }
  }

  @Test func `are not believed if those beside the rest are cut`() {
    let entries = entries((0..<2100).map { "text \($0)" })
    var kept = build(entries) { _ in false }.kept
    let whole = build(entries, remembering: kept) { $0 != 300 }
    #expect(!whole.kept.changed.isEmpty)
    for size in [1, 8, 20, 48, whole.kept.changed.count - 1] {
      kept.changed = Array(whole.kept.changed.prefix(size))
      let read = Mutex<Set<Int>>([])
      let isSame: @Sendable (Int) -> Bool = { number in
        read.withLock { _ = $0.insert(number) }
        return true
      }
      #expect(build(entries, remembering: kept, isSame: isSame).files == whole.files)
      // If they were believed, each would be asked whether it is the same.
      #expect(read.withLock { $0.isEmpty } == (size != 8))
    }
  }

  @Test func `are not believed if they are of another number of entries, or cut`() {
    let kept = build(entries(Self.texts)) { _ in false }.kept.all
    let count = Self.texts.count
    #expect(WordBlock.blocks(kept[...], entryCount: count)?.count == 1)
    #expect(WordBlock.blocks(kept[...], entryCount: count + 1) == nil)
    #expect(WordBlock.blocks((kept + [0])[...], entryCount: count) == nil)
    for size in 0..<kept.count {
      #expect(WordBlock.blocks(kept[..<size], entryCount: count) == nil)
    }
  }

  @Test func `are kept and read back as they were`() throws {
    let kept = build(entries((0..<600).map { "Café \($0)" })) { _ in false }.kept.all
    let blocks = try #require(WordBlock.blocks(kept[...], entryCount: 600))
    #expect(blocks.count == 3)
    #expect(WordBlock.bytes(of: blocks, entryCount: 600) == kept)
  }

  @Test(arguments: [("text", Set([300])), ("Café", Set(256..<512))])
  func `are read for words only if they have changed, or are beside folded letters`(
    text: String, expected: Set<Int>
  ) {
    let entries = entries((0..<600).map { "\(text) \($0)" })
    let kept = build(entries) { _ in false }.kept.all
    let read = Mutex<Set<Int>>([])
    _ = SearchIndex(
      count: entries.count,
      remembered: RememberedWords(
        read: { RememberedWords.Kept(all: kept[...], changed: []) { _ in } },
        isSame: { $0 != 300 }, keep: { _ in }),
      address: { entries[$0].address },
      fill: { number, entry in
        read.withLock { _ = $0.insert(number) }
        entries[number].fill(&entry)
      })
    #expect(read.withLock { $0 } == expected)
  }
}
