internal import Analysis
internal import Diagnostics
internal import Handbook
internal import Model
internal import Output
internal import Threads

extension Snapshot {
  /// Where the framework comes from, as its handbook tells.
  var provenance: Provenance {
    let sources = Array(files.files.prefix(sourceCount))
    let lines = Concurrency.map(count: sources.count, stride: 4) { LineNumbers(sources[$0]) }
    let digests = prints.map(\.whole)
    let places = places
    return Provenance(
      compiler: compilerVersion, digest: sourceDigest, earlierEditions: earlierEditions.value
    ) { subject in
      guard let range = places?[subject] else { return nil }
      let file = Int(range.file.rawValue)
      guard sources.indices.contains(file) else { return nil }
      Reading.note(file: file)
      return Provenance.Origin(
        path: sources[file].path, line: lines[file].line(at: Int(range.start)),
        digest: digests[file].hexadecimal)
    }
  }

  /// The digest of all that the framework was read from: of a line for each file, with the digest of its bytes and its
  /// path, as `sha256sum` prints them, in path order.
  private var sourceDigest: String {
    var list = ByteBuffer()
    for (source, print) in zip(files.files, prints) {
      list.append(raw: "\(print.whole.hexadecimal)  \(source.path)\n")
    }
    return Digest(of: list.bytes).hexadecimal
  }
}
