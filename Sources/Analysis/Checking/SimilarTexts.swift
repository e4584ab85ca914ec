internal import Output

/// Finds texts that say nearly the same as an earlier one: that share at least three quarters of their words, without
/// endings and such as "the" and "of" (Jaccard index), and all their numbers.
///
/// Two texts that are so alike share one of their rarest words, so each is compared only with those that it shares such
/// a word with: exact, and in practice linear (Bayardo, Ma and Srikant, Scaling up all pairs similarity search, 2007).
/// A text that is like an earlier one is not compared with later ones. Texts of fewer than four words have to be the same.
struct SimilarTexts: Sendable {
  /// The stems of the words of all texts, each once a text, and where each text starts.
  private var stems: [WordHash] = []
  private var starts: [Int32] = []

  /// By text: what it must have in common with another to be compared: its group, and the numbers in it.
  private var groups: [WordHash] = []

  /// By text: all its words in order.
  private var sequences: [WordHash] = []

  /// Adds the text that has just been read. Only texts of one group are compared.
  mutating func add(_ text: borrowing Words, _ bytes: Span<UInt8>, group: Int) {
    let start = stems.count
    starts.append(Int32(start))
    var common = WordHash(value: UInt64(bitPattern: Int64(group)))
    var sequence = common
    for word in text.words {
      sequence.add(contentsOf: word.hash)
      if word.digits > 0 { common.add(contentsOf: word.hash) }
      if fillers.contains(word.hash) { continue }
      let stem = word.stem(in: bytes)
      if !isAdded(stem, from: start) { stems.append(stem) }
    }
    groups.append(common)
    sequences.append(sequence)
  }

  private func isAdded(_ stem: WordHash, from start: Int) -> Bool {
    for place in start..<stems.count where stems[place] == stem { return true }
    return false
  }

  /// Adds the texts of another behind these.
  mutating func merge(_ other: SimilarTexts) {
    let offset = Int32(stems.count)
    stems += other.stems
    starts += other.starts.map { $0 + offset }
    groups += other.groups
    sequences += other.sequences
  }

  /// Each text that is like an earlier one, with the first that was found.
  func pairs() -> [(earlier: Int, later: Int, isSame: Bool)] {
    let ranked = RankedWords(stems, starts)
    var found: [(earlier: Int, later: Int, isSame: Bool)] = []
    var sequenceIndex = WordIndex()
    var bySequence: [Int] = []
    var byRareWord = Postings(ranked, textCount: starts.count)
    var comparedWith = Array(repeating: Int32(-1), count: starts.count)
    for place in starts.indices {
      let (sequence, isNew) = sequenceIndex.number(of: sequences[place])
      if !isNew {
        found.append((bySequence[sequence], place, true))
        continue
      }
      bySequence.append(place)
      let rare = ranked.rareWords(of: place)
      let marks = Postings.marks(ranked.marks[place], group: groups[place])
      let most = RankedWords.mostDifferent(of: ranked.range(of: place).count)
      var like: Int?
      search: for word in rare where ranked.isShared(word) {
        var range = byRareWord.range(of: ranked.words[word])
        // Most are told apart without a look at the text itself.
        while let posting = byRareWord.first(in: range, like: marks, most: most) {
          range = (posting + 1)..<range.upperBound
          let earlier = Int(byRareWord.texts[posting])
          guard comparedWith[earlier] != Int32(place) else { continue }
          comparedWith[earlier] = Int32(place)
          if groups[earlier] == groups[place], ranked.isAlike(earlier, place) {
            like = earlier
            break search
          }
        }
      }
      if let like {
        found.append((like, place, false))
      } else {
        for word in rare where ranked.isShared(word) {
          byRareWord.append(place, marks, to: ranked.words[word])
        }
      }
    }
    return found
  }
}

/// The words of all texts as numbers, the rarest first in each text.
private struct RankedWords {
  let words: [Int32]
  private let starts: [Int32]

