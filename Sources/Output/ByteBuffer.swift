/// The bytes of an output while it is written. Text is escaped unless a method's name says otherwise.
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

  /// Appends a text without any escape.
  package mutating func append(raw text: String) {
    text.withBytes { bytes.append(contentsOf: $0) }
  }

  /// Appends an integer in decimal digits.
  package mutating func append(decimal number: Int) {
    guard (0..<100_000_000).contains(number) else { return append(raw: String(number)) }
    // Most numbers are small. Appending one or two single bytes is faster than appending a run.
    if number < 100 {
      let (tens, ones) = UInt8(truncatingIfNeeded: number).quotientAndRemainder(dividingBy: 10)
      if tens > 0 { bytes.append(UInt8(ascii: "0") &+ tens) }
      return bytes.append(UInt8(ascii: "0") &+ ones)
    }
    // The first digit is the lowest byte, so that all digits are appended at once.
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

  /// Appends a literal of the program without any escape.
  package mutating func append(fixed text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends bytes of memory without any escape.
  package mutating func append(raw run: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: run)
  }

  /// Removes the line break at the end, if there is one.
  package mutating func removeLastLineBreak() {
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
  }

  /// Removes all bytes and keeps the capacity.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Removes all bytes from an offset on.
  package mutating func removeAll(from start: Int) {
    bytes.removeSubrange(start...)
  }

  /// Removes all bytes from an offset on, and returns them as a text.
  package mutating func removeText(from start: Int) -> String {
    let text = String(decoding: bytes[start...], as: UTF8.self)
    removeAll(from: start)
    return text
  }

  /// Appends a slice without any escape. It is not generic, and so a plain copy of memory.
  package mutating func append(raw run: ArraySlice<UInt8>) {
    run.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  /// Appends bytes without any escape.
  package mutating func append(raw run: some Collection<UInt8>) {
    bytes.append(contentsOf: run)
  }

  /// Appends a text, with each byte replaced for which `escape` returns a replacement.
  ///
  /// Only ASCII bytes may be replaced, so that characters stay whole.
  @inline(__always)
  package mutating func append(
    _ text: String, escaping escape: (UInt8) -> StaticString?
  ) {
    var text = text
    text.withUTF8 { append($0, escaping: escape) }
  }

  /// Appends UTF-8 bytes, with each byte replaced for which `escape` returns a replacement.
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
