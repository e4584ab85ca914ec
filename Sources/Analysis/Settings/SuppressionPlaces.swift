internal import Diagnostics

/// Where the suppressions of each file stand among those of all files, so that a warning is only held against those of its own
/// file: in all files, there may be thousands of both.
struct SuppressionPlaces {
  /// The files that have any, and where theirs begin and end.
  private var files: [(file: FileID, range: Range<Int>)] = []

  /// The suppressions have to be in the order of their files.
  init(_ suppressions: [Suppression]) {
    for (index, suppression) in suppressions.enumerated() {
      if let last = files.last, last.file == suppression.scope.file {
        files[files.count - 1].range = last.range.lowerBound..<(index + 1)
      } else {
        files.append((suppression.scope.file, index..<(index + 1)))
      }
    }
  }

  /// Those of the file in which a range is; none for what has no place.
  func range(for place: SourceRange?) -> Range<Int> {
    guard let place else { return 0..<0 }
    var (low, high) = (0, files.count)
    while low < high {
      let middle = (low + high) / 2
      if files[middle].file < place.file { low = middle + 1 } else { high = middle }
    }
    return low < files.count && files[low].file == place.file ? files[low].range : 0..<0
  }
}
