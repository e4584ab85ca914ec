internal import Analysis
internal import Comparison
internal import Handbook
internal import Model
internal import Synchronization
internal import Threads

/// The recorded editions of a project set beside what it says now, each of them at most once: the check asks for the last, and the
/// page of changes for several.
final class EditionComparisons: Sendable {
  private let editions: [EditionTexts]
  private let now: Draft
  private let made = Mutex<[Int: Comparison]>([:])

  init(_ editions: [EditionTexts], to now: Draft) {
    (self.editions, self.now) = (editions, now)
  }

  /// What has changed since an edition, by its number.
  func comparison(with number: Int) -> Comparison {
    if let comparison = made.withLock({ $0[number] }) { return comparison }
    let comparison = Comparison(
      from: editions[number].contents(now.declarations), to: now.contents)
    made.withLock { $0[number] = comparison }
    return comparison
  }

  /// What has changed since each of the last editions before this one, the newest first, as the page of changes shows it. It is
  /// begun now, since nothing else has to wait for it.
  func earlierEditions() -> Pending<[EditionChanges]> {
    let edition = now.contents.identity.edition
    let numbers = Array(
      editions.indices.filter { editions[$0].edition < edition }
        .suffix(EditionChanges.mostEditions).reversed())
    // What is not begun yet would hold all that was read.
    guard !numbers.isEmpty else { return Pending(isWorthThread: false) { [] } }
    return Pending { [self] in
      Concurrency.map(count: numbers.count, stride: 1) { index in
        EditionChanges(self.comparison(with: numbers[index]))
      }
    }
  }
}
