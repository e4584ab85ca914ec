internal import Diagnostics
internal import Handbook
internal import Output
internal import Threads

extension Snapshot {
  /// Where the framework comes from, as its handbook tells.
  var provenance: Provenance {
    Provenance(
      compiler: compilerVersion, digest: sourceDigest, earlierEditions: earlierEditions.value,
      sources: places.map { places in
        SourceLines(Array(files.files.prefix(sourceCount)), prints.map(\.file.whole), places)
      })
  }

  /// The digest of all that the framework was read from: of a line for each file, with the digest of its bytes and its
  /// path, as `sha256sum` prints them, in path order.
  private var sourceDigest: String {
    var list = ByteBuffer()
    for (source, print) in zip(files.files, prints) {
      list.append(raw: "\(print.file.whole.hexadecimal)  \(source.path)\n")
    }
    return Digest(of: list.bytes).hexadecimal
  }
}
