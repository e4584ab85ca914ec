internal import Output

/// The bytes of a page while it is rendered.
struct PageOutput {
  private(set) var bytes: Arena<UInt8>

  /// Writes into memory in which nothing else is kept.
  init(in memory: Arena<UInt8>) {
    bytes = memory
    bytes.removeAll()
  }

  /// Appends some of the bytes as they are.
  ///
  /// Most are few, and moving two blocks whatever their number costs less than a call.
  @inline(__always)
  mutating func append(raw source: Span<UInt8>, _ range: Range<Int>) {
    let (start, length) = (range.lowerBound, range.upperBound &- range.lowerBound)
    guard length <= 2 * blockSize, start >= 0, start <= source.count &- 2 * blockSize else {
      return append(source.extracting(range))
    }
    unsafe source.withUnsafeBytes { source in
      unsafe bytes.append(atMost: 2 * blockSize) { target in
        let blocks = unsafe source.loadUnaligned(fromByteOffset: start, as: TwoBlocks.self)
        unsafe UnsafeMutableRawPointer(target).storeBytes(of: blocks, as: TwoBlocks.self)
        return length
      }
    }
  }

  private mutating func append(_ source: Span<UInt8>) {
    unsafe source.withUnsafeBufferPointer { unsafe bytes.append($0) }
  }

  /// Appends a text so that HTML shows it as it is.
  mutating func append(html source: Span<UInt8>, _ range: Range<Int>) {
    let hasSlack = range.upperBound + HTMLEscaping.slack <= source.count
    unsafe source.extracting(range).withUnsafeBufferPointer { text in
      guard hasSlack, let first = text.baseAddress else {
        return append { unsafe $0.append(html: text) }
      }
      unsafe bytes.append(atMost: HTMLEscaping.room(for: text.count)) {
        unsafe HTMLEscaping.write(first, text.count, to: $0)
      }
    }
  }

  /// Appends a text so that Markdown shows it as it is.
  mutating func append(markdown source: Span<UInt8>, _ range: Range<Int>) {
    unsafe source.extracting(range).withUnsafeBufferPointer { text in
      if unsafe isPlainMarkdown(text) { return unsafe bytes.append(text) }
      append { unsafe $0.append(markdown: text) }
    }
  }

  private mutating func append(_ write: (inout ByteBuffer) -> Void) {
    var buffer = ByteBuffer()
    write(&buffer)
    append(buffer.bytes.span)
  }
}

private typealias TwoBlocks = SIMD32<UInt8>
private let blockSize = 16
