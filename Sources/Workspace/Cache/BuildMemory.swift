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

  /// The memory of the build before, which some readings are taken over from; nil if none is.
  var former: MemoryReader?

  /// A file that was written or found as it should be.
  struct Output: Sendable {
    let path: String
    let stamp: FileStamp

    /// SHA-256 of what it has to hold.
    let digest: Digest

    /// What was read to make it; only what was read beside making its pieces, if it has any.
    let reading: NotedReading

    /// What it shows of very many things, in short; see `PlannedFile`.
    var basis: Digest?

    /// Of a large file: its parts, one behind the other.
    var pieces: [Piece] = []
  }

  /// A part of an output that was made by itself.
  struct Piece: Sendable {
    let size: Int
    let note: UInt64
    let reading: NotedReading
  }

  /// What was read to make something.
  enum NotedReading: Sendable {
    case new(Reading)

    /// A reading of the build before, by its number.
    case former(Int)
  }

  /// The form in which it is kept: a head of numbers, which tell the sizes of all that follows, and a check of all before it.
  ///
  /// Numbers are of eight bytes, as this machine has them in memory; only readings and places are of four. `MemoryParts` tells the
  /// order.
  var bytes: [UInt8] {
    var (entries, readings) = (MemoryEntries(), MemoryReadings())
    func add(_ reading: NotedReading) {
      switch reading {
      case .new(let reading): readings.add(reading)
      case .former(let number): former.map { readings.add($0.numbers(ofReading: number)) }
      }
    }
    for input in inputs { entries.add(input.path, input.stamp) }
    readings.add(reading)
    for output in outputs {
      entries.add(output.path, output.stamp)
      add(output.reading)
    }
    var (pieces, bases): ([UInt64], [(output: UInt64, basis: Digest)]) = ([], [])
    for (number, output) in outputs.enumerated() {
      if let basis = output.basis { bases.append((UInt64(number), basis)) }
      for piece in output.pieces {
        pieces += [UInt64(number), UInt64(piece.size), piece.note]
        add(piece.reading)
      }
    }
    let headline = Array(headline.utf8)
    var bytes: [UInt8] = []
    func write(_ numbers: some Sequence<UInt64>) {
      for number in numbers { withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) } }
    }
    bytes.reserveCapacity(
      1024 + 80 * outputs.count + 16 * links.count + entries.size + readings.size
        + 8 * pieces.count + 40 * bases.count + 32 * (print.texts.count + print.files.count)
        + key.count + output.count + errors.count)
    let counts = [
      inputs.count, outputs.count, print.texts.count, print.files.count, links.count,
      pieces.count / MemoryPieces.width, bases.count, readings.numbers.count, key.count,
      output.count, errors.count, headline.count, entries.names.count,
    ]
    write([BuildMemory.mark, UInt64(bitPattern: moment)] + counts.map(UInt64.init))
    entries.words.withUnsafeBytes { bytes.append(contentsOf: $0) }
    for output in outputs { output.digest.withUnsafeBytes { bytes.append(contentsOf: $0) } }
    for digest in [print.structure] + print.texts + print.files {
      digest.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
    for link in links { write([link.hash, UInt64(link.count)]) }
    write(pieces)
    for (output, basis) in bases {
      write([output])
      basis.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
    readings.places.withUnsafeBytes { bytes.append(contentsOf: $0) }
    readings.numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
    for text in [key, output, errors, headline, entries.names] { bytes += text }
    let check = bytes.withUnsafeBytes { BuildMemory.check($0) }
    write([check])
    return bytes
  }

  /// The first number of each memory: the form's name and version.
  static let mark: UInt64 = 0x0034_4d45_4d46_534b

  /// A number that differs if anything is missing or damaged.
  ///
  /// Four numbers are worked on side by side, since each step has to wait for the one before.
  static func check(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let start = UInt64(bytes.count) ^ 0x9e37_79b9_7f4a_7c15
    var lanes = SIMD4(start, ~start, start &<< 1, start &>> 1)
    var index = 0
    while index + 32 <= bytes.count {
      let words = bytes.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
      for lane in 0..<4 { lanes[lane] = mixed(lanes[lane], words[lane]) }
      index += 32
    }
    for byte in bytes[index...] { lanes[0] = mixed(lanes[0], UInt64(byte)) }
    return mixed(mixed(mixed(lanes[0], lanes[1]), lanes[2]), lanes[3])
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
    return product ^ product &>> 32
  }
}
