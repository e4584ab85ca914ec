/// The candidate that the writer most likely meant; nil if none is near or two are equally near.
///
/// Near means at most one edit in `share` written characters, or one in all (optimal string alignment), whatever the case.
package func suggestion(
  for written: String, among candidates: some Sequence<String>, differingInOneOf share: Int = 3
) -> String? {
  let target = Array(written.lowercased().unicodeScalars)
  guard !target.isEmpty else { return nil }
  let limit = max(1, target.count / share)
  var best: String?
  var bestDistance = limit + 1
  var isTied = false
  let letters = Letters(written)
  for candidate in candidates {
    if let letters, let others = Letters(candidate),
      letters.leastDistance(to: others) > min(limit, bestDistance)
    {
      continue
    }
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

/// The set of characters of an ASCII text, whatever their case. It tells most texts apart long before a distance is worked out.
private struct Letters {
  private var bits: UInt64 = 0
  private var count = 0

  /// Nil for a text with other characters, whose case is another matter.
  init?(_ text: String) {
    for byte in text.utf8 {
      guard byte < 0x80 else { return nil }
      bits |= 1 << UInt64((byte | 0x20) & 63)
      count += 1
    }
  }

  /// A distance that the edit distance is never below: one edit takes out at most one character, and brings in one.
  func leastDistance(to other: Letters) -> Int {
    max(abs(count - other.count), ((bits ^ other.bits).nonzeroBitCount + 1) / 2)
  }
}

/// The edit distance of two texts, or `limit + 1` if it is above the limit. Inserting, deleting or replacing a letter counts
/// one, and so does swapping two neighbours.
///
/// Inserting or deleting a digit counts two, and replacing one counts three: REL-9 is not REL-1 misspelt, but another code.
func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int {
  var beforeLast: [Int] = []
  var last = right.indices.reduce(into: [0]) { $0.append($0[$1] + cost(of: right[$1])) }
  for row in left.indices {
    var current = [last[0] + cost(of: left[row])]
    current.reserveCapacity(right.count + 1)
    for column in right.indices {
      let (a, b) = (left[row], right[column])
      var best = min(last[column + 1] + cost(of: a), current[column] + cost(of: b))
      best = min(best, last[column] + (a == b ? 0 : max(cost(of: a), cost(of: b)) * 2 - 1))
      if row > 0, column > 0, a == right[column - 1], left[row - 1] == b {
        best = min(best, beforeLast[column - 1] + 1)
      }
      current.append(best)
    }
    if let smallest = current.min(), smallest > limit { return limit + 1 }
    (beforeLast, last) = (last, current)
  }
  return min(last[right.count], limit + 1)
}

/// The cost of inserting or deleting a character.
private func cost(of scalar: Unicode.Scalar) -> Int {
  ("0"..."9").contains(scalar) ? 2 : 1
}
