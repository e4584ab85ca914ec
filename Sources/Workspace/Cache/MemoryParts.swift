internal import Output

/// Where the parts of a memory are, one behind another, in bytes.
struct MemoryParts: Sendable {
  let inputCount: Int
  let outputCount: Int

  /// The files and folders that were read, and then the files that were written (`MemoryEntries`).
  let entries: Range<Int>

  /// Of the outputs: what they hold, and the hashes of their links.
  let digests: Range<Int>
  let linkHashes: Range<Int>

  /// The parts of the state of the project.
  let structure: Range<Int>
  let texts: Range<Int>
  let files: Range<Int>

  let links: Range<Int>

  /// Those of all outputs that have any (`MemoryPieces`), and the bases of those that have one (`MemoryBases`).
  let pieces: Range<Int>
  let bases: Range<Int>

  /// What was read for all outputs, then for each, and then for each of their pieces (`MemoryReadings`).
  let readingPlaces: Range<Int>
  let readings: Range<Int>

  let key: Range<Int>
  let output: Range<Int>
  let errors: Range<Int>
  let headline: Range<Int>
  let names: Range<Int>

  /// The mark, the moment and thirteen counts.
  static let headSize = 8 * 15

  /// Nil if the parts are not just as long as all is.
  init?(_ bytes: UnsafeRawBufferPointer) {
    var place = 16
    func count() -> Int? {
      defer { place += 8 }
      let count = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      return count <= UInt64(bytes.count) ? Int(count) : nil
    }
    guard let inputCount = count(), let outputCount = count(), let textCount = count(),
      let fileCount = count(), let linkCount = count(), let pieceCount = count(),
      let basisCount = count(), let numberCount = count(),
      let keySize = count(), let outputSize = count(), let errorSize = count(),
      let headlineSize = count(), let nameSize = count()
    else { return nil }
    func part(_ size: Int) -> Range<Int> {
      defer { place += size }
      return place..<(place + size)
    }
    (self.inputCount, self.outputCount) = (inputCount, outputCount)
    entries = part(8 * MemoryEntries.width * (inputCount + outputCount))
    digests = part(Digest.size * outputCount)
    linkHashes = part(ContentHash.size * outputCount)
    structure = part(ContentHash.size)
    texts = part(ContentHash.size * textCount)
    files = part(FilePrint.size * fileCount)
    links = part(16 * linkCount)
    pieces = part(8 * MemoryPieces.width * pieceCount)
    bases = part(MemoryBases.width * basisCount)
    readingPlaces = part(4 * (outputCount + 1 + pieceCount))
    readings = part(4 * numberCount)
    key = part(keySize)
    output = part(outputSize)
    errors = part(errorSize)
    headline = part(headlineSize)
    names = part(nameSize)
    // The last name ends with a zero, so that each does.
    guard place + 8 == bytes.count, outputCount > 0, bytes[place - 1] == 0 else { return nil }
  }
}
