/// The candidate that the writer most likely meant, or nil if none is near or two are equally near.
///
/// Near means: at most a third of the written characters differ, counting a swap of neighbours as one
/// difference (optimal string alignment), whatever the case.
package func suggestion(
  for written: String, among candidates: some Sequence<String>
) -> String? {
  let target = Array(written.lowercased().unicodeScalars)
  let limit = max(1, target.count / 3)
  var best: String?
  var bestDistance = limit + 1
  var isTied = false
  for candidate in candidates {
    let scalars = Array(candidate.lowercased().unicodeScalars)
    guard abs(scalars.count - target.count) <= min(limit, bestDistance) else { continue }
    let distance = editDistance(target, scalars, limit: bestDistance)
    if distance < bestDistance {
      (best, bestDistance, isTied) = (candidate, distance, false)
    } else if distance == bestDistance, distance <= limit, candidate != best {
      isTied = true
    }
  }
  return isTied ? nil : best
}

/// The number of insertions, deletions, replacements and swaps between two texts; `limit + 1` if more.
func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    current.reserveCapacity(right.count + 1)
    for column in 0..<right.count {
      var cost = min(last[column + 1], current[column]) + 1
      cost = min(cost, last[column] + (left[row] == right[column] ? 0 : 1))
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    if let smallest = current.min(), smallest > limit { return limit + 1 }
    (beforeLast, last) = (last, current)
  }
  return min(last[right.count], limit + 1)
}
