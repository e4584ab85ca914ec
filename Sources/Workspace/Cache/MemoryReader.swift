internal import Model
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

  /// When all had been made and none had been moved into its place, in nanoseconds since 1970.
  let moment: Int64

  /// Where each begins.
  let inputs: [Int]
  let outputs: [Int]

  /// Where the state of the project, what was read for all outputs, and the links begin.
  private let print: Int
  private let reading: Int
  private let links: Int

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
      let inputs = cursor.entries({ $0.skip(MemoryReader.stampSize) && $0.skipPath() })
    else { return nil }
    print = cursor.position
    guard cursor.skip(Digest.size), cursor.skipList(of: Digest.size),
      cursor.skipList(of: Digest.size)
    else { return nil }
    reading = cursor.position
    guard cursor.skipReading() else { return nil }
    links = cursor.position
    guard cursor.skipList(of: 16),
      let outputs = cursor.entries({
        $0.skip(MemoryReader.stampSize + Digest.size) && $0.skipReading() && $0.skipPath()
      })
    else { return nil }
    self.key = key
    self.output = output
    self.errors = errors
    self.headline = headline
    self.moment = Int64(bitPattern: moment)
    self.inputs = inputs
    self.outputs = outputs
  }

  private static let stampSize = 40

  subscript(range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

  /// The state of the project.
  var projectPrint: ProjectPrint {
    var place = print + Digest.size
    func digests() -> [Digest] {
      let count = Int(number(at: place))
      defer { place += 8 + count * Digest.size }
      return (0..<count).map { digest(at: place + 8 + $0 * Digest.size) }
    }
    return ProjectPrint(structure: digest(at: print), texts: digests(), files: digests())
  }

  /// What was read for all outputs.
  var readingForAll: Reading { reading(at: reading) }

  /// How often addresses are linked to.
  var linkCounts: [(hash: UInt64, count: Int32)] {
    (0..<Int(number(at: links))).map {
      let start = links + 8 + 16 * $0
      return (number(at: start), Int32(truncatingIfNeeded: number(at: start + 8)))
    }
  }

  /// The stamp of an input or output.
  func stamp(at start: Int) -> FileStamp {
    FileStamp(
      device: number(at: start), inode: number(at: start + 8), size: number(at: start + 16),
      modified: Int64(bitPattern: number(at: start + 24)),
      changed: Int64(bitPattern: number(at: start + 32)))
  }

  func digest(ofOutput start: Int) -> Digest { digest(at: start + MemoryReader.stampSize) }

  func reading(ofOutput start: Int) -> Reading {
    reading(at: start + MemoryReader.stampSize + Digest.size)
  }

  func path(ofOutput start: Int) -> String {
    withPath(ofOutput: start) { String(cString: $0) }
  }

  func withPath<Result>(
    ofOutput start: Int, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    let reading = start + MemoryReader.stampSize + Digest.size
    return withPath(at: reading + readingSize(at: reading), body)
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

  private func digest(at start: Int) -> Digest {
    Digest(bytes: bytes[start..<(start + Digest.size)])
  }

  private func reading(at start: Int) -> Reading {
    let head = number(at: start)
    let counts = [Int(head >> 32 & 0x7FFF_FFFF), Int(head & 0xFFFF_FFFF)]
    let numbers = bytes.withUnsafeBytes { bytes in
      (0..<(counts[0] + counts[1])).map {
        bytes.loadUnaligned(fromByteOffset: start + 8 + 4 * $0, as: Int32.self)
      }
    }
    var reading = Reading()
    reading.isOfAll = head >> 63 == 1
    reading.statements = Array(numbers[..<counts[0]])
    reading.files = Array(numbers[counts[0]...])
    return reading
  }

  private func readingSize(at start: Int) -> Int {
    let head = number(at: start)
    return 8 + 4 * (Int(head >> 32 & 0x7FFF_FFFF) + Int(head & 0xFFFF_FFFF))
  }

  private func number(at start: Int) -> UInt64 {
    bytes.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: start, as: UInt64.self).littleEndian
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

  /// Whether there are so many bytes, which are passed over.
  mutating func skip(_ count: Int) -> Bool {
    guard end - position >= count else { return false }
    position += count
    return true
  }

  /// Whether there is a list of things of a size.
  mutating func skipList(of size: Int) -> Bool {
    guard let count = number(), count <= UInt64(end - position) / UInt64(size) else {
      return false
    }
    return skip(Int(count) * size)
  }

  mutating func skipReading() -> Bool {
    guard let head = number() else { return false }
    return skip(4 * (Int(head >> 32 & 0x7FFF_FFFF) + Int(head & 0xFFFF_FFFF)))
  }

  mutating func skipPath() -> Bool {
    guard let path = text(), let last = path.last else { return false }
    return bytes[last] == 0
  }

  /// Where the entries of a list begin.
  mutating func entries(_ skip: (inout Cursor) -> Bool) -> [Int]? {
    guard let count = number(), count <= UInt64(end - position) else { return nil }
    var starts: [Int] = []
    starts.reserveCapacity(Int(count))
    for _ in 0..<count {
      starts.append(position)
      guard skip(&self) else { return nil }
    }
    return starts
  }
}