  /// By text: a bit for each word, or for several. What one text has set and another has not, it has words for that the
  /// other has not.
  let marks: [UInt64]

  /// How many different words there are, and how many of them are in one text only, which are the rarest.
  let wordCount: Int
  private let onceCount: Int

  init(_ stems: [WordHash], _ starts: [Int32]) {
    self.starts = starts
    var index = WordIndex()
    var counts: [Int32] = []
    var words = stems.map { stem in
      let (number, isNew) = index.number(of: stem)
      if isNew { counts.append(0) }
      counts[number] += 1
      return Int32(number)
    }
    let rank = RankedWords.ranks(counts)
    for place in words.indices { words[place] = rank[Int(words[place])] }
    var marks: [UInt64] = []
    marks.reserveCapacity(starts.count)
    for text in starts.indices {
      let end = text + 1 < starts.count ? Int(starts[text + 1]) : words.count
      let range = Int(starts[text])..<end
      RankedWords.sort(&words, range)
      marks.append(range.reduce(0) { $0 | 1 << (UInt64(words[$1]) & 63) })
    }
    (self.words, self.marks, wordCount) = (words, marks, counts.count)
    onceCount = counts.count { $0 == 1 }
  }

  /// Whether the word at a place is in another text as well.
  func isShared(_ place: Int) -> Bool { Int(words[place]) >= onceCount }

  func range(of text: Int) -> Range<Int> {
    Int(starts[text])..<(text + 1 < starts.count ? Int(starts[text + 1]) : words.count)
  }

  /// The places of the words of which two texts that are alike share at least one: the rarest. None if there are too few.
  func rareWords(of text: Int) -> Range<Int> {
    let words = range(of: text)
    guard words.count >= 4 else { return words.lowerBound..<words.lowerBound }
    return words.prefix(words.count - (words.count * 3 + 3) / 4 + 1)
  }

  /// How many words two texts that are alike may have that the other has not, of so many in both together.
  ///
  /// Of n, 3/7 n have to be shared, and the others of both may differ.
  @inline(__always)
  static func mostDifferent(ofTotal total: Int) -> Int { total - (total * 3 + 6) / 7 * 2 }

  /// The same for a text of so many words and any other. One of more than 4/3 as many cannot be like it, so that both have at
  /// most 7/3 as many, of which 1/7 may differ.
  static func mostDifferent(of count: Int) -> Int { count / 3 }

  /// By word: how many are rarer, or as rare and met earlier.
  private static func ranks(_ counts: [Int32]) -> [Int32] {
    let most = Int(counts.max() ?? 0)
    var next = Array(repeating: Int32(0), count: most + 2)
    for count in counts { next[Int(count) + 1] += 1 }
    for count in next.indices.dropFirst() { next[count] += next[count - 1] }
    return counts.map { count in
      defer { next[Int(count)] += 1 }
      return next[Int(count)]
    }
  }

  /// Sorts a few numbers, by insertion.
  private static func sort(_ words: inout [Int32], _ range: Range<Int>) {
    for place in range.dropFirst() {
      let word = words[place]
      var free = place
      while free > range.lowerBound, words[free - 1] > word {
        words[free] = words[free - 1]
        free -= 1
      }
      words[free] = word
    }
  }

  /// Whether two texts share at least three quarters of all words that are in them.
  func isAlike(_ first: Int, _ second: Int) -> Bool {
    let (left, right) = (range(of: first), range(of: second))
    var mayDiffer = RankedWords.mostDifferent(ofTotal: left.count + right.count)
    var (i, j) = (left.lowerBound, right.lowerBound)
    while i < left.upperBound, j < right.upperBound {
      if words[i] == words[j] {
        (i, j) = (i + 1, j + 1)
        continue
      }
      mayDiffer -= 1
      if mayDiffer < 0 { return false }
      if words[i] < words[j] { i += 1 } else { j += 1 }
    }
    return left.upperBound - i + right.upperBound - j <= mayDiffer
  }
}

