/// Writes whole numbers one behind another, each in as few bytes as it needs: seven bits in a byte, the lowest first, and the
/// high bit set in all but its last (LEB128).
package struct NumberWriter {
  @usableFromInline var written: [UInt8] = []

  package init(reserving capacity: Int = 0) { written.reserveCapacity(capacity) }

  /// All that was written.
  @inlinable package var bytes: [UInt8] { written }

  @inlinable
  package mutating func append(_ number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      written.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest &>>= 7
    }
    written.append(UInt8(truncatingIfNeeded: rest))
  }

  /// How much larger a number is than another one: small where it is a little larger, and five bytes where it is smaller.
  @inlinable
  package mutating func append(_ number: Int32, from other: Int32) {
    append(UInt32(bitPattern: number &- other))
  }

  @inlinable
  package mutating func append(byte: UInt8) { written.append(byte) }

  /// Bytes with their count before them.
  package mutating func append(_ bytes: some Collection<UInt8>) {
    append(UInt32(bytes.count))
    written.append(contentsOf: bytes)
  }

  /// Numbers of eight bytes each, as this machine has them in memory, with their count before them.
  package mutating func append(words: [UInt64]) {
    append(UInt32(words.count))
    words.withUnsafeBytes { append(raw: $0) }
  }

  /// Bytes of which the reader knows how many there are.
  package mutating func append(raw bytes: UnsafeRawBufferPointer) {
    written.append(contentsOf: bytes)
  }
}

/// Reads what a `NumberWriter` wrote. Past the end there are zeros, and `isWhole` says that there was not enough.
package struct NumberReader {
  @usableFromInline let bytes: ArraySlice<UInt8>
  @usableFromInline var place: Int
  @usableFromInline let end: Int
  @usableFromInline var isCut = false

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    (place, end) = (bytes.startIndex, bytes.endIndex)
  }

  /// Whether there was enough until now.
  package var isWhole: Bool { !isCut }

  /// Whether there was enough, and nothing is left.
  package var isAtEnd: Bool { !isCut && place == end }

  /// How many bytes are left.
  package var count: Int { end - place }

  @inlinable @inline(__always)
  package mutating func byte() -> UInt8 {
    guard place < end else {
      isCut = true
      return 0
    }
    defer { place &+= 1 }
    return bytes[place]
  }

  @inlinable @inline(__always)
  package mutating func number() -> UInt32 {
    let first = byte()
    return first < 0x80 ? UInt32(first) : number(behind: first)
  }

  @inlinable
  mutating func number(behind first: UInt8) -> UInt32 {
    var (number, shift, next) = (UInt32(first & 0x7F), UInt32(7), first)
    while next >= 0x80, shift < 35 {
      next = byte()
      number |= UInt32(next & 0x7F) << shift
      shift &+= 7
    }
    return number
  }

  /// A number that was written as how much larger it is than another one.
  @inlinable @inline(__always)
  package mutating func number(from other: Int32) -> Int32 {
    other &+ Int32(bitPattern: number())
  }

  /// A number that counts what follows, each of which takes a byte or more: never more than there can be.
  package mutating func count(of width: Int = 1) -> Int {
    let number = Int(number())
    guard number <= count / max(1, width) else {
      isCut = true
      return 0
    }
    return number
  }

  /// So many bytes; as many zeros if there are not enough.
  package mutating func raw(_ count: Int) -> ArraySlice<UInt8> {
    guard count <= self.count else {
      isCut = true
      return Array(repeating: 0, count: count)[...]
    }
    defer { place += count }
    return bytes[place..<(place + count)]
  }

  /// Bytes that have their count before them.
  package mutating func run() -> ArraySlice<UInt8> { raw(count()) }

  /// Numbers of eight bytes that have their count before them.
  package mutating func words() -> [UInt64] {
    let count = count(of: 8)
    return raw(8 * count).withUnsafeBytes { bytes in
      [UInt64](unsafeUninitializedCapacity: count) { words, filled in
        UnsafeMutableRawBufferPointer(words).copyMemory(from: bytes)
        filled = count
      }
    }
  }
}
