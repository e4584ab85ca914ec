package import Model

/// Where the pages come from, as each of them tells.
package struct Provenance: Sendable {
  /// The version of the compiler.
  package let compiler: String

  /// The digest of all sources, as 64 hexadecimal digits; empty if it is not known.
  package let digest: String

  /// Where a thing is written: the file's path in the project, and the line from one.
  package let origin: @Sendable (Subject) -> (path: String, line: Int)?

  /// What has changed since each recorded edition, the newest first.
  package let earlierEditions: [EditionChanges]

  package init(
    compiler: String, digest: String = "", earlierEditions: [EditionChanges] = [],
    origin: @escaping @Sendable (Subject) -> (path: String, line: Int)? = { _ in nil }
  ) {
    self.compiler = compiler
    self.digest = digest
    self.earlierEditions = earlierEditions
    self.origin = origin
  }
}
