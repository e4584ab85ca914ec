internal import Diagnostics
internal import Handbook
internal import Output
internal import Threads

extension Snapshot {
  /// Where the framework comes from, as its handbook tells.
  var provenance: Provenance {
    let sources = Array(files.files.prefix(sourceCount))
    let digests = Concurrency.map(count: sources.count, stride: 4) { Digest(of: sources[$0].bytes) }
    return Provenance(
      compiler: compilerVersion, digest: Snapshot.digest(of: sources, digests),
      earlierEditions: earlierEditions.value,
      sources: places.map { SourceLines(sources, digests, $0) })
  }

  /// The digest of all that the framework was read from: of a line for each file, with the digest of its bytes and its
  /// path, as `sha256sum` prints them, in path order.
  private static func digest(of sources: [SourceFile], _ digests: [Digest]) -> String {
    var list = ByteBuffer()
    for (source, digest) in zip(sources, digests) {
      list.append(raw: "\(digest.hexadecimal)  \(source.path)\n")
    }
    return Digest(of: list.bytes).hexadecimal
  }
}
