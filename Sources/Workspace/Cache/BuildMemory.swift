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

  /// How often pages link to each address outside themselves, by its hash, in ascending order.
  var links: [(hash: UInt64, count: Int32)]

  /// In the order of the plan; the last is the manifest.
  var outputs: [Outputs]

  /// The memory of the build before, which some outputs and readings are taken over from; nil if none is.
  var former: MemoryReader?

  /// An output that was looked at, or a run of those that stand as the build before has left them, by their numbers in its memory.
  enum Outputs: Sendable {
    case new(Output)
    case former(Range<Int>)
  }

  /// A file that was written or found as it should be.
  struct Output: Sendable {
    let path: String
    let stamp: FileStamp

    /// SHA-256 of what it has to hold.
    let digest: Digest

    /// What was read to make it; only what was read beside making its pieces, if it has any.
    let reading: NotedReading

    /// The hash of its links and anchors; of no meaning if it is no page.
    var links = ContentHash()

    var details: Details?
  }

  /// What few outputs have, of tens of thousands.
  final class Details: Sendable {
    /// What it shows of very many things, in short; see `PlannedFile`.
    let basis: Digest?

    /// Of a large file: its parts, one behind the other.
    let pieces: [Piece]

    /// Nil if there is neither.
    init?(basis: Digest? = nil, pieces: [Piece] = []) {
      guard basis != nil || !pieces.isEmpty else { return nil }
      (self.basis, self.pieces) = (basis, pieces)
    }
  }

  /// A part of an output that was made by itself.
  struct Piece: Sendable {
    let size: Int
    let note: UInt64

    /// That of the file's digester where the piece begins.
    let state: DigestState

    let reading: NotedReading
  }

  /// What was read to make something.
  enum NotedReading: Sendable {
    /// A new one, as `MemoryReadings` has it: in one list, since there are tens of thousands.
    case packed([Int32])

    /// A reading of the build before, by its number.
    case former(Int)

    static func new(_ reading: Reading) -> NotedReading {
      .packed(MemoryReadings.numbers(of: reading))
    }
  }

  /// The form in which it is kept: a head of numbers, which tell the sizes of all that follows, and a check of all before it.
  ///
  /// Numbers are of eight bytes, as this machine has them in memory; only readings and places are of four. `MemoryParts` tells the
  /// order.
  func write(_ give: @escaping ([UInt8]) -> Void) {
    let outputCount = outputs.reduce(0) { $0 + $1.count }
    // Nearly all of it is as it was.
    let slack = 1 << 12
    var entries = MemoryEntries(
      reserving: inputs.count + outputCount, nameSize: (former?.nameSize ?? 0) + slack)
    for input in inputs { entries.add(input.path, input.stamp) }
    var readings = MemoryReadings(reserving: (former?.readingSize ?? 0) + slack)
    readings.add(reading)
    for outputs in outputs {
      switch outputs {
      case .new(let output):
        entries.add(output.path, output.stamp)
        add(output.reading, to: &readings)
      case .former(let range):
        former?.withEntries(ofOutputs: range) { entries.add($0) }
        former?.withNumbers(ofReadings: range) { readings.add($0, startingAt: $1) }
      }
    }
    let (pieces, bases) = piecesAndBases(&readings)
    let headline = Array(headline.utf8)
    var writer = MemoryWriter(give)
    let counts = [
      inputs.count, outputCount, print.texts.count, print.files.count, links.count,
      pieces.count / MemoryPieces.width, bases.count, readings.numbers.count, key.count,
      output.count, errors.count, headline.count, entries.names.count,
    ]
    writer.write([BuildMemory.mark, UInt64(bitPattern: moment)] + counts.map(UInt64.init))
    entries.words.withUnsafeBytes { writer.write($0) }
    for outputs in outputs {
      switch outputs {
      case .new(let output): output.digest.withUnsafeBytes { writer.write($0) }
      case .former(let range): former?.withDigests(ofOutputs: range) { writer.write($0) }
      }
    }
    for outputs in outputs {
      switch outputs {
      case .new(let output): output.links.withUnsafeBytes { writer.write($0) }
      case .former(let range): former?.withLinkHashes(ofOutputs: range) { writer.write($0) }
      }
    }
    for hash in [[print.structure], print.texts].joined() {
      hash.withUnsafeBytes { writer.write($0) }
    }
    for file in print.files { file.withUnsafeBytes { writer.write($0) } }
    writer.write(all: links.flatMap { [$0.hash, UInt64($0.count)] })
    writer.write(all: pieces)
    for (output, basis) in bases {
      writer.write([output])
      basis.withUnsafeBytes { writer.write($0) }
    }
    readings.places.withUnsafeBytes { writer.write($0) }
    readings.numbers.withUnsafeBytes { writer.write($0) }
    for text in [key, output, errors, headline, entries.names] {
      text.withUnsafeBytes { writer.write($0) }
    }
    writer.finish()
  }

  private func add(_ reading: NotedReading, to readings: inout MemoryReadings) {
    switch reading {
    case .packed(let numbers): readings.add(numbers)
    case .former(let number):
      former?.withNumbers(ofReadings: number..<(number + 1)) { readings.add($0, startingAt: $1) }
    }
  }

  /// The pieces of all outputs, as `MemoryPieces` has them, and their bases; what was read for the pieces is added to the readings.
  private func piecesAndBases(
    _ readings: inout MemoryReadings
  ) -> (pieces: [UInt64], bases: [(output: UInt64, basis: Digest)]) {
    var (pieces, bases): ([UInt64], [(output: UInt64, basis: Digest)]) = ([], [])
    func add(_ output: Int, _ size: Int, _ note: UInt64, _ state: DigestState) {
      pieces += [UInt64(output), UInt64(size), note]
      pieces += state.numbers
    }
    var number = 0
    for outputs in outputs {
      switch outputs {
      case .new(let output):
        if let basis = output.details?.basis { bases.append((UInt64(number), basis)) }
        for piece in output.details?.pieces ?? [] {
          add(number, piece.size, piece.note, piece.state)
          self.add(piece.reading, to: &readings)
        }
      case .former(let range):
        guard let former else { break }
        let shift = number - range.lowerBound
        bases += former.bases(ofOutputs: range).map { (UInt64($0.output + shift), $0.basis) }
        for piece in former.pieces(ofOutputs: range) {
          add(piece.output + shift, piece.size, piece.note, piece.state)
          self.add(.former(piece.reading), to: &readings)
        }
      }
      number += outputs.count
    }
    return (pieces, bases)
  }

  /// The same as a whole.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    withoutActuallyEscaping({ bytes += $0 }) { write($0) }
    return bytes
  }

  /// The first number of each memory: the form's name and version.
  static let mark: UInt64 = 0x0036_4d45_4d46_534b
}

extension BuildMemory.Outputs {
  /// How many outputs it tells of.
  fileprivate var count: Int {
    switch self {
    case .new: 1
    case .former(let range): range.count
    }
  }
}
