internal import Analysis
internal import Diagnostics
internal import Handbook
internal import Model
internal import Output
internal import Threads

/// The lines of the sources on which each thing is written.
///
/// Pages show a digest of a thing's own lines. So an edit elsewhere in its file leaves its page unchanged.
struct SourceLines: WrittenSources {
  private let sources: [Source]
  private let ranges: RecordRanges?

  /// A source, with data that only some pages need.
  private struct Source: Sendable {
    let file: SourceFile
    let lineNumbers: Lazy<LineNumbers>
    let digest: Lazy<Digest>
  }

  /// `ranges` is nil if the source ranges are unknown.
  init(_ sources: some Sequence<SourceFile>, _ ranges: RecordRanges?) {
    self.sources = sources.map { file in
      Source(
        file: file, lineNumbers: Lazy { LineNumbers(file) },
        digest: Lazy { Digest(of: file.bytes) })
    }
    self.ranges = ranges
  }

  /// The digest of all sources: of a list in path order with a line for each file, as `sha256sum` prints it.
  var digest: String {
    let digests = Concurrency.map(count: sources.count, stride: 4) { sources[$0].digest.value }
    var list = ByteBuffer()
    for (source, digest) in zip(sources, digests) {
      list.append(raw: "\(digest.hexadecimal)  \(source.file.path)\n")
    }
    return Digest(of: list.bytes).hexadecimal
  }

  func origin(of subject: Subject) -> Origin? {
    guard let range = ranges?[subject] else { return nil }
    let number = Int(range.file.rawValue)
    guard sources.indices.contains(number) else { return nil }
    let lineNumbers = sources[number].lineNumbers.value
    let (start, last) = (Int(range.start), max(Int(range.start), Int(range.end) - 1))
    return Origin(
      file: number, path: sources[number].file.path,
      lines: lineNumbers.line(at: start)...lineNumbers.line(at: last),
      bytes: lineNumbers.lines(from: start, through: last))
  }

  func digest(of origin: Origin) -> String {
    let source = sources[origin.file]
    // True of most domains.
    let isWhole = origin.bytes == source.file.bytes.indices
    guard !isWhole else { return source.digest.value.hexadecimal }
    var digester = Digester()
    source.file.bytes[origin.bytes].withUnsafeBytes { digester.add($0) }
    return digester.digest().hexadecimal
  }

  func frameworkFile() -> (path: String, digest: String)? {
    guard let range = ranges?[.framework] else { return nil }
    let source = sources[Int(range.file.rawValue)]
    return (source.file.path, source.digest.value.hexadecimal)
  }
}
