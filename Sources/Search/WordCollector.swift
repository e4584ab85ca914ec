internal import Output

/// Gathers the words of entries, one block after another.
struct WordCollector: Sendable {
  private var cutter = WordCutter()
  private var found = FoundWords()

  /// The words of the title that is being read.
  private var title: [Int] = []

  /// The words of the entries of a block.
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

  /// Adds the words of an entry, whose number in the block is above all before.
  private mutating func add(_ entry: SearchEntry, _ number: Int) {
    found.beginEntry()
    if let code = entry.code {
      // The whole code, beside the words in it.
      code.lowercased().withBytes { found.add(found.number(of: $0), number, Weight.most) }
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
    for word in title { found.add(word, entry, weight) }
  }

  private mutating func addText(_ text: UnsafeBufferPointer<UInt8>, _ entry: Int) {
    cutter.cut(text) { found.add(found.number(of: $0), entry, Weight.text) }
  }
}

/// What a word counts for in a code or title, and in a text.
private enum Weight {
  /// More in a short title, which is about little else.
  static func title(of count: Int) -> Int { count <= 3 ? 8 : count <= 6 ? 6 : 5 }
  static let text = 1
  static let most = 20

  /// However often a word stands in a text, it counts for less than once in a title.
  static let mostByText = 4
}

/// The words of the block that is being read, with their places.
private struct FoundWords: Sendable {
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

  mutating func add(_ word: Int, _ entry: Int, _ weight: Int) {
    let known = Int(last[word])
    guard known >= startOfEntry else {
      last[word] = Int32(truncatingIfNeeded: places.count)
      places.append(
        (Int32(truncatingIfNeeded: word), WordBlock.Place(entry: entry, weight: weight)))
      return
    }
    let before = places[known].place.weight
    let most = weight == Weight.text ? max(before, Weight.mostByText) : Weight.most
    places[known].place = WordBlock.Place(entry: entry, weight: min(before + weight, most))
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
