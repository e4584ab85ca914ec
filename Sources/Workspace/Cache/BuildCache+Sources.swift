internal import Output

/// Sources are kept in a file of their own, since a build with nothing to do has no need of them.
extension BuildCache {
  /// Beside the memory of a build.
  func sourcePath(of memory: String) -> String { memory + "-sources" }

  /// The sources that the last build kept; nil if there are none.
  var keptSources: KeptSources? { KeptSources(sourcePath(of: path), key: key) }

  /// A source that the next build may be spared to read.
  struct SourceToKeep {
    let path: String
    let stamp: FileStamp
    let bytes: [UInt8]

    /// Where it stands already; nil if it was read anew.
    let place: KeptSources.Place?

    /// What was made of it; nil if it cannot be kept.
    let made: () -> [UInt8]?
  }

  /// Keeps the sources of a build, and those of the one before that it used.
  ///
  /// Nothing is written if none was read anew. If the disk is full, they are read again the next time.
  func keep(_ sources: [SourceToKeep], former: KeptSources?) {
    guard former == nil || sources.contains(where: { $0.place == nil }) else { return }
    let path = sourcePath(of: path)
    // Then more than half of it would be of no use.
    let used = Dictionary(
      sources.compactMap(\.place).map { ($0.start, $0.size + $0.madeSize) },
      uniquingKeysWith: { first, _ in first }
    ).values.reduce(0, +)
    if let former, former.size <= 2 * used + BuildCache.smallSize,
      (try? PosixFileSystem().append(to: path, from: former.size) { give in
        write(sources, from: former.size, give)
      }) != nil
    {
      return
    }
    rewrite(sources, path)
  }

  /// What may be of no use in any case, in bytes.
  private static let smallSize = 64 << 10

  private func rewrite(_ sources: [SourceToKeep], _ path: String) {
    let disk = PosixFileSystem()
    let temporary = path + "-new"
    do {
      try disk.write(to: temporary) { give in write(sources, from: nil, give) }
      restrict(temporary)
      try disk.move(temporary, to: path)
    } catch {
      try? disk.remove(temporary, below: folder)
    }
  }

  /// Writes sources and their index. `size` is how long the file is that they are added to; nil if all are written.
  private func write(
    _ sources: [SourceToKeep], from size: Int?, _ give: ([UInt8]) -> Void
  ) {
    var end = size ?? 0
    var kept: [(path: String, stamp: FileStamp, place: KeptSources.Place)] = []
    kept.reserveCapacity(sources.count)
    // Recorded editions have many files in common with one another and with what is written now.
    var places: [UInt64: (place: KeptSources.Place, bytes: [UInt8])] = [:]
    for source in sources where source.stamp != .unsettled {
      let check = source.place?.check ?? source.bytes.withUnsafeBytes(MemoryCheck.of)
      if let same = places[check], areEqual(same.bytes, source.bytes) {
        kept.append((source.path, source.stamp, same.place))
        continue
      }
      var place = size == nil ? nil : source.place
      if place == nil, let made = source.made() {
        place = KeptSources.Place(
          start: end, size: source.bytes.count, madeSize: made.count, check: check,
          madeCheck: made.withUnsafeBytes(MemoryCheck.of))
        give(source.bytes)
        give(made)
        end += source.bytes.count + made.count
      }
      guard let place else { continue }
      kept.append((source.path, source.stamp, place))
      places[check] = (place, source.bytes)
    }
    kept.sort { $0.path.precedesInBytes($1.path) }
    give(KeptSourceIndex.bytes(kept, key: key))
  }
}
