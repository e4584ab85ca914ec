/// A word and where it stands.
struct IndexedWord: Sendable {
  let word: String

  /// Which of the places of all words are its own. They are in ascending order of the entries.
  let places: Range<Int>

  /// Whether it stands in so many entries that it tells nothing; it then has no places.
  var isCommon = false
}

/// An entry with a word, and what the word weighs in it: in four bytes, since there are millions.
struct WordPlace: Equatable, Sendable {
  private let number: UInt32

  /// `entry` is below 2^27 and `weight` below 2^5.
  init(entry: Int, weight: Int) {
    number = UInt32(entry) << 5 | UInt32(weight)
  }

  var entry: Int { Int(number >> 5) }
  var weight: Int { Int(number & 31) }
}

/// All words, and the places of all of them in one array.
struct WordIndex: Sendable {
  /// In the order of their code points.
  let words: [IndexedWord]

  /// Those of the first word, then those of the second, and so on.
  let places: [WordPlace]

  /// What several collectors have gathered, each of them from later entries than the one before. A word in more than a third
  /// of many entries is only named.
  ///
  /// `keep` gets the words of each entry, so that they need not be gathered again.
  init(_ collectors: [WordCollector], entryCount: Int, keep: ((EntryWords) -> Void)? = nil) {
    var table = WordTable()
    let numbers = collectors.map { $0.numbers(in: &table) }
    var counts = [Int](repeating: 0, count: table.count)
    for (collector, numbers) in zip(collectors, numbers) {
      collector.forEachPlace { word, _ in counts[Int(numbers[word])] += 1 }
    }
    if let keep {
      keep(EntryWords(collectors, numbers, table, isUsed: { counts[$0] > 0 }, count: entryCount))
    }
    var words: [IndexedWord] = []
    words.reserveCapacity(table.count)
    // By word: where its next place goes; negative for a common word.
    var next = [Int](repeating: -1, count: table.count)
    var end = 0
    for number in table.sortedNumbers where counts[number] > 0 {
      let isCommon = counts[number] > max(500, entryCount / 3)
      let range = end..<(isCommon ? end : end + counts[number])
      if !isCommon { next[number] = end }
      words.append(IndexedWord(word: table[number], places: range, isCommon: isCommon))
      end = range.upperBound
    }
    var places = [WordPlace](repeating: WordPlace(entry: 0, weight: 0), count: end)
    for (collector, numbers) in zip(collectors, numbers) {
      collector.forEachPlace { word, place in
        let number = Int(numbers[word])
        guard next[number] >= 0 else { return }
        places[next[number]] = place
        next[number] += 1
      }
    }
    (self.words, self.places) = (words, places)
  }
}
