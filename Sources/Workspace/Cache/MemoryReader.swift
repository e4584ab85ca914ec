internal import Output

/// A memory of a build as it is kept, of which only the places of its parts are found out at first.
///
/// It is read into memory once and used as it is: a large framework has tens of thousands of outputs, and to make a text of
/// each path would take longer than all else.
struct MemoryReader: Sendable {
  private let bytes: [UInt8]
  let key: Range<Int>
  let output: Range<Int>
  let errors: Range<Int>
  let headline: Range<Int>

  /// When it was written down, in nanoseconds since 1970.
  let moment: Int64

  /// Where each begins.
  let inputs: [Int]
  let outputs: [Int]

  /// Nil if anything about it is damaged.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.count >= 16,
      bytes.withUnsafeBytes({ bytes in
        BuildMemory.check(UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count - 8)]))
          == bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self).littleEndian
      })
    else { return nil }
    var cursor = Cursor(bytes: bytes, end: bytes.count - 8)
    guard cursor.number() == BuildMemory.mark, let key = cursor.text(), let output = cursor.text(),
      let errors = cursor.text(), let headline = cursor.text(), let moment = cursor.number(),
      let inputs = cursor.entries(fixed: MemoryReader.stampSize),
      let outputs = cursor.entries(fixed: MemoryReader.stampSize + MemoryReader.digestSize)
    else { return nil }
    self.key = key
    self.output = output
    self.errors = errors
    self.headline = headline
    self.moment = Int64(bitPattern: moment)
    self.inputs = inputs
    self.outputs = outputs
  }

  static let stampSize = 40
  static let digestSize = 32

  subscript(range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

  /// The stamp of an input or output.
  func stamp(at start: Int) -> FileStamp {
    bytes.withUnsafeBytes { bytes in
      func number(_ index: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: start + 8 * index, as: UInt64.self).littleEndian
      }
      return FileStamp(
        device: number(0), inode: number(1), size: number(2),
        modified: Int64(bitPattern: number(3)), changed: Int64(bitPattern: number(4)))
    }
  }

  /// The digest of an output.
  func digest(at start: Int) -> ArraySlice<UInt8> {
    bytes[(start + MemoryReader.stampSize)...].prefix(MemoryReader.digestSize)
  }

  func path(ofOutput start: Int) -> String {
    withPath(at: start + MemoryReader.stampSize + MemoryReader.digestSize) { String(cString: $0) }
  }

  func withPath<Result>(
    ofOutput start: Int, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    withPath(at: start + MemoryReader.stampSize + MemoryReader.digestSize, body)
  }

  func path(ofInput start: Int) -> String {
    withPath(at: start + MemoryReader.stampSize) { String(cString: $0) }
  }

  /// Calls a function with a path that ends with a zero. `start` is where its length stands.
  private func withPath<Result>(
    at start: Int, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    bytes[(start + 8)...].withUnsafeBytes { bytes in
      body(bytes.assumingMemoryBound(to: CChar.self).baseAddress ?? emptyPath)
    }
  }
}

/// A path of no characters. Never used, since no path of a memory lies at its very end.
nonisolated(unsafe) private let emptyPath: UnsafePointer<CChar> = {
  let path = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  path.initialize(to: 0)
  return UnsafePointer(path)
}()

private struct Cursor {
  let bytes: [UInt8]
  let end: Int
  var position = 0

  init(bytes: [UInt8], end: Int) {
    self.bytes = bytes
    self.end = end
  }

  mutating func number() -> UInt64? {
    guard end - position >= 8 else { return nil }
    defer { position += 8 }
    return bytes.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian
    }
  }

  /// A text with its length before it.
  mutating func text() -> Range<Int>? {
    guard let length = number(), length <= UInt64(end - position) else { return nil }
    defer { position += Int(length) }
    return position..<(position + Int(length))
  }

  /// Where the entries of a list begin: each has some bytes and then a path.
  mutating func entries(fixed: Int) -> [Int]? {
    guard let count = number(), count <= UInt64(end - position) / UInt64(fixed + 9) else {
      return nil
    }
    var starts: [Int] = []
    starts.reserveCapacity(Int(count))
    for _ in 0..<count {
      starts.append(position)
      guard end - position >= fixed else { return nil }
      position += fixed
      guard let path = text(), let last = path.last, bytes[last] == 0 else { return nil }
    }
    return starts
  }
}
