internal import Output

/// A word and where it stands.
struct IndexedWord: Sendable {
  let word: String

  /// In ascending order of the entries.
  var places: [WordPlace]

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

/// Gathers the words of entries.
struct WordCollector: Sendable {
  private var cutter = WordCutter()
  private var table = WordTable()

  /// By the number of the word.
  private var places: [[WordPlace]] = []

  /// What a word counts for in a code or title, and in a text.
  private enum Weight {
    /// More in a short title, which is about little else.
    static func title(of count: Int) -> Int { count <= 3 ? 8 : count <= 6 ? 6 : 5 }
    static let text = 1
    static let most = 20

    /// However often a word stands in a text, it counts for less than once in a title.
    static let mostByText = 4
  }

  /// Adds the words of an entry. Entries are added in ascending order of their numbers.
  mutating func add(_ entry: SearchEntry, _ number: Int) {
    if let code = entry.code {
      // The whole code, beside the words in it.
      var whole = code.lowercased()
      whole.withUTF8 {
        WordCollector.note(table.number(of: $0), number, Weight.most, in: &places)
      }
      add(title: code, number)
    }
    add(title: entry.title, number)
    entry.kind.withBytes { add(text: $0, number) }
    entry.text.withUnsafeBufferPointer { add(text: $0, number) }
  }

  private mutating func add(title: String, _ entry: Int) {
    var words: [Int] = []
    cutter.cut(title) { words.append(table.number(of: $0)) }
    for word in words {
      WordCollector.note(word, entry, Weight.title(of: words.count), in: &places)
    }
  }

  private mutating func add(text: UnsafeBufferPointer<UInt8>, _ entry: Int) {
    cutter.cut(text) {
      WordCollector.note(table.number(of: $0), entry, Weight.text, in: &places)
    }
  }

  private static func note(
    _ word: Int, _ entry: Int, _ weight: Int, in places: inout [[WordPlace]]
  ) {
    if word == places.count {
      places.append([WordPlace(entry: entry, weight: weight)])
      return
    }
    let last = places[word].count - 1
    let before = places[word][last]
    if before.entry == entry {
      let most = weight == Weight.text ? max(before.weight, Weight.mostByText) : Weight.most
      places[word][last] = WordPlace(entry: entry, weight: min(before.weight + weight, most))
    } else {
      places[word].append(WordPlace(entry: entry, weight: weight))
    }
  }

  /// Adds the words of later entries, which another collector has gathered.
  mutating func add(_ later: WordCollector) {
    for (number, laterPlaces) in later.places.enumerated() {
      let own = later.table.withBytes(of: number) { table.number(of: $0) }
      if own == places.count { places.append(laterPlaces) } else { places[own] += laterPlaces }
    }
    cutter.addFolding(of: later.cutter)
  }

  /// The words in the order of their code points. A word in more than a third of many entries is only named.
  func words(entryCount: Int) -> [IndexedWord] {
    table.sortedNumbers.map { number in
      let isCommon = places[number].count > max(500, entryCount / 3)
      return IndexedWord(
        word: table[number], places: isCommon ? [] : places[number], isCommon: isCommon)
    }
  }

  /// The folding of letters outside ASCII, in the order of their code points.
  var folding: [(from: Unicode.Scalar, to: String)] {
    cutter.folded.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
