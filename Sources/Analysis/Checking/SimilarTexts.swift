/// Finds texts that say nearly the same as an earlier one: that share at least three quarters of their words, without
/// endings and such as "the" and "of" (Jaccard index), and all their numbers.
///
/// Two texts that are so alike share one of their rarest words, so each is compared only with those that it shares such
/// a word with: exact, and in practice linear (Bayardo, Ma and Srikant, Scaling up all pairs similarity search, 2007).
/// A text that is like an earlier one is not compared with later ones. Texts of fewer than four words have to be the same.
struct SimilarTexts {
  /// The numbers of the words of all texts, each once a text, and where each text starts.
  private var words: [Int32] = []
  private var starts: [Int] = []

  /// By text: what it must have in common with another to be compared: its group, and the numbers in it.
  private var groups: [WordHash] = []

  /// By text: all its words in order.
  private var sequences: [WordHash] = []

  private var index = WordIndex()

  /// By word: in how many texts it is.
  private var counts: [Int32] = []

  /// Adds the text that has just been read. Only texts of one group are compared.
  mutating func add(_ text: Words, _ bytes: ArraySlice<UInt8>, group: Int) {
    let start = words.count
    starts.append(start)
    var common = WordHash()
    common.add(UInt8(truncatingIfNeeded: group))
    var sequence = common
    for word in text.words {
      sequence.add(contentsOf: word.hash)
      if word.digits > 0 { common.add(contentsOf: word.hash) }
      if fillers.contains(word.hash) { continue }
      let (number, isNew) = index.number(of: word.stem(in: bytes))
      if isNew { counts.append(0) }
      if words[start...].contains(Int32(number)) { continue }
      counts[number] += 1
      words.append(Int32(number))
    }
    groups.append(common)
    sequences.append(sequence)
  }

  /// Each text that is like an earlier one, with the first that was found.
  func pairs() -> [(earlier: Int, later: Int, isSame: Bool)] {
    let ranked = rankedWords()
    var found: [(earlier: Int, later: Int, isSame: Bool)] = []
    var sequenceIndex = WordIndex()
    var bySequence: [Int] = []
    var byRareWord = Array(repeating: [Int32](), count: counts.count)
    var comparedWith = Array(repeating: Int32(-1), count: starts.count)
    for place in starts.indices {
      let words = ranked[range(of: place)]
      let (sequence, isNew) = sequenceIndex.number(of: sequences[place])
      if !isNew {
        found.append((bySequence[sequence], place, true))
        continue
      }
      bySequence.append(place)
      guard words.count >= 4 else { continue }
      let rare = words.prefix(words.count - (words.count * 3 + 3) / 4 + 1)
      var like: Int?
      search: for word in rare {
        for earlier in byRareWord[Int(word)] where comparedWith[Int(earlier)] != Int32(place) {
          comparedWith[Int(earlier)] = Int32(place)
          guard groups[Int(earlier)] == groups[place],
            isAlike(ranked[range(of: Int(earlier))], words)
          else {
            continue
          }
          like = Int(earlier)
          break search
        }
      }
      if let like {
        found.append((like, place, false))
      } else {
        for word in rare { byRareWord[Int(word)].append(Int32(place)) }
      }
    }
    return found
  }

  private func range(of text: Int) -> Range<Int> {
    starts[text]..<(text + 1 < starts.count ? starts[text + 1] : words.count)
  }

  /// The words with other numbers, the rarest first in each text.
  private func rankedWords() -> [Int32] {
    let order = counts.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
    var rank = Array(repeating: Int32(0), count: counts.count)
    for (place, word) in order.enumerated() { rank[word] = Int32(place) }
    var ranked = words.map { rank[Int($0)] }
    for text in starts.indices { ranked[range(of: text)].sort() }
    return ranked
  }
}

/// Whether two lists of different numbers in order share at least three quarters of all that are in them.
private func isAlike(_ left: ArraySlice<Int32>, _ right: ArraySlice<Int32>) -> Bool {
  let total = left.count + right.count
  // Of n numbers in both together, 3/7 n have to be shared, and the others of both may differ.
  var mayDiffer = total - (total * 3 + 6) / 7 * 2
  var (i, j) = (left.startIndex, right.startIndex)
  while i < left.endIndex, j < right.endIndex {
    if left[i] == right[j] {
      (i, j) = (i + 1, j + 1)
      continue
    }
    mayDiffer -= 1
    if mayDiffer < 0 { return false }
    if left[i] < right[j] { i += 1 } else { j += 1 }
  }
  return left.endIndex - i + right.endIndex - j <= mayDiffer
}

extension Words.Word {
  /// Its small letters without the commonest endings of English, which is enough to compare.
  fileprivate func stem(in bytes: ArraySlice<UInt8>) -> WordHash {
    let first = bytes.startIndex + Int(start)
    var last = bytes.startIndex + Int(end)
    func ends(with ending: StaticString) -> Bool {
      let count = ending.utf8CodeUnitCount
      guard last - first > count else { return false }
      return ending.withUTF8Buffer { letters in
        (0..<count).allSatisfy { bytes[last - count + $0] == letters[$0] }
      }
    }
    if ends(with: "'s") { last -= 2 }
    for ending: StaticString in ["ing", "ed", "es", "s", "e"]
    where last - first > ending.utf8CodeUnitCount + 3 && ends(with: ending) {
      last -= ending.utf8CodeUnitCount
      break
    }
    var hash = WordHash()
    for place in first..<last {
      hash.add(isLetter(bytes[place]) ? bytes[place] | 0x20 : bytes[place])
    }
    return hash
  }
}

extension WordHash {
  fileprivate mutating func add(contentsOf other: WordHash) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      add(UInt8(truncatingIfNeeded: other.value >> shift))
    }
  }
}

/// Words that a sentence needs and that tell nothing. "Not", "without" and the like are none of them.
private let fillers = WordIndex(
  of: """
    a an and any are as at be by can do for from has have he her his how if in into is it its may of on or other our \
    she so some such that the their them these they this those to was were what when where which who will with you your
    """)
