internal import Glibc
internal import Model
internal import Output

/// A memory of a build as it is kept, of which only the places of its parts are found out at first.
///
/// It is read into memory once and used as it is: a large framework has tens of thousands of outputs, and to make a text of
/// each path would take longer than all else.
struct MemoryReader: Sendable {
  private let bytes: [UInt8]
  private let parts: MemoryParts

  /// When all had been made and none had been moved into its place, in nanoseconds since 1970.
  let moment: Int64

  /// Nil if anything about it is damaged.
  init?(_ bytes: [UInt8]) {
    let read = bytes.withUnsafeBytes { bytes -> (MemoryParts, Int64)? in
      guard bytes.count >= MemoryParts.headSize + 8,
        bytes.loadUnaligned(as: UInt64.self) == BuildMemory.mark,
        MemoryCheck.of(UnsafeRawBufferPointer(rebasing: bytes.dropLast(8)))
          == bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self),
        let parts = MemoryParts(bytes)
      else { return nil }
      return (parts, bytes.loadUnaligned(fromByteOffset: 8, as: Int64.self))
    }
    guard let read else { return nil }
    self.bytes = bytes
    (parts, moment) = read
  }

  /// The same memory with another moment when the first files were moved into their places.
  func bytes(moment: Int64) -> [UInt8] {
    var bytes = bytes
    bytes.withUnsafeMutableBytes { bytes in
      bytes.storeBytes(of: moment, toByteOffset: 8, as: Int64.self)
      let check = MemoryCheck.of(UnsafeRawBufferPointer(rebasing: bytes.dropLast(8)))
      bytes.storeBytes(of: check, toByteOffset: bytes.count - 8, as: UInt64.self)
    }
    return bytes
  }

  var key: ArraySlice<UInt8> { bytes[parts.key] }
  var output: ArraySlice<UInt8> { bytes[parts.output] }
  var errors: ArraySlice<UInt8> { bytes[parts.errors] }
  var headline: ArraySlice<UInt8> { bytes[parts.headline] }

  /// How many files and folders were read, and how many files were written, the manifest among them.
  var inputCount: Int { parts.inputCount }
  var outputCount: Int { parts.outputCount }

  /// How many bytes all names have, and how many numbers all readings.
  var nameSize: Int { parts.names.count }
  var readingSize: Int { parts.readings.count / 4 }

  /// The state of the project.
  var projectPrint: ProjectPrint {
    ProjectPrint(
      structure: hash(at: parts.structure.lowerBound),
      texts: parts.texts.places(by: ContentHash.size).map { hash(at: $0) },
      files: parts.files.places(by: FilePrint.size).map {
        FilePrint(kept: bytes[$0..<($0 + FilePrint.size)])
      })
  }

  private func hash(at start: Int) -> ContentHash {
    bytes[start..<(start + ContentHash.size)].withUnsafeBytes { ContentHash(kept: $0) }
  }

  /// How often addresses are linked to, in ascending order of their hashes.
  var linkCounts: [(hash: UInt64, count: Int32)] {
    withLinks { links in (0..<links.count).map { links[$0] } }
  }

  /// How often an address is linked to; nil if it was never linked to.
  func linkCount(of hash: UInt64) -> Int32? {
    withLinks { links in
      let place = firstPlace(below: links.count) { links[$0].hash >= hash }
      return place < links.count && links[place].hash == hash ? links[place].count : nil
    }
  }

  private func withLinks<Result>(_ body: (MemoryLinks) -> Result) -> Result {
    bytes.withUnsafeBytes { body(MemoryLinks(UnsafeRawBufferPointer(rebasing: $0[parts.links]))) }
  }

  func digest(ofOutput number: Int) -> Digest {
    digest(at: parts.digests.lowerBound + Digest.size * number)
  }

  private func digest(at start: Int) -> Digest {
    Digest(bytes: bytes[start..<(start + Digest.size)])
  }

  /// The hash of an output's links.
  func links(ofOutput number: Int) -> ContentHash {
    hash(at: parts.linkHashes.lowerBound + ContentHash.size * number)
  }

  /// Calls a function with the digests of some outputs, one behind another.
  func withDigests<Result>(
    ofOutputs range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    bytes[parts.digests.part(range, by: Digest.size)].withUnsafeBytes(body)
  }

  /// Calls a function with the hashes of their links.
  func withLinkHashes<Result>(
    ofOutputs range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    bytes[parts.linkHashes.part(range, by: ContentHash.size)].withUnsafeBytes(body)
  }

  /// The pieces of some outputs, in order; each with the number of its output, and that of its reading.
  func pieces(
    ofOutputs range: Range<Int>
  ) -> [(output: Int, size: Int, note: UInt64, state: DigestState, reading: Int)] {
    bytes.withUnsafeBytes { bytes in
      let pieces = MemoryPieces(UnsafeRawBufferPointer(rebasing: bytes[parts.pieces]))
      return pieces.ofOutputs(range).map { place in
        let piece = pieces[place]
        return (piece.output, piece.size, piece.note, piece.state, outputCount + place)
      }
    }
  }

  /// Those of one output.
  func pieces(
    ofOutput number: Int
  ) -> [(output: Int, size: Int, note: UInt64, state: DigestState, reading: Int)] {
    pieces(ofOutputs: number..<(number + 1))
  }

  /// The basis of an output; nil if it has none.
  func basis(ofOutput number: Int) -> Digest? {
    bytes.withUnsafeBytes { bytes in
      MemoryBases(UnsafeRawBufferPointer(rebasing: bytes[parts.bases])).ofOutput(number)
        .map { digest(at: parts.bases.lowerBound + $0) }
    }
  }

  /// The bases of some outputs, each with the number of its output.
  func bases(ofOutputs range: Range<Int>) -> [(output: Int, basis: Digest)] {
    bytes.withUnsafeBytes { bytes in
      let bases = MemoryBases(UnsafeRawBufferPointer(rebasing: bytes[parts.bases]))
      return bases.ofOutputs(range).map { place in
        (bases.output(at: place), digest(at: parts.bases.lowerBound + bases.digest(at: place)))
      }
    }
  }

  func stamp(ofOutput number: Int) -> FileStamp {
    withEntries(ofOutputs: number..<(number + 1)) { $0.stamp(at: 0) }
  }

  func path(ofOutput number: Int) -> String {
    withEntries(ofOutputs: number..<(number + 1)) { $0.wholePath(at: 0) }
  }

  /// Calls a function with what is remembered of the files of some inputs, or of some outputs.
  func withEntries<Result>(
    ofInputs range: Range<Int>, _ body: (borrowing StoredEntries) -> Result
  ) -> Result {
    withEntries(range, body)
  }

  func withEntries<Result>(
    ofOutputs range: Range<Int>, _ body: (borrowing StoredEntries) -> Result
  ) -> Result {
    withEntries((range.lowerBound + inputCount)..<(range.upperBound + inputCount), body)
  }

  private func withEntries<Result>(
    _ range: Range<Int>, _ body: (borrowing StoredEntries) -> Result
  ) -> Result {
    precondition(range.upperBound <= inputCount + outputCount, "there is no such file")
    return bytes.withUnsafeBytes { bytes in
      let size = 8 * MemoryEntries.width
      let start = parts.entries.lowerBound + size * range.lowerBound
      return body(
        StoredEntries(
          entries: UnsafeRawBufferPointer(rebasing: bytes[start..<(start + size * range.count)]),
          names: UnsafeRawBufferPointer(rebasing: bytes[parts.names])))
    }
  }

  /// Calls a function with what was read for all outputs.
  func withReadingForAll<Result>(_ body: (UnsafeBufferPointer<Int32>) -> Result) -> Result {
    withNumbers(at: 0, body)
  }

  /// Calls a function with what was read for some outputs, or for pieces of them: as `MemoryReadings` has it, and where each
  /// begins. Outputs have the number of their reading.
  func withNumbers<Result>(
    ofReadings range: Range<Int>,
    _ body: (_ numbers: UnsafeBufferPointer<Int32>, _ starts: UnsafeBufferPointer<Int32>) -> Result
  ) -> Result {
    withNumbers(at: (range.lowerBound + 1)..<(range.upperBound + 1), body)
  }

  /// Calls a function with what was read for an output.
  func withNumbers<Result>(
    ofReading output: Int, _ body: (UnsafeBufferPointer<Int32>) -> Result
  ) -> Result {
    withNumbers(at: output + 1, body)
  }

  private func withNumbers<Result>(
    at place: Int, _ body: (UnsafeBufferPointer<Int32>) -> Result
  ) -> Result {
    withNumbers(at: place..<(place + 1)) { numbers, _ in body(numbers) }
  }

  private func withNumbers<Result>(
    at range: Range<Int>,
    _ body: (_ numbers: UnsafeBufferPointer<Int32>, _ starts: UnsafeBufferPointer<Int32>) -> Result
  ) -> Result {
    bytes.withUnsafeBytes { bytes in
      func part(_ part: Range<Int>, _ range: Range<Int>) -> UnsafeBufferPointer<Int32> {
        let start = part.lowerBound
        let place = (start + 4 * range.lowerBound)..<(start + 4 * range.upperBound)
        return UnsafeRawBufferPointer(rebasing: bytes[place]).assumingMemoryBound(to: Int32.self)
      }
      let starts = part(parts.readingPlaces, 0..<(parts.readingPlaces.count / 4))
      func start(of place: Int) -> Int {
        place == starts.count ? parts.readings.count / 4 : Int(starts[place])
      }
      return body(
        part(parts.readings, start(of: range.lowerBound)..<start(of: range.upperBound)),
        UnsafeBufferPointer(rebasing: starts[range]))
    }
  }
}

