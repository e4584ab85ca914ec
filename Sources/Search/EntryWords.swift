/// What is remembered of the words of an earlier build.
package struct RememberedWords: Sendable {
  /// `EntryWords` as they were kept; empty if there are none.
  let bytes: [UInt8]

  /// Whether the entry with a number is as it was then.
  let isSame: @Sendable (Int) -> Bool

  /// Keeps those of this build.
  let keep: @Sendable ([UInt8]) -> Void

  package init(
    bytes: [UInt8], isSame: @escaping @Sendable (Int) -> Bool,
    keep: @escaping @Sendable ([UInt8]) -> Void
  ) {
    (self.bytes, self.isSame, self.keep) = (bytes, isSame, keep)
  }
}

/// The words of each entry with their weights, as they are kept from one build to the next: so only entries that have changed
/// are read for their words.
struct EntryWords: Sendable {
  let table: WordTable

  /// By entry: where its words end.
  private let ends: [Int32]

  /// The words of all entries: each its number, and in the last five bits its weight. Without weight, a letter that was folded:
  /// its code point.
  private let words: [UInt32]

  /// `numbers` are, by collector and its own number of a word, those of `table`, of which only words that are used are kept.
  init(
    _ collectors: [WordCollector], _ numbers: [[Int32]], _ all: WordTable,
    isUsed: (Int) -> Bool, count: Int
  ) {
    table = all.filtered(isUsed)
    var next: UInt32 = 0
    let kept = (0..<all.count).map { number in
      guard isUsed(number) else { return UInt32(0) }
      defer { next += 1 }
      return next
    }
    var (ends, words) = ([Int32](), [UInt32]())
    ends.reserveCapacity(count)
    for (collector, numbers) in zip(collectors, numbers) {
      var folds = collector.folds[...]
      /// Ends all entries before one, each with the letters that were folded in it.
      func end(before entry: Int) {
        while ends.count < entry {
          while let fold = folds.first, fold.entry == ends.count {
            words.append(fold.letter.value << 5)
            folds.removeFirst()
          }
          ends.append(Int32(words.count))
        }
      }
      collector.forEachPlace { word, place in
        end(before: place.entry)
        words.append(kept[Int(numbers[word])] << 5 | UInt32(place.weight))
      }
      end(before: min(collector.end, count))
    }
    (self.ends, self.words) = (ends, words)
  }

  /// Calls one of two functions for each word of an entry, and for each letter that was folded in it.
  func forEachWord(
    of entry: Int, _ body: (_ word: Int, _ weight: Int) -> Void,
    fold: (Unicode.Scalar) -> Void
  ) {
    let start = entry == 0 ? 0 : Int(ends[entry - 1])
    for word in words[start..<Int(ends[entry])] {
      if word & 31 != 0 {
        body(Int(word >> 5), Int(word & 31))
      } else if let letter = Unicode.Scalar(word >> 5) {
        fold(letter)
      }
    }
  }
}

/// The form in which they are kept: how long each part is, and then the parts. Whoever keeps them knows whether they are whole.
extension EntryWords {
  var bytes: [UInt8] {
    let parts = table.parts
    let counts = [parts.ends.count, parts.bytes.count, ends.count, words.count]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64 + parts.bytes.count + 8 * counts[0] + 4 * (ends.count + words.count))
    func add(_ numbers: [some FixedWidthInteger]) {
      numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
    add(counts.map(UInt64.init))
    add(parts.ends)
    add(parts.hashes)
    add(ends)
    add(words)
    add(parts.bytes)
    return bytes
  }

  /// Nil if they are none, or of another number of entries.
  init?(_ bytes: [UInt8], count: Int) {
    var place = 0
    func take<Number: FixedWidthInteger>(_ count: Int, _: Number.Type) -> [Number] {
      defer { place += count * MemoryLayout<Number>.size }
      return [Number](unsafeUninitializedCapacity: count) { room, filled in
        let size = count * MemoryLayout<Number>.size
        bytes.withUnsafeBytes {
          UnsafeMutableRawBufferPointer(room).copyMemory(
            from: UnsafeRawBufferPointer(rebasing: $0[place..<(place + size)]))
        }
        filled = count
      }
    }
    guard bytes.count >= 32 else { return nil }
    let counts = take(4, UInt64.self).map(Int.init)
    let size = 32 + 8 * counts[0] + counts[1] + 4 * (counts[2] + counts[3])
    guard size == bytes.count, counts[2] == count else { return nil }
    let (tableEnds, hashes) = (take(counts[0], Int32.self), take(counts[0], UInt32.self))
    ends = take(counts[2], Int32.self)
    words = take(counts[3], UInt32.self)
    table = WordTable(bytes: take(counts[1], UInt8.self), ends: tableEnds, hashes: hashes)
  }
}
