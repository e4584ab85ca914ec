/// A word and where it stands.
struct IndexedWord: Sendable {
  let word: String

  /// The numbers of entries in ascending order, each with the word's weight in it.
  var places: [(entry: Int32, weight: Int32)]

  /// Whether it stands in so many entries that it tells nothing; it then has no places.
  var isCommon = false
}

/// Gathers the words of entries.
struct WordCollector {
  private var cutter = WordCutter()
  private var numbers: [String: Int] = [:]
  private var words: [IndexedWord] = []

  /// What a word counts for in a code or title, and in a text.
  private enum Weight {
    static let title: Int32 = 5
    static let text: Int32 = 1
    static let most: Int32 = 20
  }

  mutating func add(_ entry: SearchEntry, _ number: Int) {
    if let code = entry.code {
      // The whole code, beside the words in it.
      note(code.lowercased(), number, Weight.most)
      add(code, number, Weight.title)
    }
    add(entry.title, number, Weight.title)
    add(entry.kind, number, Weight.text)
    add(entry.text, number, Weight.text)
  }

  private mutating func add(_ text: String, _ number: Int, _ weight: Int32) {
    var cut: [String] = []
    cutter.cut(text) { cut.append($0) }
    for word in cut { note(word, number, weight) }
  }

  private mutating func note(_ word: String, _ entry: Int, _ weight: Int32) {
    let number =
      numbers[word]
      ?? {
        numbers[word] = words.count
        words.append(IndexedWord(word: word, places: []))
        return words.count - 1
      }()
    let last = words[number].places.count - 1
    if last >= 0, words[number].places[last].entry == entry {
      let sum = words[number].places[last].weight + weight
      words[number].places[last].weight = min(sum, Weight.most)
    } else {
      words[number].places.append((Int32(entry), weight))
    }
  }

  /// The words in the order of their code points. A word in more than a third of many entries is only named.
  consuming func finish(entryCount: Int) -> [IndexedWord] {
    for index in words.indices
    where words[index].places.count > max(500, entryCount / 3) {
      words[index].places = []
      words[index].isCommon = true
    }
    return words.sorted { $0.word.unicodeScalars.lexicographicallyPrecedes($1.word.unicodeScalars) }
  }

  /// The folding of letters outside ASCII, in the order of their code points.
  var folding: [(from: Unicode.Scalar, to: Unicode.Scalar)] {
    cutter.folded.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
