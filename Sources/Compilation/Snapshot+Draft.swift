package import Analysis

extension Snapshot {
  /// The linked files as their authors wrote them; nil once their memory was released.
  package var draft: Draft? { frontEnd?.draft }
}
