/// Words with the entries that contain each of them, for an index that people read.
package enum WordLists {
  /// Calls `give` with each word of an entry. The bytes are valid until `give` returns.
  package typealias Reader = (_ entry: Int, _ give: (UnsafeBufferPointer<UInt8>) -> Void) -> Void

  /// Each word that is in at most `most` entries, with the numbers of these, in the order of code points.
  ///
  /// `makeReader` makes one reader for each thread.
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

/// Gathers the words of entries, without counting repetitions.
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
