/// Words and phrases that are looked for in every text, each known by a number.
struct Phrases {
  private var byFirstWord: [WordHash: [Int]] = [:]
  private var phrases: [(words: [WordHash], number: Int)] = []

  /// A bit for each pattern of the last bits of a first word: most words are told apart by it from all of them.
  private var filter = [UInt64](repeating: 0, count: 1 << 10)

  /// Adds a phrase; one without letters is left out.
  mutating func add(_ phrase: String, as number: Int) {
    var words = Words()
    words.read(Array(phrase.utf8)[...])
    let hashes = words.words.map(\.hash)
    guard let first = hashes.first else { return }
    byFirstWord[first, default: []].append(phrases.count)
    phrases.append((hashes, number))
    filter[first.filterWord] |= first.filterBit
  }

  /// Calls `body` with each phrase that stands in one sentence of a text, and the range of its words.
  func forEachMatch(in words: Words, _ body: (_ number: Int, _ words: Range<Int>) -> Void) {
    for sentence in words.sentences {
      for start in sentence {
        let first = words.words[start].hash
        guard filter[first.filterWord] & first.filterBit != 0 else { continue }
        for candidate in byFirstWord[first] ?? [] {
          let (hashes, number) = phrases[candidate]
          let end = start + hashes.count
          guard end <= sentence.upperBound,
            zip(words.words[start..<end], hashes).allSatisfy({ $0.hash == $1 })
          else { continue }
          body(number, start..<end)
        }
      }
    }
  }
}

extension WordHash {
  fileprivate var filterWord: Int { Int(truncatingIfNeeded: value >> 6) & 0x3FF }
  fileprivate var filterBit: UInt64 { 1 << (value & 63) }
}
