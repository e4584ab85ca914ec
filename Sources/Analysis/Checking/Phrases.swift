/// Words and phrases that are looked for in every text, each known by a number.
struct Phrases: Sendable {
  /// By its first word, or by its first two, since many phrases start with a word that is in every sentence.
  private var byKey: [WordHash: [Int]] = [:]
  private var phrases: [(words: [WordHash], number: Int)] = []

  /// A bit for each pattern of the last bits of a key: nearly all places in a text are passed over by it.
  private var filter = [UInt64](repeating: 0, count: 1 << 10)

  /// Adds a phrase; one without letters is left out.
  mutating func add(_ phrase: String, as number: Int) {
    var words = Words()
    let bytes = Array(phrase.utf8)
    words.read(bytes.span)
    let hashes = words.words.map(\.hash)
    guard let first = hashes.first else { return }
    let key = hashes.count > 1 ? first.followed(by: hashes[1]) : first
    byKey[key, default: []].append(phrases.count)
    phrases.append((hashes, number))
    filter[key.filterWord] |= key.filterBit
  }

  /// Calls `body` with each phrase that stands in one sentence of a text, and the range of its words.
  func forEachMatch(in words: Words, _ body: (_ number: Int, _ words: Range<Int>) -> Void) {
    let (all, filter) = (words.words, filter)
    for sentence in words.sentences {
      for start in sentence {
        let first = all[start].hash
        if filter[first.filterWord] & first.filterBit != 0 {
          match(first, all, start, sentence.upperBound, body)
        }
        guard start + 1 < sentence.upperBound else { continue }
        let pair = first.followed(by: all[start + 1].hash)
        if filter[pair.filterWord] & pair.filterBit != 0 {
          match(pair, all, start, sentence.upperBound, body)
        }
      }
    }
  }

  private func match(
    _ key: WordHash, _ all: [Words.Word], _ start: Int, _ limit: Int,
    _ body: (_ number: Int, _ words: Range<Int>) -> Void
  ) {
    for candidate in byKey[key] ?? [] {
      let (hashes, number) = phrases[candidate]
      let end = start + hashes.count
      if end <= limit, zip(all[start..<end], hashes).allSatisfy({ $0.hash == $1 }) {
        body(number, start..<end)
      }
    }
  }
}

extension WordHash {
  fileprivate var filterWord: Int { Int(truncatingIfNeeded: value >> 6) & 0x3FF }
  fileprivate var filterBit: UInt64 { 1 << (value & 63) }
}
