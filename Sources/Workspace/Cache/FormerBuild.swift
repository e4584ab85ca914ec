internal import Glibc
internal import Model
internal import Output

/// The last build of an output folder, set beside the plan of the next one.
struct FormerBuild: Sendable {
  let reader: MemoryReader

  /// What has changed since, if it is nothing but texts; nil if any output may come out otherwise.
  private let changes: ProjectPrint.Changes?

  /// By file of the plan: which output that was; nil if there was none, or somebody has touched it since.
  private let places: [Int?]

  /// Whether all outputs are as the last build left them, the manifest among them.
  let isIntact: Bool

  /// The outputs that are not in the plan any more.
  let leftOver: [Int]

  /// Whether files can be left as they are because nothing that they were made from has changed. The links of what is made
  /// anew or removed are compared with those before, so that has to be there as it was.
  var canReuse: Bool { changes != nil && isIntact }

  /// How often addresses were linked to.
  var links: [(hash: UInt64, count: Int32)] { reader.linkCounts }

  init(_ last: Recollection, _ plan: BuildPlan) {
    let reader = last.reader
    self.reader = reader
    let intact = last.intactOutputs()
    isIntact = intact.allSatisfy { $0 }
    changes = plan.print.changes(since: reader.projectPrint).flatMap { changes in
      changes.touch(plan.reading) || reader.withReadingForAll(changes.touch) ? nil : changes
    }
    let paths = FormerBuild.places(of: plan.files, in: reader)
    places = paths.map { place in place.flatMap { intact[$0] ? $0 : nil } }
    var isPlanned = Array(repeating: false, count: reader.outputCount)
    for place in paths { if let place { isPlanned[place] = true } }
    // The last is the manifest.
    leftOver = isPlanned.indices.dropLast().filter { !isPlanned[$0] }
  }

  /// All that the last build wrote but the manifest, as the manifest names it.
  var entries: [Manifest.Entry] {
    (0..<(reader.outputCount - 1)).map { number in
      Manifest.Entry(
        path: reader.path(ofOutput: number), size: Int(reader.stamp(ofOutput: number).size),
        digest: reader.digest(ofOutput: number))
    }
  }

  /// How many entries there are.
  var entryCount: Int { reader.outputCount - 1 }

  /// The path of an output.
  func path(of output: Int) -> String { reader.path(ofOutput: output) }

  /// An output that is intact: what it holds, and its stamp.
  func intact(_ file: Int) -> (digest: Digest, stamp: FileStamp)? {
    places[file].map { (reader.digest(ofOutput: $0), reader.stamp(ofOutput: $0)) }
  }

  /// An output that need not be made, since it would come out the same.
  func unchanged(
    _ file: Int, basis: Digest?
  ) -> (output: Int, digest: Digest, stamp: FileStamp)? {
    guard let changes, let output = places[file],
      !reader.withNumbers(ofReading: output, changes.touch),
      reader.basis(ofOutput: output) == basis,
      !reader.pieces(ofOutput: output).contains(where: {
        reader.withNumbers(ofReading: $0.reading, changes.touch)
      })
    else { return nil }
    return (output, reader.digest(ofOutput: output), reader.stamp(ofOutput: output))
  }

  /// The pieces of an output that is intact; nil if they cannot be used.
  func pieces(of file: Int) -> [FormerPieces.Piece]? {
    guard let changes, let output = places[file] else { return nil }
    var end = 0
    return reader.pieces(ofOutput: output).map { piece in
      defer { end += piece.size }
      return FormerPieces.Piece(
        range: end..<(end + piece.size), note: piece.note, reading: piece.reading,
        isTouched: reader.withNumbers(ofReading: piece.reading, changes.touch))
    }
  }

  /// The pieces of an output that stays as it is.
  func piecesAsTheyWere(of file: Int) -> [BuildMemory.Piece] {
    places[file].map(reader.pieces)?.map {
      BuildMemory.Piece(size: $0.size, note: $0.note, reading: .former($0.reading))
    } ?? []
  }

  /// Which output each file was. Nearly always the lists are the same.
  private static func places(of files: [PlannedFile], in reader: MemoryReader) -> [Int?] {
    let outputs = 0..<reader.outputCount
    let isSame = reader.withEntries(ofOutputs: outputs) { entries in
      zip(files, outputs).map { file, output in
        let path = entries.path(at: output)
        return file.path.equals(path.folder, path.name)
      }
    }
    guard isSame.contains(false) || files.count > outputs.count else { return Array(files.indices) }
    let byPath = Dictionary(
      outputs.map { (reader.path(ofOutput: $0), $0) }, uniquingKeysWith: { first, _ in first })
    return files.map { byPath[$0.path] }
  }
}

extension String {
  /// Whether it has the same bytes as two texts one behind the other, each of which ends with a zero.
  fileprivate func equals(
    _ first: UnsafePointer<CChar>, _ second: UnsafePointer<CChar>
  ) -> Bool {
    var text = self
    return text.withUTF8 { bytes in
      let (length, rest) = (strlen(first), strlen(second))
      guard bytes.count == length + rest, let start = bytes.baseAddress else { return false }
      return memcmp(start, first, length) == 0 && memcmp(start + length, second, rest) == 0
    }
  }
}
