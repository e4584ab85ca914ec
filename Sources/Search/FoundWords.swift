/// The words of the current block, with the entries that contain them.
struct FoundWords: Sendable {
  private var table = WordTable()

  /// One posting for each word of each entry, in the order of the entries.
  private var places: [(word: Int32, place: WordBlock.Place)] = []

  /// The index in `places` of each word's last posting, by word number; negative if it has none yet.
  private var last: [Int32] = []

  /// The first posting of the current entry. A word whose last posting is at or after it is in the entry already.
  private var startOfEntry = 0

  mutating func beginEntry() { startOfEntry = places.count }

  /// The number of a word in the block. An unseen word gets the next free number.
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let number = table.number(of: word)
    if number == last.count { last.append(-1) }
    return number
  }

  /// Adds a word to an entry. Repetitions add up to at most `most`, unless the weight is above that already.
  mutating func add(_ word: Int, _ entry: Int, _ weight: Int, most: Int) {
    let known = Int(last[word])
    guard known >= startOfEntry else {
      last[word] = Int32(truncatingIfNeeded: places.count)
      places.append(
        (Int32(truncatingIfNeeded: word), WordBlock.Place(entry: entry, weight: weight)))
      return
    }
    let before = places[known].place.weight
    let sum = min(before + weight, max(before, most))
    places[known].place = WordBlock.Place(entry: entry, weight: sum)
  }

  /// Returns everything found since the last block, and starts a new one.
  mutating func takeBlock(folded: [UInt32]) -> WordBlock {
    defer {
      table.removeAll()
      places.removeAll(keepingCapacity: true)
      last.removeAll(keepingCapacity: true)
      startOfEntry = 0
    }
    // By word: first the count of its postings, then the next slot to fill, and at last the end of its slice.
    var ends = [Int32](repeating: 0, count: table.count)
    for (word, _) in places { ends[Int(word)] += 1 }
    var end: Int32 = 0
    for word in ends.indices { (ends[word], end) = (end, end + ends[word]) }
    let sorted = [WordBlock.Place](unsafeUninitializedCapacity: places.count) { room, filled in
      for (word, place) in places {
        room.initializeElement(at: Int(ends[Int(word)]), to: place)
        ends[Int(word)] += 1
      }
      filled = places.count
    }
    let words = table.words.enumerated().map { number, word in
      WordBlock.Word(hash: word.hash, end: word.end, placeEnd: ends[number])
    }
    return WordBlock(bytes: table.bytes, words: words, places: sorted, folded: folded)
  }
}
