internal import Model
internal import Output

/// What is remembered of a build that went well: what it read, what it wrote and what it said.
struct BuildMemory: Sendable {
  /// All that the result depends on beside the inputs: the program itself and how it was called.
  var key: [UInt8]

  /// What the run wrote to standard output and standard error, apart from the summary.
  var output: [UInt8]
  var errors: [UInt8]

  /// The first line of the summary.
  var headline: String

  /// When all had been made and none had been moved into its place, in nanoseconds since 1970.
  var moment: Int64

  var inputs: [(path: String, stamp: FileStamp)]

  /// The state of the project, and what of it counts for all outputs.
  var print: ProjectPrint
  var reading: Reading

  /// How often pages link to each address outside themselves, by its hash, in no order.
  var links: [(hash: UInt64, count: Int32)]

  var outputs: [Output]

  /// A file that was written or found as it should be.
  struct Output: Sendable {
    let path: String
    let stamp: FileStamp

    /// SHA-256 of what it has to hold.
    let digest: Digest

    /// What was read to make it.
    let reading: Reading
  }

  /// The form in which it is kept.
  ///
  /// Numbers are of eight bytes, lowest first, and each text has its length before it; paths also have a zero
  /// behind them, so that they can be given to the system as they are. Numbers of statements and files have four bytes. The
  /// last number is a check of all before it.
  var bytes: [UInt8] {
    var writer = Writer()
    writer.write(BuildMemory.mark)
    writer.write(key)
    writer.write(output)
    writer.write(errors)
    writer.write(Array(headline.utf8))
    writer.write(UInt64(bitPattern: moment))
    writer.write(UInt64(inputs.count))
    for input in inputs {
      writer.write(input.stamp)
      writer.write(path: input.path)
    }
    writer.write(print.structure)
    for digests in [print.texts, print.files] {
      writer.write(UInt64(digests.count))
      for digest in digests { writer.write(digest) }
    }
    writer.write(reading)
    writer.write(UInt64(links.count))
    for link in links {
      writer.write(link.hash)
      writer.write(UInt64(link.count))
    }
    writer.write(UInt64(outputs.count))
    for output in outputs {
      writer.write(output.stamp)
      writer.write(output.digest)
      writer.write(output.reading)
      writer.write(path: output.path)
    }
    let check = writer.bytes.withUnsafeBytes { BuildMemory.check($0) }
    writer.write(check)
    return writer.bytes
  }

  /// The first number of each memory: the form's name and version.
  static let mark: UInt64 = 0x0032_4d45_4d46_534b

  /// A number that differs if anything is missing or damaged.
  static func check(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = UInt64(bytes.count) ^ 0x9e37_79b9_7f4a_7c15
    func mix(_ word: UInt64) {
      hash = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
      hash ^= hash >> 32
    }
    var index = 0
    while index + 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      index += 8
    }
    for byte in bytes[index...] { mix(UInt64(byte)) }
    return hash
  }
}

private struct Writer {
  var bytes: [UInt8] = []

  mutating func write(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ text: [UInt8]) {
    write(UInt64(text.count))
    bytes += text
  }

  mutating func write(path: String) {
    write(UInt64(path.utf8.count + 1))
    bytes.append(contentsOf: path.utf8)
    bytes.append(0)
  }

  mutating func write(_ digest: Digest) {
    digest.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// One number with both counts and, at its top, whether it is of all; then the numbers.
  mutating func write(_ reading: Reading) {
    let counts = UInt64(reading.statements.count) << 32 | UInt64(reading.files.count)
    write(counts | (reading.isOfAll ? 1 << 63 : 0))
    for numbers in [reading.statements, reading.files] {
      numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
  }

  mutating func write(_ stamp: FileStamp) {
    write(stamp.device)
    write(stamp.inode)
    write(stamp.size)
    write(UInt64(bitPattern: stamp.modified))
    write(UInt64(bitPattern: stamp.changed))
  }
}