extension Range<Int> {
  /// Where things of one size begin.
  fileprivate func places(by size: Int) -> StrideTo<Int> {
    stride(from: lowerBound, to: upperBound, by: size)
  }

  /// Where some of them stand.
  fileprivate func part(_ range: Range<Int>, by size: Int) -> Range<Int> {
    (lowerBound + size * range.lowerBound)..<(lowerBound + size * range.upperBound)
  }
}

/// What is remembered of some files, where it is kept. It must not outlive the call that it is given to.
struct StoredEntries: ~Copyable {
  let entries: UnsafeRawBufferPointer
  let names: UnsafeRawBufferPointer

  var count: Int { entries.count / (8 * MemoryEntries.width) }

  func stamp(at index: Int) -> FileStamp {
    func number(_ place: Int) -> UInt64 {
      entries.loadUnaligned(
        fromByteOffset: 8 * (MemoryEntries.width * index + place), as: UInt64.self)
    }
    return FileStamp(
      device: number(0), inode: number(1), size: number(2),
      modified: Int64(bitPattern: number(3)), changed: Int64(bitPattern: number(4)))
  }

  /// Where the folder and the name of a file stand among the names.
  @inline(__always)
  func places(at index: Int) -> (folder: Int, name: Int) {
    let places = entries.loadUnaligned(
      fromByteOffset: 8 * (MemoryEntries.width * index + 5), as: UInt64.self)
    return (Int(places >> 32), Int(places & 0xFFFF_FFFF))
  }

