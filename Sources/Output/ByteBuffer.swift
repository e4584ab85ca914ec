/// The bytes of one output as they are written. Text goes in escaped unless a name says otherwise.
package struct ByteBuffer: Sendable {
  package internal(set) var bytes: [UInt8] = []

  package init() {}

  package init(reserving capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  package var isEmpty: Bool { bytes.isEmpty }
  package var count: Int { bytes.count }

  package mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Appends a text as it is, without any escape.
  package mutating func append(raw text: String) {
    text.withBytes { bytes.append(contentsOf: $0) }
  }

  /// Appends a whole number in decimal digits.
  package mutating func append(decimal number: Int) {
    guard (0..<100_000_000).contains(number) else { return append(raw: String(number)) }
    // Most numbers are small, and one or two bytes by themselves are sooner there than a run.
    if number < 100 {
      let (tens, ones) = UInt8(truncatingIfNeeded: number).quotientAndRemainder(dividingBy: 10)
      if tens > 0 { bytes.append(UInt8(ascii: "0") &+ tens) }
      return bytes.append(UInt8(ascii: "0") &+ ones)
    }
    // The first digit is the lowest byte, so that all of them are appended at once.
    var (rest, digits, count) = (UInt32(number), UInt64(0), 0)
    repeat {
      digits = digits &<< 8 | UInt64(UInt8(ascii: "0")) &+ UInt64(rest % 10)
      rest /= 10
      count = count &+ 1
    } while rest > 0
    withUnsafeBytes(of: digits.littleEndian) { run in
      append(raw: UnsafeBufferPointer(rebasing: run.bindMemory(to: UInt8.self)[..<count]))
    }
  }

  /// Appends a text that stands in the program, as it is.
  package mutating func append(fixed text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends bytes of memory as they are, without any escape.
  package mutating func append(raw run: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: run)
  }

  /// Takes out the line break at the end, if there is one.
  package mutating func removeLastLineBreak() {
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
  }

  /// Takes out all bytes and keeps their memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Takes out all bytes from a place on.
  package mutating func removeAll(from start: Int) {
    bytes.removeSubrange(start...)
  }

  /// Takes out all bytes from a place on, and returns them as a text.
  package mutating func removeText(from start: Int) -> String {
    let text = String(decoding: bytes[start...], as: UTF8.self)
    removeAll(from: start)
    return text
  }

  /// Appends a part of an array as it is, without any escape. Not generic, and so a plain copy of memory.
  package mutating func append(raw run: ArraySlice<UInt8>) {
    run.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  /// Appends bytes as they are, without any escape.
  package mutating func append(raw run: some Collection<UInt8>) {
    bytes.append(contentsOf: run)
  }

  /// Appends a text in runs: each byte for which `escape` returns a replacement is replaced by it.
  ///
  /// Only ASCII bytes may be replaced, so that characters stay whole.
  @inline(__always)
  package mutating func append(
    _ text: String, escaping escape: (UInt8) -> StaticString?
  ) {
    var text = text
    text.withUTF8 { append($0, escaping: escape) }
  }

  /// The same for the bytes of a text.
  @inline(__always)
  package mutating func append(
    _ source: UnsafeBufferPointer<UInt8>, escaping escape: (UInt8) -> StaticString?
  ) {
    var runStart = 0
    for index in source.indices {
      guard let replacement = escape(source[index]) else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[runStart..<index]))
      replacement.withUTF8Buffer { bytes.append(contentsOf: $0) }
      runStart = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[runStart...]))
  }
}
