/// A run of words that two texts share, or that only one of them has.
package struct WordRun: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case same, removed, added }

  package let kind: Kind
  package let text: String
}

/// The words of two texts aligned by a longest common subsequence, in runs.
package func wordDifference(_ before: String, _ after: String) -> [WordRun] {
  let old = before.split(whereSeparator: \.isWhitespace)
  let new = after.split(whereSeparator: \.isWhitespace)
  let difference = new.difference(from: old)
  var removed = Set<Int>()
  var added = Set<Int>()
  for change in difference {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): added.insert(offset)
    }
  }
  var runs: [(kind: WordRun.Kind, words: [Substring])] = []
  func append(_ kind: WordRun.Kind, _ word: Substring) {
    if runs.last?.kind == kind {
      runs[runs.count - 1].words.append(word)
    } else {
      runs.append((kind, [word]))
    }
  }
  var (i, j) = (0, 0)
  while i < old.count || j < new.count {
    if i < old.count, removed.contains(i) {
      append(.removed, old[i])
      i += 1
    } else if j < new.count, added.contains(j) {
      append(.added, new[j])
      j += 1
    } else {
      append(.same, new[j])
      (i, j) = (i + 1, j + 1)
    }
  }
  return runs.map { WordRun(kind: $0.kind, text: $0.words.joined(separator: " ")) }
}

/// Whether two texts differ by no more than a slip. Apart from case, punctuation and space they have the same words; or one
/// word of at least six letters has two neighbouring letters swapped or a letter doubled.
///
/// Any other letter may make a different word ("prevent", "present"), so it is no slip.
func isSlip(_ before: String, _ after: String) -> Bool {
  let (old, new) = (before.bareWords, after.bareWords)
  if old == new { return true }
  guard old.count == new.count else { return false }
  let others = zip(old, new).filter { $0 != $1 }
  guard others.count == 1, let (left, right) = others.first else { return false }
  return min(left.count, right.count) >= 6 && isMisspelling(Array(left), Array(right))
}

private func isMisspelling(_ old: [Character], _ new: [Character]) -> Bool {
  let start = zip(old, new).prefix { $0 == $1 }.count
  if old.count == new.count {
    return start + 1 < old.count && old[start] == new[start + 1] && old[start + 1] == new[start]
      && old[(start + 2)...] == new[(start + 2)...]
  }
  let (long, short) = old.count > new.count ? (old, new) : (new, old)
  return long.count == short.count + 1 && start > 0 && long[start] == long[start - 1]
    && long[(start + 1)...] == short[start...]
}

extension String {
  fileprivate var bareWords: [String] {
    lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }
}
