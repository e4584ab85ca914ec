/// A word and where it stands.
struct IndexedWord: Sendable {
  /// Where the word stands among `WordIndex.bytes`.
  let text: Range<Int32>

  /// Which of the places of all words are its own. They are in ascending order of the entries.
  let places: Range<Int32>

  /// Whether it stands in so many entries that it tells nothing; it then has no places.
  let isCommon: Bool

  /// About how many bytes it takes in a script.
  var estimatedSize: Int { text.count + 6 + places.count * 5 }
}

/// An entry with a word, and what the word weighs in it: in four bytes, since there are millions.
struct WordPlace: Equatable, Sendable {
  private let number: UInt32

  /// The entry, which is below 2^27, and in the last five bits the weight.
  init(number: UInt32) { self.number = number }

  var entry: Int { Int(number >> 5) }
  var weight: Int { Int(number & 31) }
}

/// All words, and the places of all of them in one array.
struct WordIndex: Sendable {
  /// In the order of their code points.
  let words: [IndexedWord]

  /// Those of the first word, then those of the second, and so on.
  let places: [WordPlace]

  /// The words themselves, in no order.
  let bytes: [UInt8]

  /// A word in more than so many entries is only named.
  ///
  /// Blocks have their places by word already, so that only each word of each block is looked up among all words, and not each
  /// of its places.
  init(_ blocks: [WordBlock], most: Int) {
    var table = WordTable()
    // By block and word: its number among all words.
    var numbers: [Int32] = []
    numbers.reserveCapacity(blocks.reduce(0) { $0 + $1.words.count })
    // By number: how many places there are.
    var counts: [Int32] = []
    for block in blocks {
      block.forEachWord { word, hash, places in
        let number = table.number(of: word, hash: hash)
        if number == counts.count { counts.append(0) }
        counts[number] += Int32(places.count)
        numbers.append(Int32(number))
      }
    }
    var words: [IndexedWord] = []
    words.reserveCapacity(table.count)
    // By number: where the next place of the word goes; negative for a common word.
    var next = [Int32](repeating: -1, count: table.count)
    var end: Int32 = 0
    for number in table.sortedNumbers {
      let isCommon = Int(counts[number]) > most
      let range = end..<(isCommon ? end : end + counts[number])
      if !isCommon { next[number] = end }
      words.append(
        IndexedWord(text: table.range(of: number), places: range, isCommon: isCommon))
      end = range.upperBound
    }
    self.words = words
    bytes = table.bytes
    places = [WordPlace](unsafeUninitializedCapacity: Int(end)) { room, filled in
      var wordNumber = 0
      for (blockNumber, block) in blocks.enumerated() {
        let first = blockNumber * WordBlock.entryCount
        block.forEachWord { _, _, places in
          let number = Int(numbers[wordNumber])
          wordNumber += 1
          var place = Int(next[number])
          guard place >= 0 else { return }
          for own in places {
            room.initializeElement(at: place, to: own.inAll(first: first))
            place += 1
          }
          next[number] = Int32(place)
        }
      }
      filled = Int(end)
    }
  }

  /// The bytes of a word, which are there until the function returns.
  func withBytes<Result>(
    of word: IndexedWord, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(word.text.lowerBound)..<Int(word.text.upperBound)]))
    }
  }

  /// The places of a word.
  func places(of word: IndexedWord) -> ArraySlice<WordPlace> {
    places[Int(word.places.lowerBound)..<Int(word.places.upperBound)]
  }
}

extension WordBlock {
  /// Calls `body` with each word, its hash and its places.
  @inline(__always)
  func forEachWord(
    _ body: (UnsafeBufferPointer<UInt8>, _ hash: UInt32, UnsafeBufferPointer<Place>) -> Void
  ) {
    bytes.withUnsafeBufferPointer { bytes in
      places.withUnsafeBufferPointer { places in
        var (start, firstPlace) = (0, 0)
        for word in words {
          let (end, placeEnd) = (Int(word.end), Int(word.placeEnd))
          body(
            UnsafeBufferPointer(rebasing: bytes[start..<end]), word.hash,
            UnsafeBufferPointer(rebasing: places[firstPlace..<placeEnd]))
          (start, firstPlace) = (end, placeEnd)
        }
      }
    }
  }
}
