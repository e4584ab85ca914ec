internal import Output

/// A file of words that all begin with the same letters.
struct WordShard: Sendable {
  /// What its words begin with. A word belongs to the file with the longest prefix that it begins with.
  let prefix: String

  /// The places of its words among all words.
  let range: Range<Int>

  /// Cuts sorted words into files: one for each first letter, those that are too large by the second letter, and so on.
  static func cut(_ words: [IndexedWord], maximum: Int) -> [WordShard] {
    var shards: [WordShard] = []
    cut(words, 0..<words.count, depth: 1, maximum, into: &shards)
    return shards
  }

  private static func cut(
    _ words: [IndexedWord], _ range: Range<Int>, depth: Int, _ maximum: Int,
    into shards: inout [WordShard]
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      let prefix = String(words[start].word.unicodeScalars.prefix(depth))
      let end =
        words[start..<range.upperBound].firstIndex {
          !$0.word.unicodeScalars.starts(with: prefix.unicodeScalars)
        } ?? range.upperBound
      let size = words[start..<end].reduce(0) { $0 + $1.estimatedSize }
      // A word that is no longer than the prefix cannot be cut off from it.
      let whole = words[start].word.unicodeScalars.count < depth + 1 ? start + 1 : start
      if size > maximum, end - whole > 1 {
        if whole > start { shards.append(WordShard(prefix: prefix, range: start..<whole)) }
        cut(words, whole..<end, depth: depth + 1, maximum, into: &shards)
      } else {
        shards.append(WordShard(prefix: prefix, range: start..<end))
      }
      start = end
    }
  }

  /// A digest of what the file shows.
  func basis(_ index: WordIndex) -> Digest {
    var digester = Digester()
    for word in index.words[range] {
      digester.add(text: word.word)
      digester.add(number: word.isCommon ? -1 : word.places.count)
      index.places[word.places].withUnsafeBytes { digester.add($0) }
    }
    return digester.digest()
  }

  /// The file: `{"word":[entry, weight, step to the next entry, weight, …]}`; 0 for a common word.
  func script(_ number: Int, _ index: WordIndex) -> [UInt8] {
    var buffer = ByteBuffer()
    buffer.append(raw: "ksfSearch(\"words\",\(number),{")
    for (place, word) in index.words[range].enumerated() {
      buffer.append(raw: place > 0 ? ",\n" : "\n")
      buffer.append(script: word.word)
      buffer.append(raw: word.isCommon ? ":0" : ":[")
      guard !word.isCommon else { continue }
      var previous = 0
      for (number, place) in index.places[word.places].enumerated() {
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

extension IndexedWord {
  fileprivate var estimatedSize: Int { word.utf8.count + 6 + places.count * 5 }
}
