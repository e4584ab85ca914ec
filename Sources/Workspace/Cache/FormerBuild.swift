internal import Model
internal import Output

/// The last build of an output folder, set beside the plan of the next one.
struct FormerBuild: Sendable {
  let reader: MemoryReader

  /// What has changed since, if it is nothing but texts; nil if any output may come out otherwise.
  private let changes: ProjectPrint.Changes?

  private let places: FormerPlaces

  /// By output: whether nobody has touched it since.
  private let intact: [Bool]

  /// Whether all outputs are as the last build left them, the manifest among them.
  let isIntact: Bool

  /// The outputs that are not in the plan any more.
  var leftOver: [Int] { places.leftOver }

  /// Whether files can be left as they are because nothing that they were made from has changed. The links of what is made
  /// anew or removed are compared with those before, so that has to be there as it was.
  var canReuse: Bool { changes != nil && isIntact }

  init(_ last: Recollection, _ plan: BuildPlan) {
    let reader = last.reader
    self.reader = reader
    intact = last.intactOutputs()
    isIntact = intact.allSatisfy { $0 }
    changes = plan.print.changes(since: reader.projectPrint).flatMap { changes in
      changes.touch(plan.reading) || reader.withReadingForAll(changes.touch) ? nil : changes
    }
    places = FormerPlaces(of: plan.files, in: reader)
  }

  /// An output as the manifest names it.
  func entry(of output: Int) -> Manifest.Entry {
    Manifest.Entry(
      path: reader.path(ofOutput: output), size: Int(reader.stamp(ofOutput: output).size),
      digest: reader.digest(ofOutput: output))
  }

  /// What the manifest held, and its stamp.
  var manifest: (digest: Digest, stamp: FileStamp) {
    let last = reader.outputCount - 1
    return (reader.digest(ofOutput: last), reader.stamp(ofOutput: last))
  }

  /// Which output a file of the plan was, whoever has touched it since; nil if there was none.
  func output(of file: Int) -> Int? { places[file] }

  /// The paths of the outputs that are not in the plan any more.
  var leftOverPaths: [String] { leftOver.map(path) }

  /// The path of an output.
  func path(of output: Int) -> String { reader.path(ofOutput: output) }

  /// An output that is intact: what it holds, its stamp, and the hash of its links.
  func intact(_ file: Int) -> (digest: Digest, stamp: FileStamp, links: ContentHash)? {
    intactOutput(of: file).map { output in
      (
        reader.digest(ofOutput: output), reader.stamp(ofOutput: output),
        reader.links(ofOutput: output)
      )
    }
  }

  private func intactOutput(of file: Int) -> Int? {
    places[file].flatMap { intact[$0] ? $0 : nil }
  }

  /// Whether a file need not be made, since it would come out as it stands there.
  func isUnchanged(_ file: Int, basis: Digest?) -> Bool {
    guard let changes, let output = intactOutput(of: file) else { return false }
    return !reader.withNumbers(ofReading: output, changes.touch)
      && reader.basis(ofOutput: output) == basis
      && !reader.pieces(ofOutput: output).contains {
        reader.withNumbers(ofReading: $0.reading, changes.touch)
      }
  }

  /// The pieces of an output that is intact; nil if they cannot be used.
  func pieces(of file: Int) -> [FormerPieces.Piece]? {
    guard let changes, let output = intactOutput(of: file) else { return nil }
    var end = 0
    return reader.pieces(ofOutput: output).map { piece in
      defer { end += piece.size }
      return FormerPieces.Piece(
        range: end..<(end + piece.size), note: piece.note, state: piece.state,
        reading: piece.reading,
        isTouched: reader.withNumbers(ofReading: piece.reading, changes.touch))
    }
  }
}
