/// Words and phrases to look for, each with a number.
struct PhraseList: ~Copyable {
  private var reader = Words()

  /// The words of all phrases, one phrase after another.
  fileprivate var words: [WordHash] = []
  fileprivate var phrases: [Phrase] = []

  fileprivate struct Phrase: Sendable {
    let firstWord: Int32
    let wordCount: Int32
    let number: Int32
    /// The next phrase that is found in the same way; -1 after the last.
    var next: Int32 = -1
  }

  /// Adds a phrase; one without letters is left out.
  mutating func add(_ phrase: String, as number: Int) {
    reader.read(phrase.utf8.span)
    guard !reader.words.isEmpty else { return }
    phrases.append(
      Phrase(
        firstWord: Int32(words.count), wordCount: Int32(reader.words.count), number: Int32(number)))
    for word in reader.words { words.append(word.hash) }
  }
}

/// Finds phrases in texts.
///
/// One is found by its first word, or by its first two, since many phrases start with a word that is in every sentence.
final class Phrases: Sendable {
  private let words: [WordHash]
  private let phrases: [PhraseList.Phrase]

  /// Open addressing: by their keys, the first phrase of each; -1 in a free place. At most a quarter of them are taken.
  private let slots: [(key: WordHash, phrase: Int32)]

  /// A bit for each pattern of the last bits of a key, for at least 16 times as many patterns as there are phrases: nearly
  /// all places in a text are passed over by it.
  private let filter: [UInt64]

  init(_ list: borrowing PhraseList) {
    let words = list.words
    var phrases = list.phrases
    var filter = [UInt64](repeating: 0, count: powerOfTwo(atLeast: max(64, phrases.count / 4)))
    var slots = [(key: WordHash, phrase: Int32)](
      repeating: (WordHash(), -1), count: powerOfTwo(atLeast: phrases.count * 4 + 4))
    var last = [Int32](repeating: -1, count: slots.count)
    for index in phrases.indices {
      let first = Int(phrases[index].firstWord)
      let key =
        phrases[index].wordCount > 1 ? words[first].followed(by: words[first + 1]) : words[first]
      filter[key.filterWord(of: filter.count)] |= key.filterBit
      let slot = Phrases.slot(of: key, slots)
      if slots[slot].phrase < 0 {
        slots[slot] = (key, Int32(index))
      } else {
        phrases[Int(last[slot])].next = Int32(index)
      }
      last[slot] = Int32(index)
    }
    (self.words, self.phrases, self.slots, self.filter) = (words, phrases, slots, filter)
  }

  /// The number of words in the longest phrase that a text starts with, or 0.
  func lengthOfMatch(atStartOf text: borrowing Words) -> Int {
    let all = text.words.span
    guard let limit = text.sentences.first?.upperBound, limit > 0 else { return 0 }
    var length = 0
    match(all[0].hash, all, 0, limit) { _, words in length = max(length, words.count) }
    if limit > 1 {
      let pair = all[0].hash.followed(by: all[1].hash)
      match(pair, all, 0, limit) { _, words in length = max(length, words.count) }
    }
    return length
  }

  /// Calls `body` with each phrase that stands in one sentence of a text, and the range of its words.
  func forEachMatch(
    in text: borrowing Words, _ body: (_ number: Int, _ words: Range<Int>) -> Void
  ) {
    let all = text.words.span
    let sentences = text.sentences.span
    let bits = self.filter
    let filter = bits.span
    for sentence in sentences.indices {
      let limit = sentences[sentence].upperBound
      for start in sentences[sentence] {
        let first = all[start].hash
        if mayHold(first, filter) {
          match(first, all, start, limit, body)
        }
        guard start + 1 < limit else { continue }
        let pair = first.followed(by: all[start + 1].hash)
        if mayHold(pair, filter) {
          match(pair, all, start, limit, body)
        }
      }
    }
  }

  @inline(__always)
  private func mayHold(_ key: WordHash, _ filter: Span<UInt64>) -> Bool {
    filter[key.filterWord(of: filter.count)] & key.filterBit != 0
  }

  private func match(
    _ key: WordHash, _ text: Span<Words.Word>, _ start: Int, _ limit: Int,
    _ body: (_ number: Int, _ words: Range<Int>) -> Void
  ) {
    var index = Int(slots[Phrases.slot(of: key, slots)].phrase)
    while index >= 0 {
      let phrase = phrases[index]
      let end = start + Int(phrase.wordCount)
      if end <= limit, isPhrase(phrase, text, start) { body(Int(phrase.number), start..<end) }
      index = Int(phrase.next)
    }
  }

  private func isPhrase(_ phrase: PhraseList.Phrase, _ text: Span<Words.Word>, _ start: Int) -> Bool
  {
    for place in 0..<Int(phrase.wordCount)
    where words[Int(phrase.firstWord) + place] != text[start + place].hash {
      return false
    }
    return true
  }

  /// The slot of a key, or else the free slot where it belongs.
  private static func slot(
    of key: WordHash, _ slots: [(key: WordHash, phrase: Int32)]
  ) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key.value ^ (key.value >> 32)) & mask
    while slots[slot].phrase >= 0, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }
}

private func powerOfTwo(atLeast number: Int) -> Int {
  var power = 1
  while power < number { power *= 2 }
  return power
}

extension WordHash {
  @inline(__always)
  fileprivate func filterWord(of count: Int) -> Int {
    Int(truncatingIfNeeded: value >> 6) & (count - 1)
  }

  @inline(__always)
  fileprivate var filterBit: UInt64 { 1 << (value & 63) }
}