  /// The path of a file in two parts, each ended by a zero; files with one place are in one folder.
  @inline(__always)
  func path(
    at index: Int
  ) -> (folder: UnsafePointer<CChar>, place: Int, name: UnsafePointer<CChar>) {
    let (folder, name) = places(at: index)
    precondition(folder < names.count && name < names.count, "a path lies outside the names")
    guard let base = names.assumingMemoryBound(to: CChar.self).baseAddress else {
      preconditionFailure("there are no names")
    }
    return (base + folder, folder, base + name)
  }
  /// The same as one text.
  func wholePath(at index: Int) -> String {
    let path = path(at: index)
    return String(cString: path.folder) + String(cString: path.name)
  }

  /// The names of all files behind the first, and the folders that they are in if these are others than its own: what stands from
  /// one place among the names to another.
  var namesBehindFirst: (start: Int, bytes: UnsafeRawBufferPointer) {
    let start = endOfName(at: 0)
    return (start, UnsafeRawBufferPointer(rebasing: names[start..<endOfName(at: count - 1)]))
  }

  /// Where the name of a file ends, with its zero.
  private func endOfName(at index: Int) -> Int {
    let name = path(at: index).name
    return UnsafeRawPointer(name) - (names.baseAddress ?? UnsafeRawPointer(name)) + strlen(name) + 1
  }
}
