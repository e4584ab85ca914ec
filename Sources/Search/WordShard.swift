internal import Output

/// A file of words that share a prefix.
struct WordShard: Sendable {
  /// The prefix that its words share. A word belongs to the file with the longest prefix that matches.
  let prefix: String

  /// The range of its words in `WordIndex.words`.
  let range: Range<Int>

  /// Splits sorted words into files: by the first letter, then by the second if a file is too large, and so on.
  static func cut(_ index: WordIndex, maximum: Int) -> [WordShard] {
    index.bytes.withUnsafeBufferPointer { bytes in
      var cutting = WordCutting(words: index.words, bytes: bytes, maximum: maximum)
      cutting.cut(index.words.indices, behind: 0)
      return cutting.shards
    }
  }

  /// The bytes of the file: `{"word":[entry, weight, step to the next entry, weight, …]}`; 0 for a common word.
  func script(_ number: Int, _ index: WordIndex) -> [UInt8] {
    var buffer = ByteBuffer()
    buffer.append(raw: "ksfSearch(\"words\",\(number),{")
    for (place, word) in index.words[range].enumerated() {
      buffer.append(raw: place > 0 ? ",\n" : "\n")
      index.withBytes(of: word) { buffer.append(script: $0) }
      buffer.append(raw: word.isCommon ? ":0" : ":[")
      guard !word.isCommon else { continue }
      var previous = 0
      for (number, place) in index.places(of: word).enumerated() {
        if number > 0 { buffer.append(UInt8(ascii: ",")) }
        buffer.append(decimal: place.entry - previous)
        buffer.append(UInt8(ascii: ","))
        buffer.append(decimal: place.weight)
        previous = place.entry
      }
      buffer.append(raw: "]")
    }
    buffer.append(raw: "\n});\n")
    return buffer.bytes
  }
}

/// The state of splitting words into files.
private struct WordCutting {
  let words: [IndexedWord]
  let bytes: UnsafeBufferPointer<UInt8>
  let maximum: Int
  var shards: [WordShard] = []

  /// Splits words that share their first `start` bytes by the letter that follows.
  mutating func cut(_ range: Range<Int>, behind start: Int) {
    var first = range.lowerBound
    while first < range.upperBound {
      let end = start + lengthOfLetter(words[first], at: start)
      let last =
        words[first..<range.upperBound].firstIndex { !isAlike($0, words[first], start..<end) }
        ?? range.upperBound
      let size = words[first..<last].reduce(0) { $0 + $1.estimatedSize }
      // A word that is no longer than the prefix cannot be split off from it.
      let whole = words[first].text.count == end ? first + 1 : first
      if size > maximum, last - whole > 1 {
        if whole > first { add(first..<whole, prefix: end) }
        cut(whole..<last, behind: end)
      } else {
        add(first..<last, prefix: end)
      }
      first = last
    }
  }

  private mutating func add(_ range: Range<Int>, prefix length: Int) {
    let start = Int(words[range.lowerBound].text.lowerBound)
    let prefix = String(decoding: bytes[start..<(start + length)], as: UTF8.self)
    shards.append(WordShard(prefix: prefix, range: range))
  }

  /// The length in bytes of the letter at an offset in a word.
  private func lengthOfLetter(_ word: IndexedWord, at place: Int) -> Int {
    let byte = bytes[Int(word.text.lowerBound) + place]
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  /// Whether two words have the same bytes in a range of offsets.
  private func isAlike(_ word: IndexedWord, _ other: IndexedWord, _ places: Range<Int>) -> Bool {
    guard word.text.count >= places.upperBound else { return false }
    return places.allSatisfy {
      bytes[Int(word.text.lowerBound) + $0] == bytes[Int(other.text.lowerBound) + $0]
    }
  }
}
