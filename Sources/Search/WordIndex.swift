/// A word of the index, with the slice of its postings.
struct IndexedWord: Sendable {
  /// The byte range of the word in `WordIndex.bytes`.
  let text: Range<Int32>

  /// The range of its postings in `WordIndex.places`. They ascend by entry.
  let places: Range<Int32>

  /// Whether the word is in too many entries to be of use. It then has no postings.
  let isCommon: Bool

  /// The approximate size in bytes of the word in a script.
  var estimatedSize: Int { text.count + 6 + places.count * 5 }
}

/// A posting: an entry, and the word's weight in it. It has four bytes, since there are millions.
struct WordPlace: Equatable, Sendable {
  private let number: UInt32

  /// `number` is the entry, below 2^27, followed by the weight in the lowest five bits.
  init(number: UInt32) { self.number = number }

  var entry: Int { Int(number >> 5) }
  var weight: Int { Int(number & 31) }
}

/// All words, and their postings in one array (CSR layout).
struct WordIndex: Sendable {
  /// The words, in the order of their code points.
  let words: [IndexedWord]

  /// The postings of all words, grouped by word.
  let places: [WordPlace]

  /// The bytes of the words, in no particular order.
  let bytes: [UInt8]

  /// Merges the blocks. A word in more than `most` entries has no postings.
  ///
  /// Blocks are grouped by word already. So the table is asked once for each word of a block, and not for each posting.
  init(_ blocks: [WordBlock], most: Int) {
    var table = WordTable()
    // Global word numbers, by block and word.
    var numbers: [Int32] = []
    numbers.reserveCapacity(blocks.reduce(0) { $0 + $1.words.count })
    // The counts of postings, by word number.
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
    // The index of each word's next posting, by word number; negative for a common word.
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

  /// Calls `body` with the bytes of a word, which are valid until it returns.
  func withBytes<Result>(
    of word: IndexedWord, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(word.text.lowerBound)..<Int(word.text.upperBound)]))
    }
  }

  /// The postings of a word.
  func places(of word: IndexedWord) -> ArraySlice<WordPlace> {
    places[Int(word.places.lowerBound)..<Int(word.places.upperBound)]
  }
}

extension WordBlock {
  /// Calls `body` with each word, its hash and its postings.
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
