/// A file that can be made: its path, which is known before, and how its bytes come about.
///
/// A generator lists its files and makes none, so that all of them never have to be in memory at once and those who
/// write them can make several at a time.
package struct PlannedFile: Sendable {
  package let path: String
  private let make: @Sendable () -> [UInt8]

  /// `path` is as that of an `OutputFile`. `make` returns the same bytes each time.
  package init(path: String, make: @escaping @Sendable () -> [UInt8]) {
    precondition(OutputFile.staysInside(path), "an output path leaves its folder: \(path)")
    self.path = path
    self.make = make
  }

  /// A file whose bytes are there already.
  package init(_ file: OutputFile) {
    self.init(path: file.path) { file.bytes }
  }

  /// Makes the bytes.
  package func bytes() -> [UInt8] { make() }
}
