package import Model
package import Threads

/// Where the pages come from, as each of them tells.
package struct Provenance: Sendable {
  /// The version of the compiler.
  package let compiler: String

  /// The digest of all sources, as 64 hexadecimal digits; empty if it is not known.
  var digest: String { wholeDigest.value }

  /// The sources; nil if they are not known.
  package let sources: (any WrittenSources)?

  /// The changes since each recorded edition, the newest first.
  var earlierEditions: [EditionChanges] { changes.value }

  /// Whether any earlier edition has been recorded.
  let hasEarlierEditions: Bool

  private let wholeDigest: Lazy<String>
  private let changes: Lazy<[EditionChanges]>

  package init(
    compiler: String, digest: Lazy<String> = Lazy { "" }, hasEarlierEditions: Bool = false,
    earlierEditions: Lazy<[EditionChanges]> = Lazy { [] },
    sources: (any WrittenSources)? = nil
  ) {
    self.compiler = compiler
    wholeDigest = digest
    self.hasEarlierEditions = hasEarlierEditions
    changes = earlierEditions
    self.sources = sources
  }
}

/// The files that a framework was read from.
package protocol WrittenSources: Sendable {
  /// The place in the sources at which a thing is written.
  func origin(of subject: Subject) -> Origin?

  /// The digest of some lines, each with its line break, as 64 hexadecimal digits.
  func digest(of origin: Origin) -> String

  /// The file that the framework itself is written in, and its digest.
  func frameworkFile() -> (path: String, digest: String)?
}

/// Some lines of the sources.
package struct Origin: Sendable {
  /// The number of the file, and its path in the project.
  package let file: Int
  package let path: String

  /// From one.
  package let lines: ClosedRange<Int>

  /// The bytes of these lines.
  package let bytes: Range<Int>

  package init(file: Int, path: String, lines: ClosedRange<Int>, bytes: Range<Int>) {
    (self.file, self.path, self.lines, self.bytes) = (file, path, lines, bytes)
  }
}
