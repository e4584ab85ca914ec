package import Model

/// Where the pages come from, as each of them tells.
package struct Provenance: Sendable {
  /// The version of the compiler.
  package let compiler: String

  /// The digest of all sources, as 64 hexadecimal digits; empty if it is not known.
  package var digest: String {
    Reading.noteAll()
    return wholeDigest
  }

  /// Where a thing is written. Whoever finds out where takes note of the file's every byte.
  package let origin: @Sendable (Subject) -> Origin?

  /// What has changed since each recorded edition, the newest first.
  package var earlierEditions: [EditionChanges] {
    Reading.noteAll()
    return changes
  }

  /// Whether any edition has been recorded.
  package var hasEarlierEditions: Bool { !changes.isEmpty }

  private let wholeDigest: String
  private let changes: [EditionChanges]

  /// A place in the sources.
  package struct Origin: Sendable {
    /// The file's path in the project.
    package let path: String

    /// From one.
    package let line: Int

    /// That of the file, as 64 hexadecimal digits.
    package let digest: String

    package init(path: String, line: Int, digest: String) {
      (self.path, self.line, self.digest) = (path, line, digest)
    }
  }

  package init(
    compiler: String, digest: String = "", earlierEditions: [EditionChanges] = [],
    origin: @escaping @Sendable (Subject) -> Origin? = { _ in nil }
  ) {
    self.compiler = compiler
    wholeDigest = digest
    changes = earlierEditions
    self.origin = origin
  }
}
