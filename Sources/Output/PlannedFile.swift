/// A file that can be made: its path, which is known in advance, and a function that makes its bytes.
///
/// A generator lists its files and makes none. So files need not be in memory together, several can be made at once, and one
/// can be made alone.
package struct PlannedFile: Sendable {
  package let path: String

  private let making: Making

  private enum Making: Sendable {
    case whole(@Sendable () -> [UInt8])
    case wholeAt(@Sendable (String) -> [UInt8])
    case chunks(@Sendable (_ give: @escaping ([UInt8]) -> Void) -> Void)
  }

  /// `path` is as in `OutputFile`. `make` must return the same bytes each time.
  package init(path: String, make: @escaping @Sendable () -> [UInt8]) {
    self.init(path: path, .whole(make))
  }

  /// A file that is made from its path. There are tens of thousands of pages, and no closure has to hold a path.
  package init(path: String, makeAt make: @escaping @Sendable (String) -> [UInt8]) {
    self.init(path: path, .wholeAt(make))
  }

  /// A file that is never in memory as a whole. `make` gives one chunk after another, the same each time.
  package init(
    path: String, chunks make: @escaping @Sendable (_ give: @escaping ([UInt8]) -> Void) -> Void
  ) {
    self.init(path: path, .chunks(make))
  }

  private init(path: String, _ making: Making) {
    precondition(OutputFile.staysInside(path), "an output path leaves its folder: \(path)")
    self.path = path
    self.making = making
  }

  /// A file whose bytes exist already.
  package init(_ file: OutputFile) {
    self.init(path: file.path) { file.bytes }
  }

  /// Whether the file comes in chunks, as files do that grow with the whole framework.
  package var isLarge: Bool {
    if case .chunks = making { true } else { false }
  }

  /// Makes the bytes.
  package func bytes() -> [UInt8] {
    switch making {
    case .whole(let make): return make()
    case .wholeAt(let make): return make(path)
    case .chunks:
      var bytes: [UInt8] = []
      forEachChunk { bytes += $0 }
      return bytes
    }
  }

  /// Makes the bytes chunk by chunk. A file without chunks is one chunk.
  package func forEachChunk(_ body: ([UInt8]) -> Void) {
    guard case .chunks(let make) = making else { return body(bytes()) }
    withoutActuallyEscaping(body) { make($0) }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The elements in chunks of 64, so that the output of one chunk is small. Indices start at 0.
  package var inChunks: [SubSequence] {
    stride(from: 0, to: count, by: 64).map { self[$0..<Swift.min($0 + 64, count)] }
  }
}
