/// What is remembered of the words of an earlier build.
package struct RememberedWords: Sendable {
  /// `WordBlock`s as they were kept; empty if there are none.
  let bytes: ArraySlice<UInt8>

  /// Whether the entry with a number is as it was then.
  let isSame: @Sendable (Int) -> Bool

  /// Keeps those of this build.
  let keep: @Sendable ([UInt8]) -> Void

  package init(
    bytes: ArraySlice<UInt8>, isSame: @escaping @Sendable (Int) -> Bool,
    keep: @escaping @Sendable ([UInt8]) -> Void
  ) {
    (self.bytes, self.isSame, self.keep) = (bytes, isSame, keep)
  }
}
