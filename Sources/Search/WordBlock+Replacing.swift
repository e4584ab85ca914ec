extension WordBlock {
  /// The block with other words for some of its entries, which are counted from its first. `others` has the words of these alone.
  ///
  /// Nil if letters outside ASCII were folded: it cannot be told which of them are still there, so all entries have to be read.
  /// Words come in another order than if they had been, which no index shows.
  func replacing(_ entries: [Int], by others: WordBlock) -> WordBlock? {
    guard folded.isEmpty, others.folded.isEmpty else { return nil }
    var isReplaced = Array(repeating: false, count: WordBlock.entryCount)
    for entry in entries { isReplaced[entry] = true }
    // The words of the others by their places among these; what is looked up later has numbers behind them.
    var table = WordTable()
    others.forEachWord { word, hash, _ in _ = table.number(of: word, hash: hash) }
    var isDone = Array(repeating: false, count: others.words.count)
    var (bytes, words, places) = ([UInt8](), [Word](), [Place]())
    bytes.reserveCapacity(self.bytes.count)
    words.reserveCapacity(self.words.count)
    places.reserveCapacity(self.places.count)
    func add(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt32) {
      guard Int(words.last?.placeEnd ?? 0) < places.count else { return }
      bytes.append(contentsOf: word)
      words.append(Word(hash: hash, end: Int32(bytes.count), placeEnd: Int32(places.count)))
    }
    forEachWord { word, hash, own in
      let start = places.count
      for place in own where !isReplaced[place.entry] { places.append(place) }
      let number = table.number(of: word, hash: hash)
      if number < isDone.count {
        isDone[number] = true
        places += others.places(ofWord: number)
        places[start...].sort { $0.entry < $1.entry }
      }
      add(word, hash)
    }
    var number = 0
    others.forEachWord { word, hash, new in
      if !isDone[number] {
        places += new
        add(word, hash)
      }
      number += 1
    }
    return WordBlock(bytes: bytes, words: words, places: places, folded: [])
  }

  private func places(ofWord number: Int) -> ArraySlice<Place> {
    places[(number == 0 ? 0 : Int(words[number - 1].placeEnd))..<Int(words[number].placeEnd)]
  }
}
