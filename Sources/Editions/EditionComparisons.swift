package import Analysis
package import Comparison
internal import Model
internal import Synchronization

/// The recorded editions of a project set beside what it says now, each of them at most once: the check asks for the last, and the
/// page of changes for several.
package final class EditionComparisons: Sendable {
  /// The lowest first.
  package let editions: [RecordedEdition]

  private let now: Draft
  private let made = Mutex<[Int: Comparison]>([:])

  package init(_ editions: [RecordedEdition], to now: Draft) {
    (self.editions, self.now) = (editions, now)
  }

  /// What has changed since an edition, by its number.
  package func comparison(with number: Int) -> Comparison {
    if let comparison = made.withLock({ $0[number] }) { return comparison }
    let comparison = Comparison(
      from: editions[number].contents(now.declarations), to: now.contents)
    made.withLock { $0[number] = comparison }
    return comparison
  }

  /// The numbers of the last editions before the one that the project is now, the newest first.
  package func earlier(atMost count: Int) -> [Int] {
    let edition = now.contents.identity.edition
    return editions.indices.filter { editions[$0].edition < edition }.suffix(count).reversed()
  }
}
