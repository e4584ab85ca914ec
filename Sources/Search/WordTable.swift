/// Gives each word a number, from zero in the order in which words are first seen.
///
/// Words are bytes of UTF-8 and stand behind one another in one array, since a large framework has a hundred thousand words
/// that are asked for millions of times.
package struct WordTable: Sendable {
  private var bytes: [UInt8] = []

  /// By number: where the word ends.
  private var ends: [Int32] = []

  /// By number: the hash of the word, so that the table grows without a look at the words.
  private var hashes: [UInt32] = []

  /// Numbers plus one, each at the place that the word's hash names or behind it; zero for an empty place. A power of two.
  private var places = [Int32](repeating: 0, count: 1024)

  package init() {}

  package var count: Int { ends.count }

  /// The number of a word, which is new if `count` was that number before.
  package mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = WordTable.hash(word)
    var place = Int(hash) & (places.count - 1)
    while places[place] != 0 {
      let number = Int(places[place]) - 1
      if hashes[number] == hash, equals(number, word) { return number }
      place = (place + 1) & (places.count - 1)
    }
    places[place] = Int32(count + 1)
    bytes.append(contentsOf: word)
    ends.append(Int32(bytes.count))
    hashes.append(hash)
    if 2 * count > places.count { grow() }
    return count - 1
  }

  /// The word with a number, as bytes that are there until the function returns.
  package func withBytes<Result>(
    of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(of: number)])) }
  }

  package subscript(number: Int) -> String {
    withBytes(of: number) { String(decoding: $0, as: UTF8.self) }
  }

  /// All numbers in the order of the words' code points, which is that of their bytes.
  package var sortedNumbers: [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      // Most words differ in their first eight bytes, which are compared as one number.
      let keys = (0..<count).map { number in
        bytes[range(of: number)].prefix(8).enumerated().reduce(UInt64(0)) { key, byte in
          key | UInt64(byte.element) << UInt64(8 * (7 - byte.offset))
        }
      }
      return (0..<count).sorted { left, right in
        guard keys[left] == keys[right] else { return keys[left] < keys[right] }
        return bytes[range(of: left)].lexicographicallyPrecedes(bytes[range(of: right)])
      }
    }
  }

  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  private func equals(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: number)
    guard range.count == word.count else { return false }
    for index in 0..<word.count where bytes[range.lowerBound + index] != word[index] {
      return false
    }
    return true
  }

  /// FNV-1a, with the upper half mixed into the lower.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  private mutating func grow() {
    places = [Int32](repeating: 0, count: 4 * places.count)
    for (number, hash) in hashes.enumerated() {
      var place = Int(hash) & (places.count - 1)
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = Int32(number + 1)
    }
  }
}
