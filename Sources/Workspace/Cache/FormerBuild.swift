internal import Model
internal import Output

/// The last build of an output folder, set beside the plan of the next one.
struct FormerBuild: Sendable {
  private let reader: MemoryReader

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
      changes.touch(reader.readingForAll) || changes.touch(plan.reading) ? nil : changes
    }
    let paths = FormerBuild.places(of: plan.files, in: reader)
    places = paths.map { place in place.flatMap { intact[$0] ? $0 : nil } }
    var isPlanned = Array(repeating: false, count: reader.outputs.count)
    for place in paths { if let place { isPlanned[place] = true } }
    // The last is the manifest.
    leftOver = isPlanned.indices.dropLast().filter { !isPlanned[$0] }
  }

  /// All that the last build wrote but the manifest, as the manifest names it.
  var entries: [Manifest.Entry] {
    reader.outputs.dropLast().map { start in
      Manifest.Entry(
        path: reader.path(ofOutput: start), size: Int(reader.stamp(at: start).size),
        digest: reader.digest(ofOutput: start))
    }
  }

  /// The path of an output.
  func path(of output: Int) -> String { reader.path(ofOutput: reader.outputs[output]) }

  /// An output that is intact: what it holds, and its stamp.
  func intact(_ file: Int) -> (digest: Digest, stamp: FileStamp)? {
    places[file].map { place in
      let start = reader.outputs[place]
      return (reader.digest(ofOutput: start), reader.stamp(at: start))
    }
  }

  /// An output that need not be made, since it would come out the same.
  func unchanged(_ file: Int) -> BuildMemory.Output? {
    guard let changes, let place = places[file] else { return nil }
    let start = reader.outputs[place]
    let reading = reader.reading(ofOutput: start)
    guard !changes.touch(reading) else { return nil }
    return BuildMemory.Output(
      path: reader.path(ofOutput: start), stamp: reader.stamp(at: start),
      digest: reader.digest(ofOutput: start), reading: reading)
  }

  /// Which output each file was. Nearly always the lists are the same.
  private static func places(of files: [PlannedFile], in reader: MemoryReader) -> [Int?] {
    let outputs = reader.outputs
    var byPath: [String: Int]?
    return files.enumerated().map { index, file in
      if index < outputs.count,
        reader.withPath(ofOutput: outputs[index], { file.path.equals($0) })
      {
        return index
      }
      if byPath == nil {
        byPath = Dictionary(
          outputs.enumerated().map { (reader.path(ofOutput: $0.element), $0.offset) },
          uniquingKeysWith: { first, _ in first })
      }
      return byPath?[file.path]
    }
  }
}

extension String {
  /// Whether it has the same bytes as a text that ends with a zero.
  fileprivate func equals(_ text: UnsafePointer<CChar>) -> Bool {
    var text = text
    for byte in utf8 {
      guard UInt8(bitPattern: text.pointee) == byte else { return false }
      text += 1
    }
    return text.pointee == 0
  }
}
