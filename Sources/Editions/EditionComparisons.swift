package import Analysis
package import Comparison
internal import Model
internal import Synchronization

/// Comparisons of a project's recorded editions with its present state. Each is made at most once: the check needs the last
/// one, and the page of changes several.
package final class EditionComparisons: Sendable {
  /// The recorded editions, lowest first.
  package let editions: [RecordedEdition]

  private let now: Draft
  private let made = Mutex<[Int: Comparison]>([:])

  package init(_ editions: [RecordedEdition], to now: Draft) {
    (self.editions, self.now) = (editions, now)
  }

  /// The changes since the edition at an index.
  package func comparison(with number: Int) -> Comparison {
    if let comparison = made.withLock({ $0[number] }) { return comparison }
    let comparison = Comparison(
      from: editions[number].contents(now.declarations), to: now.contents)
    made.withLock { $0[number] = comparison }
    return comparison
  }

  /// The indices of the last editions before the project's present one, newest first.
  package func earlier(atMost count: Int) -> [Int] {
    let edition = now.contents.identity.edition
    return editions.indices.filter { editions[$0].edition < edition }.suffix(count).reversed()
  }
}
