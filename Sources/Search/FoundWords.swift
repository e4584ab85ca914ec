/// The words of the block that is being read, with their places.
struct FoundWords: Sendable {
  private var table = WordTable()

  /// A place for each word of each entry, in the order of the entries.
  private var places: [(word: Int32, place: WordBlock.Place)] = []

  /// By the number of the word: where its last place is among them; negative if it has none yet.
  private var last: [Int32] = []

  /// Where the places of the entry that is being read begin: a word that has its last place behind that is in the entry already.
  private var startOfEntry = 0

  /// Begins another entry.
  mutating func beginEntry() { startOfEntry = places.count }

  /// The number of a word of the block.
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let number = table.number(of: word)
    if number == last.count { last.append(-1) }
    return number
  }

  /// Adds a word to an entry. However often it stands there, it weighs no more than `most`, unless it does already.
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

  /// All that was found since the last block, and forgets it.
  mutating func takeBlock(folded: [UInt32]) -> WordBlock {
    defer {
      table.removeAll()
      places.removeAll(keepingCapacity: true)
      last.removeAll(keepingCapacity: true)
      startOfEntry = 0
    }
    // By word: how many places it has, then where its next place goes, and last where its places end.
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
