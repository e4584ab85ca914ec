internal import Diagnostics

/// By file: the range of its suppressions in the list of all suppressions.
///
/// A warning is compared with the suppressions of its own file alone. There may be thousands of both in all files.
struct SuppressionRanges {
  /// The files that have suppressions, in order, each with its range.
  private var files: [(file: FileID, range: Range<Int>)] = []

  /// `suppressions` must be in the order of their files.
  init(_ suppressions: [Suppression]) {
    for (index, suppression) in suppressions.enumerated() {
      if let last = files.last, last.file == suppression.scope.file {
        files[files.count - 1].range = last.range.lowerBound..<(index + 1)
      } else {
        files.append((suppression.scope.file, index..<(index + 1)))
      }
    }
  }

  /// The suppressions of the file that `source` is in. Empty if `source` is nil.
  func range(for source: SourceRange?) -> Range<Int> {
    guard let source else { return 0..<0 }
    var (low, high) = (0, files.count)
    while low < high {
      let middle = (low + high) / 2
      if files[middle].file < source.file { low = middle + 1 } else { high = middle }
    }
    return low < files.count && files[low].file == source.file ? files[low].range : 0..<0
  }
}
