/// A hash table that numbers words from zero, in the order in which they are first seen.
///
/// Words are UTF-8, end to end in one array. A large framework has a hundred thousand words that are looked up millions of
/// times.
package struct WordTable: Sendable {
  /// The bytes of all words, end to end.
  private(set) var bytes: [UInt8] = []

  /// The end offset and the hash of each word, by number. With the hashes the table grows without reading the words.
  private(set) var words: [(end: Int32, hash: UInt32)] = []

  /// The slots of the hash table, with open addressing. Their count is a power of two.
  private var places = [Place](repeating: Place(), count: 1024)

  /// A slot: a word's number plus one, or zero if it is free. A short word and the hash are stored as well, so that other words
  /// are rarely compared.
  private struct Place {
    var short: UInt64 = 0
    var number: Int32 = 0
    var hash: UInt32 = 0
  }

  package init() {}

  package var count: Int { words.count }

  /// Removes all words and keeps the capacity.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    for place in places.indices { places[place] = Place() }
  }

  /// The number of a word. The word is new if the number equals the former `count`.
  package mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let short = WordTable.short(word)
    return number(of: word, short, hash: WordTable.hash(word, short))
  }

  /// The number of a word whose hash is known.
  mutating func number(of word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    number(of: word, WordTable.short(word), hash: hash)
  }

  @inline(__always)
  private mutating func number(
    of word: UnsafeBufferPointer<UInt8>, _ short: UInt64, hash: UInt32
  ) -> Int {
    let (number, free) = places.withUnsafeBufferPointer { places in
      let mask = places.count - 1
      var index = Int(hash) & mask
      while places[index].number != 0 {
        let place = places[index]
        if place.short == short, place.hash == hash,
          short != 0 || equals(Int(place.number) - 1, word)
        {
          return (Int(place.number) - 1, index)
        }
        index = (index + 1) & mask
      }
      return (-1, index)
    }
    if number >= 0 { return number }
    places[free] = Place(short: short, number: Int32(count + 1), hash: hash)
    bytes.append(contentsOf: word)
    words.append((Int32(bytes.count), hash))
    if 2 * count > places.count { grow() }
    return count - 1
  }

  /// Calls `body` with the bytes of the word with this number. They are valid until it returns.
  package func withBytes<Result>(
    of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let range = range(of: number)
    return bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(range.lowerBound)..<Int(range.upperBound)]))
    }
  }

  package subscript(number: Int) -> String {
    withBytes(of: number) { String(decoding: $0, as: UTF8.self) }
  }

  /// All numbers, sorted by the words' code points, which is also the order of their bytes.
  package var sortedNumbers: [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      // Most words differ in their first eight bytes, which are compared as one number.
      var keys = (0..<count).map { number in
        let range = range(of: number)
        return (first: firstBytes(of: bytes, range), range: range, number: Int32(number))
      }
      keys.sort { left, right in
        guard left.first == right.first else { return left.first < right.first }
        return bytes[Int(left.range.lowerBound)..<Int(left.range.upperBound)]
          .lexicographicallyPrecedes(
            bytes[Int(right.range.lowerBound)..<Int(right.range.upperBound)])
      }
      return keys.map { Int($0.number) }
    }
  }

  /// The first eight bytes of a word, most significant first, so that numbers compare as the bytes do.
  private func firstBytes(of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int32>) -> UInt64 {
    var first: UInt64 = 0
    for place in 0..<min(8, range.count) {
      first |= UInt64(bytes[Int(range.lowerBound) + place]) << UInt64(56 - 8 * place)
    }
    return first
  }

  /// The byte range of a word in `bytes`.
  func range(of number: Int) -> Range<Int32> {
    (number == 0 ? 0 : words[number - 1].end)..<words[number].end
  }

  @inline(__always)
  private func equals(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: number)
    guard range.count == word.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      let other = UnsafeRawBufferPointer(word)
      let own = UnsafeRawBufferPointer(
        rebasing: UnsafeRawBufferPointer(bytes)[
          Int(range.lowerBound)..<Int(range.upperBound)])
      return WordTable.areEqual(own, other)
    }
  }

  /// Whether two words of the same length are equal. The last eight bytes may overlap those before, as in `hash`.
  @inline(__always)
  private static func areEqual(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer)
    -> Bool
  {
    func differ<Number: FixedWidthInteger & BitwiseCopyable>(at place: Int, _: Number.Type) -> Bool
    {
      one.loadUnaligned(fromByteOffset: place, as: Number.self)
        != other.loadUnaligned(fromByteOffset: place, as: Number.self)
    }
    let count = one.count
    if count >= 8 {
      for place in Swift.stride(from: 0, to: count - 8, by: 8)
      where differ(at: place, UInt64.self) { return false }
      return !differ(at: count - 8, UInt64.self)
    }
    if count >= 4 { return !differ(at: 0, UInt32.self) && !differ(at: count - 4, UInt32.self) }
    for place in 0..<count where one[place] != other[place] { return false }
    return true
  }

  /// A word of up to eight bytes as a unique number. Zero for a longer or empty word, and for one that ends with a zero byte.
  @inline(__always)
  private static func short(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let (bytes, count) = (UnsafeRawBufferPointer(word), word.count)
    guard count <= 8, count > 0, word[count - 1] != 0 else { return 0 }
    if count == 8 { return bytes.loadUnaligned(as: UInt64.self).littleEndian }
    if count >= 4 {
      // The two reads may overlap, and agree where they do.
      let first = bytes.loadUnaligned(as: UInt32.self).littleEndian
      let last = bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self).littleEndian
      return UInt64(first) | UInt64(last) << UInt64(8 * (count - 4))
    }
    return word.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Mixes in eight bytes at a time, by a multiplication whose two halves are combined. The last eight may overlap those
  /// before.
  @inline(__always)
  private static func hash(_ word: UnsafeBufferPointer<UInt8>, _ short: UInt64) -> UInt32 {
    let bytes = UnsafeRawBufferPointer(word)
    var hash = UInt64(truncatingIfNeeded: word.count) ^ 0xcbf2_9ce4_8422_2325
    if short != 0 {
      hash = mix(hash ^ short)
    } else if word.count >= 8 {
      for place in Swift.stride(from: 0, to: word.count - 8, by: 8) {
        hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      }
      hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: word.count - 8, as: UInt64.self))
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

  /// Doubles the number of slots.
  private mutating func grow() {
    let mask = 2 * places.count - 1
    var larger = Array(repeating: Place(), count: mask + 1)
    for place in places where place.number != 0 {
      var index = Int(place.hash) & mask
      while larger[index].number != 0 { index = (index + 1) & mask }
      larger[index] = place
    }
    places = larger
  }
}
