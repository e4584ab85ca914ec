internal import Disk
package import Output
internal import Threads

extension OutputFolder {
  /// A file of the output that is not what a build would make.
  package struct StaleFile: Sendable {
    package enum Way: String, Sendable { case missing, differs, leftOver = "left over" }

    /// Below the output folder.
    package let path: String
    package let way: Way
  }

  /// The changes that a build of some kinds of output would make, in the order of the paths. Nothing is written.
  ///
  /// Leftover files are those that an earlier build made and this one would remove. Files that no build made do not count.
  package func stale(
    _ formats: [OutputFormat<some Any>], against files: [PlannedFile],
    of edition: PublishedEdition
  ) throws -> [StaleFile] {
    let old = try readManifest()
    let kept = old.entries.filter { entry in !formats.contains { $0.holds(entry.path) } }
    try refuseLinks(above: files.map(\.path))
    let made = try Concurrency.map(count: files.count, stride: 4) { index in
      try compare(files[index])
    }
    var stale = made.compactMap(\.stale)
    let names = Set(made.map(\.entry.path) + kept.map(\.path))
    for entry in old.entries where !names.contains(entry.path) {
      stale.append(StaleFile(path: entry.path, way: .leftOver))
    }
    let manifest = PlannedFile(path: Manifest.path) {
      Manifest(made.map(\.entry) + kept).bytes(edition)
    }
    if let own = try compare(manifest).stale { stale.append(own) }
    return stale.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private func compare(
    _ file: PlannedFile
  ) throws -> (entry: Manifest.Entry, stale: StaleFile?) {
    var digester = Digester()
    file.forEachChunk { digester.add($0) }
    let size = digester.count
    let entry = Manifest.Entry(path: file.path, size: size, digest: digester.digest())
    guard let existing = try existingDigest(file.path) else {
      return (entry, StaleFile(path: file.path, way: .missing))
    }
    return (entry, existing == entry.digest ? nil : StaleFile(path: file.path, way: .differs))
  }
}