/// For each of many words the texts that have it among their rarest, in the order in which they were added. Those of a word
/// stand side by side.
private struct Postings {
  private(set) var texts: [Int32]

  /// The marks of these texts.
  private var marks: [UInt64]

  /// By word, side by side since both are needed at once.
  private var ranges: [(start: Int32, end: Int32)]

  /// Room for all texts and their rarest words.
  init(_ ranked: RankedWords, textCount: Int) {
    var starts = [Int32](repeating: 0, count: ranked.wordCount + 1)
    for text in 0..<textCount {
      for word in ranked.rareWords(of: text) { starts[Int(ranked.words[word]) + 1] += 1 }
    }
    for word in starts.indices.dropFirst() { starts[word] += starts[word - 1] }
    let total = Int(starts[starts.count - 1])
    texts = Array(repeating: 0, count: total)
    marks = Array(repeating: 0, count: total)
    ranges = starts.map { ($0, $0) }
  }

  /// The marks of a text, turned round by its group: so those of other groups have little in common with them, and nobody has
  /// to ask for the group of each.
  static func marks(_ marks: UInt64, group: WordHash) -> UInt64 {
    let turn = group.value & 63
    return marks << turn | marks >> ((64 - turn) & 63)
  }

  mutating func append(_ text: Int, _ marks: UInt64, to word: Int32) {
    let place = Int(ranges[Int(word)].end)
    (self.texts[place], self.marks[place]) = (Int32(text), marks)
    ranges[Int(word)].end += 1
  }

  /// The first place in a range whose marks differ in so few bits at most; nil if there is none.
  func first(in range: Range<Int>, like own: UInt64, most: Int) -> Int? {
    marks.withUnsafeBufferPointer { marks in
      var place = range.lowerBound
      while place < range.upperBound {
        if (marks[place] ^ own).nonzeroBitCount <= most { return place }
        place += 1
      }
      return nil
    }
  }

  /// The places of the texts of a word.
  func range(of word: Int32) -> Range<Int> {
    let range = ranges[Int(word)]
    return Int(range.start)..<Int(range.end)
  }
}

extension Words.Word {
  /// Its small letters without the commonest endings of English, which is enough to compare.
  fileprivate func stem(in bytes: Span<UInt8>) -> WordHash {
    let first = Int(start)
    let last = endOfStem(in: bytes)
    var hasher = WordHasher()
    for place in first..<last {
      hasher.add(isLetter(bytes[place]) ? bytes[place] | 0x20 : bytes[place])
    }
    return hasher.hash
  }

  /// Where it ends without "'s", and without one of "ing", "ed", "es", "s" and "e" behind at least four letters.
  private func endOfStem(in bytes: Span<UInt8>) -> Int {
    let first = Int(start)
    var last = Int(end)
    if last - first > 2, bytes[last - 1] == UInt8(ascii: "s"), bytes[last - 2] == UInt8(ascii: "'")
    {
      last -= 2
    }
    let length = last - first
    guard length > 4 else { return last }
    let (before, letter) = (bytes[last - 2], bytes[last - 1])
    switch letter {
    case UInt8(ascii: "g")
    where length > 6 && before == UInt8(ascii: "n") && bytes[last - 3] == UInt8(ascii: "i"):
      return last - 3
    case UInt8(ascii: "d") where length > 5 && before == UInt8(ascii: "e"),
      UInt8(ascii: "s") where length > 5 && before == UInt8(ascii: "e"):
      return last - 2
    case UInt8(ascii: "s"), UInt8(ascii: "e"): return last - 1
    default: return last
    }
  }
}

extension WordHash {
  fileprivate mutating func add(contentsOf other: WordHash) {
    self = WordHash(value: WordHasher.mix(value &+ 1 ^ other.value))
  }
}

/// Words that a sentence needs and that tell nothing. "Not", "without" and the like are none of them.
private let fillers = WordIndex(
  of: """
    a an and any are as at be by can do for from has have he her his how if in into is it its may of on or other our \
    she so some such that the their them these they this those to was were what when where which who will with you your
    """)
