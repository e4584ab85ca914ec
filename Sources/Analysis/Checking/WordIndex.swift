/// Gives each word a small number, in the order in which they are first met.
///
/// An open hash table whose keys are hashes already: several times as fast as a dictionary, which hashes them again.
struct WordIndex: Sendable {
  private(set) var count = 0
  private var slots: [(word: UInt64, number: Int32)]

  init() {
    slots = Array(repeating: (0, -1), count: 1 << 8)
  }

  /// The words of a line of text, in small letters and with spaces between them.
  init(of line: String) {
    self.init()
    for word in line.utf8.split(separator: UInt8(ascii: " ")) { _ = number(of: WordHash(word)) }
  }

  /// Adds all words of another, which get numbers of their own here.
  mutating func formUnion(_ other: WordIndex) {
    for slot in other.slots where slot.number >= 0 { _ = number(of: WordHash(value: slot.word)) }
  }

  /// All of them, in no order.
  var words: [UInt64] { slots.filter { $0.number >= 0 }.map(\.word) }

  func contains(_ word: WordHash) -> Bool {
    slots[slot(of: word.value)].number >= 0
  }

  /// The number of a word, and whether it is new.
  mutating func number(of word: WordHash) -> (number: Int, isNew: Bool) {
    if count * 2 >= slots.count { grow() }
    let slot = slot(of: word.value)
    if slots[slot].number >= 0 { return (Int(slots[slot].number), false) }
    slots[slot] = (word.value, Int32(count))
    count += 1
    return (count - 1, true)
  }

  /// The slot of a word, or else the free slot where it belongs.
  private func slot(of word: UInt64) -> Int {
    let mask = slots.count - 1
    // The high bits of the hash are the better mixed ones.
    var slot = Int(truncatingIfNeeded: word ^ (word >> 32)) & mask
    while slots[slot].number >= 0, slots[slot].word != word { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, -1), count: old.count * 2)
    for entry in old where entry.number >= 0 { slots[slot(of: entry.word)] = entry }
  }
}
