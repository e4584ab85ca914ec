internal import Output

/// Gathers the words of entries.
struct WordCollector: Sendable {
  private var cutter = WordCutter()
  private var found: FoundWords

  /// The number behind that of the last entry.
  private(set) var end = 0

  /// The letters that were folded, with the number of the entry.
  private(set) var folds: [(entry: Int32, letter: Unicode.Scalar)] = []

  /// The words of the title that is being read.
  private var title: [Int] = []

  /// `table` has words that are known to come, and their numbers.
  init(_ table: WordTable = WordTable()) { found = FoundWords(table) }

  /// Adds an entry whose words are known. The table of these words has to be the one that was given.
  mutating func add(_ known: EntryWords, _ number: Int) {
    begin(number)
    known.forEachWord(of: number) { word, weight in
      found.append(word, WordPlace(entry: number, weight: weight))
    } fold: { letter in
      cutter.fold(letter)
      folds.append((Int32(number), letter))
    }
  }

  /// Adds the words of an entry. Entries are added in ascending order of their numbers.
  mutating func add(_ entry: SearchEntry, _ number: Int) {
    begin(number)
    cutter.foldedLetters.removeAll(keepingCapacity: true)
    defer { folds += cutter.foldedLetters.map { (Int32(number), $0) } }
    if let code = entry.code {
      // The whole code, beside the words in it.
      code.lowercased().withBytes { found.add(found.number(of: $0), number, Weight.most) }
      code.withBytes { add(title: $0, number) }
    }
    entry.title.withBytes { add(title: $0, number) }
    entry.kind.withBytes { add(text: $0, number) }
    entry.text.withUnsafeBufferPointer { add(text: $0, number) }
  }

  private mutating func begin(_ number: Int) {
    end = number + 1
    found.beginEntry()
  }

  private mutating func add(title text: UnsafeBufferPointer<UInt8>, _ entry: Int) {
    title.removeAll(keepingCapacity: true)
    cutter.cut(text) { title.append(found.number(of: $0)) }
    let weight = Weight.title(of: title.count)
    for word in title { found.add(word, entry, weight) }
  }

  private mutating func add(text: UnsafeBufferPointer<UInt8>, _ entry: Int) {
    cutter.cut(text) { found.add(found.number(of: $0), entry, Weight.text) }
  }

  /// By its own numbers of words: those that a table of all words has, which learns the new ones.
  func numbers(in all: inout WordTable) -> [Int32] {
    (0..<found.table.count).map { number in
      found.table.withBytes(of: number) { Int32(all.number(of: $0)) }
    }
  }

  /// Calls `body` with each place and its own number of the word, in the order of the entries.
  func forEachPlace(_ body: (_ word: Int, _ place: WordPlace) -> Void) {
    for (word, place) in found.places { body(Int(word), place) }
  }

  /// What letters outside ASCII have been folded to.
  var folded: [Unicode.Scalar: String] { cutter.folded }
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

/// Words with their places.
private struct FoundWords: Sendable {
  private(set) var table: WordTable

  /// A place for each word of each entry, in the order of the entries.
  private(set) var places: [(word: Int32, place: WordPlace)] = []

  /// By the number of the word: where its last place is among them; negative if it has none yet.
  private var last: [Int32]

  /// Where the places of the entry that is being read begin: a word that has its last place behind that is in the entry already.
  private var startOfEntry = 0

  init(_ table: WordTable) {
    self.table = table
    last = Array(repeating: -1, count: table.count)
  }

  /// Begins another entry.
  mutating func beginEntry() { startOfEntry = places.count }

  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int { table.number(of: word) }

  mutating func add(_ word: Int, _ entry: Int, _ weight: Int) {
    guard word < last.count, last[word] >= startOfEntry else {
      return append(word, WordPlace(entry: entry, weight: weight))
    }
    let before = places[Int(last[word])].place.weight
    let most = weight == Weight.text ? max(before, Weight.mostByText) : Weight.most
    places[Int(last[word])].place = WordPlace(entry: entry, weight: min(before + weight, most))
  }

  /// Adds a word that its entry has not had yet.
  mutating func append(_ word: Int, _ place: WordPlace) {
    if word < last.count {
      last[word] = Int32(places.count)
    } else {
      last.append(Int32(places.count))
    }
    places.append((Int32(word), place))
  }
}
