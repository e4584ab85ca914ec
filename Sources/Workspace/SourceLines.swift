internal import Analysis
internal import Diagnostics
internal import Handbook
internal import Model
internal import Output
internal import Threads

/// On which lines of the sources things are written.
///
/// A digest of a thing's own lines tells whether anybody has changed it, and an edit elsewhere in its file leaves its page as it is.
struct SourceLines: WrittenSources {
  private let sources: [SourceFile]
  private let numbers: [LineNumbers]
  private let digests: [Digest]
  private let places: Places

  init(_ sources: [SourceFile], _ digests: [Digest], _ places: Places) {
    (self.sources, self.digests, self.places) = (sources, digests, places)
    numbers = Concurrency.map(count: sources.count, stride: 4) { LineNumbers(sources[$0]) }
  }

  func origin(of subject: Subject) -> Origin? {
    guard let place = places[subject] else { return nil }
    let file = Int(place.file.rawValue)
    guard sources.indices.contains(file) else { return nil }
    let (start, last) = (Int(place.start), max(Int(place.start), Int(place.end) - 1))
    return Origin(
      file: file, path: sources[file].path,
      lines: numbers[file].line(at: start)...numbers[file].line(at: last),
      bytes: numbers[file].lines(from: start, through: last))
  }

  func digest(of origin: Origin) -> String {
    // As those of most domains.
    let isWhole = origin.bytes == sources[origin.file].bytes.indices
    guard !isWhole else { return digests[origin.file].hexadecimal }
    var digester = Digester()
    sources[origin.file].bytes[origin.bytes].withUnsafeBytes { digester.add($0) }
    return digester.digest().hexadecimal
  }

  func frameworkFile() -> (path: String, digest: String)? {
    guard let place = places[.framework] else { return nil }
    let file = Int(place.file.rawValue)
    return (sources[file].path, digests[file].hexadecimal)
  }
}
