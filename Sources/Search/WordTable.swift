internal import Glibc

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

  /// Each at the place that the word's hash names or behind it. A power of two.
  private var places = [Place](repeating: Place(), count: 1024)

  /// A word's number plus one, or zero for an empty place; and its hash beside it, so that only the word itself is looked up.
  private struct Place {
    var number: Int32 = 0
    var hash: UInt32 = 0
  }

  package init() {}

  /// A table of words that was kept: their bytes, where each ends, and the hash of each.
  init(bytes: [UInt8], ends: [Int32], hashes: [UInt32]) {
    (self.bytes, self.ends, self.hashes) = (bytes, ends, hashes)
    fill(size: places.count)
  }

  /// The same with all its words and nothing else: each that `isKept` says, in order.
  func filtered(_ isKept: (Int) -> Bool) -> WordTable {
    var kept = WordTable()
    for number in 0..<count where isKept(number) {
      _ = withBytes(of: number) { kept.number(of: $0) }
    }
    return kept
  }

  /// Its parts, as it can be kept by them.
  var parts: (bytes: [UInt8], ends: [Int32], hashes: [UInt32]) { (bytes, ends, hashes) }

  package var count: Int { ends.count }

  /// The number of a word, which is new if `count` was that number before.
  package mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = WordTable.hash(word)
    var place = Int(hash) & (places.count - 1)
    while places[place].number != 0 {
      let number = Int(places[place].number) - 1
      if places[place].hash == hash, equals(number, word) { return number }
      place = (place + 1) & (places.count - 1)
    }
    places[place] = Place(number: Int32(count + 1), hash: hash)
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
    return bytes.withUnsafeBufferPointer { bytes in
      guard let own = bytes.baseAddress, let other = word.baseAddress else { return true }
      return memcmp(own + range.lowerBound, other, word.count) == 0
    }
  }

  /// Eight bytes at a time are mixed in by a multiplication of which both halves count. The last eight may have been mixed
  /// in already.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let bytes = UnsafeRawBufferPointer(word)
    var hash = UInt64(truncatingIfNeeded: word.count) ^ 0xcbf2_9ce4_8422_2325
    if word.count >= 8 {
      for place in Swift.stride(from: 0, to: word.count - 8, by: 8) {
        hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      }
      hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: word.count - 8, as: UInt64.self))
    } else if word.count >= 4 {
      let first = bytes.loadUnaligned(as: UInt32.self)
      let last = bytes.loadUnaligned(fromByteOffset: word.count - 4, as: UInt32.self)
      hash = mix(hash ^ (UInt64(first) << 32 | UInt64(last)))
    } else {
      for byte in word { hash = mix(hash ^ UInt64(byte)) }
    }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  private mutating func grow() { fill(size: 4 * places.count) }

  /// Puts all words into a table of places, of at least so many.
  private mutating func fill(size: Int) {
    var size = size
    while 2 * count > size { size *= 4 }
    places = Array(repeating: Place(), count: size)
    for (number, hash) in hashes.enumerated() {
      var place = Int(hash) & (places.count - 1)
      while places[place].number != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = Place(number: Int32(number + 1), hash: hash)
    }
  }
}
