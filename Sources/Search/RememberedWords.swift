/// What is remembered of the words of an earlier build.
package struct RememberedWords: Sendable {
  /// Reads what was kept; nil if there is nothing that can be used.
  let read: @Sendable () -> Kept?

  /// Whether the entry with a number is as it was then.
  let isSame: @Sendable (Int) -> Bool

  /// Keeps all words of this build.
  let keep: @Sendable ([UInt8]) -> Void

  /// `WordBlock`s as they were kept.
  package struct Kept: Sendable {
    /// All of some earlier build, and those that have changed since that.
    let all: ArraySlice<UInt8>
    let changed: ArraySlice<UInt8>

    /// Keeps those of this build that differ from `all`.
    let keepChanged: @Sendable ([UInt8]) -> Void

    package init(
      all: ArraySlice<UInt8>, changed: ArraySlice<UInt8>,
      keepChanged: @escaping @Sendable ([UInt8]) -> Void
    ) {
      (self.all, self.changed, self.keepChanged) = (all, changed, keepChanged)
    }
  }

  package init(
    read: @escaping @Sendable () -> Kept?, isSame: @escaping @Sendable (Int) -> Bool,
    keep: @escaping @Sendable ([UInt8]) -> Void
  ) {
    (self.read, self.isSame, self.keep) = (read, isSame, keep)
  }
}
