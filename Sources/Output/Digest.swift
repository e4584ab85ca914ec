internal import CNettle

/// A SHA-256 digest (FIPS 180-4), computed by Nettle, which uses the processor's own instructions where it has them.
package struct Digest: Hashable, Sendable {
  // The 32 bytes in memory order. They are stored inline, since a large output has tens of thousands of digests.
  private let first, second, third, fourth: UInt64

  package var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

  /// The size of a digest in bytes.
  package static let size = 32

  package init(of content: [UInt8]) {
    var digester = Digester()
    digester.add(content)
    self = digester.digest()
  }

  /// A digest with these bytes, as they were recorded. There must be `size` of them.
  package init(bytes: ArraySlice<UInt8>) {
    precondition(bytes.count == Digest.size)
    func word(_ index: Int) -> UInt64 {
      bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self) }
    }
    (first, second, third, fourth) = (word(0), word(1), word(2), word(3))
  }

  /// A placeholder for a missing digest: all bytes are zero.
  package static let none = Digest()

  fileprivate init() { (first, second, third, fourth) = (0, 0, 0, 0) }

  /// Calls `body` with the bytes of the digest.
  package func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    Swift.withUnsafeBytes(of: self, body)
  }

  /// The digest in hexadecimal notation, 64 digits; nil if the text is anything else.
  package init?(_ hexadecimal: String) {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in hexadecimal {
      guard let value = digit.hexDigitValue.map(UInt8.init) else { return nil }
      if let first = high { bytes.append(first << 4 | value) }
      high = high == nil ? value : nil
    }
    guard bytes.count == Digest.size, high == nil else { return nil }
    self.init(bytes: bytes[...])
  }

  /// The digest as 64 lower-case hexadecimal digits.
  package var hexadecimal: String {
    withUnsafeBytes { bytes in
      String(unsafeUninitializedCapacity: 2 * bytes.count) { buffer in
        for (index, byte) in bytes.enumerated() {
          buffer[2 * index] = Digest.digit(byte >> 4)
          buffer[2 * index + 1] = Digest.digit(byte & 15)
        }
        return 2 * bytes.count
      }
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
  }
}

/// Computes the digest of bytes that arrive in chunks.
package struct Digester {
  private var context = sha256_ctx()

  /// The number of bytes so far.
  package private(set) var count = 0

  package init() { nettle_sha256_init(&context) }

  package mutating func add(_ piece: [UInt8]) {
    nettle_sha256_update(&context, piece.count, piece)
    count += piece.count
  }

  package mutating func add(_ piece: ArraySlice<UInt8>) {
    piece.withUnsafeBufferPointer {
      nettle_sha256_update(&context, $0.count, $0.baseAddress)
    }
    count += piece.count
  }

  package mutating func add(_ piece: UnsafeRawBufferPointer) {
    let bytes = piece.bindMemory(to: UInt8.self)
    nettle_sha256_update(&context, bytes.count, bytes.baseAddress)
    count += bytes.count
  }

  /// Adds a text and a zero byte, so that two texts in a row never equal one.
  package mutating func add(text: String) {
    text.withBytes { add(UnsafeRawBufferPointer($0)) }
    add([0])
  }

  /// Adds a number as eight bytes, little-endian.
  package mutating func add(number: Int) {
    withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).littleEndian) { add($0) }
  }

  /// The digest of the bytes so far.
  package consuming func digest() -> Digest {
    var digest = Digest()
    withUnsafeMutableBytes(of: &digest) { bytes in
      nettle_sha256_digest(
        &context, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    }
    return digest
  }
}
