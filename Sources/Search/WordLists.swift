/// Words with the entries that each stands in, for an index that people read.
package enum WordLists {
  /// Calls its argument with each word of an entry, as bytes that are there until it returns.
  package typealias Reader = (_ entry: Int, _ give: (UnsafeBufferPointer<UInt8>) -> Void) -> Void

  /// Each word that stands in no more than `most` of the entries, in the order of code points, with the numbers of these.
  ///
  /// `makeReader` makes what reads entries on one thread.
  package static func gathered(
    count: Int, most: Int,
    _ makeReader: @escaping @Sendable () -> Reader
  ) -> [(word: String, entries: [Int])] {
    let blocks = WordBlock.gathered(count, by: { ListCollector(read: makeReader()) }) {
      $0.block(of: $1)
    }
    let index = WordIndex(blocks, most: most)
    return index.words.filter { !$0.isCommon }.map { word in
      let text = index.withBytes(of: word) { String(decoding: $0, as: UTF8.self) }
      return (text, index.places(of: word).map(\.entry))
    }
  }
}

/// Gathers which words stand in entries, and not how often.
private struct ListCollector {
  let read: WordLists.Reader
  private var found = FoundWords()

  init(read: @escaping WordLists.Reader) { self.read = read }

  mutating func block(of entries: Range<Int>) -> WordBlock {
    for entry in entries {
      found.beginEntry()
      read(entry) { word in
        found.add(found.number(of: word), entry - entries.lowerBound, 1, most: 1)
      }
    }
    return found.takeBlock(folded: [])
  }
}
