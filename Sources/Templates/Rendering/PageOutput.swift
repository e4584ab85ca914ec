internal import Output

/// The bytes of a page while it is rendered.
struct PageOutput {
  private var start: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  /// Whether the memory is its own, to be given back, and not that of the array which the bytes will be.
  private var isOwn = false

  /// Most pages fit into it, and it stays below what the system would give and take back as whole
  /// pages of memory.
  private static let usual = 48 << 10

  private init(in memory: UnsafeMutableBufferPointer<UInt8>, _ start: UnsafeMutablePointer<UInt8>) {
    self.start = start
    capacity = memory.count
  }

  /// The bytes of an output, which `write` gets empty and returns with what it has written.
  static func bytes(_ write: (PageOutput) -> PageOutput) -> [UInt8] {
    var larger: PageOutput?
    let bytes = [UInt8](unsafeUninitializedCapacity: usual) { memory, count in
      guard let start = memory.baseAddress else { return }
      let output = write(PageOutput(in: memory, start))
      if output.isOwn { larger = output } else { count = output.count }
    }
    return larger?.finish() ?? bytes
  }

  /// The bytes where they have outgrown the array. The output cannot be used after it.
  private func finish() -> [UInt8] {
    defer { start.deallocate() }
    return [UInt8](unsafeUninitializedCapacity: count) { bytes, written in
      bytes.baseAddress?.initialize(from: start, count: count)
      written = count
    }
  }

  /// Appends bytes behind which at least `slack` more may be read.
  @inline(__always)
  mutating func append(raw source: UnsafeBufferPointer<UInt8>) {
    guard let first = source.baseAddress else { return }
    append(raw: first, source.count)
  }

  /// The same by the first byte and the number of bytes.
  ///
  /// Most are few, and moving two blocks whatever their number costs less than a call.
  @inline(__always)
  mutating func append(raw first: UnsafePointer<UInt8>, _ length: Int) {
    if length <= 2 * PageOutput.slack {
      let target = UnsafeMutableRawPointer(room(for: 2 * PageOutput.slack))
      let bytes = UnsafeRawPointer(first)
      let start = bytes.loadUnaligned(as: Block.self)
      target.storeBytes(of: start, as: Block.self)
      if length > PageOutput.slack {
        let rest = bytes.loadUnaligned(fromByteOffset: PageOutput.slack, as: Block.self)
        target.storeBytes(of: rest, toByteOffset: PageOutput.slack, as: Block.self)
      }
    } else {
      room(for: length).update(from: first, count: length)
    }
    count = count &+ length
  }

  /// How many bytes may be read behind those that are appended.
  static let slack = MemoryLayout<Block>.size
  private typealias Block = SIMD16<UInt8>

  mutating func append(html source: UnsafeBufferPointer<UInt8>) {
    guard let first = source.baseAddress else { return }
    let target = room(for: HTMLEscaping.room(for: source.count))
    count += HTMLEscaping.write(first, source.count, to: target)
  }

  mutating func append(markdown source: UnsafeBufferPointer<UInt8>) {
    if isPlainMarkdown(source) { return append(raw: source) }
    var escaped = ByteBuffer()
    escaped.append(markdown: source)
    escaped.bytes.withUnsafeBufferPointer { bytes in
      guard let first = bytes.baseAddress else { return }
      room(for: bytes.count).update(from: first, count: bytes.count)
      count += bytes.count
    }
  }

  /// Where the next bytes go, with room for so many.
  @inline(__always)
  private mutating func room(for length: Int) -> UnsafeMutablePointer<UInt8> {
    if capacity &- count < length { grow(length) }
    return start + count
  }

  private mutating func grow(_ length: Int) {
    capacity = max(2 * capacity, count + length)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    if isOwn { start.deallocate() }
    (start, isOwn) = (larger, true)
  }
}
