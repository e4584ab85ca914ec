internal import Output

/// Gathers the words of entries, one block after another.
struct WordCollector: Sendable {
  private var cutter = WordCutter()
  private var found = FoundWords()

  /// The word numbers of the current title.
  private var title: [Int] = []

  /// The words of a block's entries, in order.
  mutating func block(
    of entries: Range<Int>, _ fill: (Int, inout SearchEntry) -> Void
  ) -> WordBlock {
    cutter.foldedLetters.removeAll(keepingCapacity: true)
    var entry = SearchEntry()
    for number in entries {
      entry.clear()
      fill(number, &entry)
      add(entry, number - entries.lowerBound)
    }
    return found.takeBlock(folded: cutter.foldedLetters.map(\.value))
  }

  /// Adds the words of an entry. Entries of a block are added in ascending order.
  private mutating func add(_ entry: SearchEntry, _ number: Int) {
    found.beginEntry()
    if let code = entry.code {
      // The whole code, beside the words in it.
      code.lowercased().withBytes {
        found.add(found.number(of: $0), number, Weight.most, most: Weight.most)
      }
      code.withBytes { addTitle($0, number) }
    }
    entry.title.withBytes { addTitle($0, number) }
    entry.kind.withBytes { addText($0, number) }
    entry.text.withBytes { addText($0, number) }
  }

  private mutating func addTitle(_ text: UnsafeBufferPointer<UInt8>, _ entry: Int) {
    title.removeAll(keepingCapacity: true)
    cutter.cut(text) { title.append(found.number(of: $0)) }
    let weight = Weight.title(of: title.count)
    for word in title { found.add(word, entry, weight, most: Weight.most) }
  }

  private mutating func addText(_ text: UnsafeBufferPointer<UInt8>, _ entry: Int) {
    cutter.cut(text) {
      found.add(found.number(of: $0), entry, Weight.text, most: Weight.mostByText)
    }
  }
}

/// The weight of a word in a code or title, and in a text.
private enum Weight {
  /// The weight of a word in a title of so many words. A short title is about little else, so its words weigh more.
  static func title(of count: Int) -> Int { count <= 3 ? 8 : count <= 6 ? 6 : 5 }
  static let text = 1
  static let most = 20

  /// The most that a word can weigh by a text, which is less than once in a title.
  static let mostByText = 4
}
