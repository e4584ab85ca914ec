/// What is remembered of the words of an earlier build's search, if only texts of statements have changed since, and where those of
/// this build are kept.
package struct SearchMemory: Sendable {
  /// As `keep` got them; empty if there are none.
  let bytes: [UInt8]

  /// Whether the texts of the statement with a number are as they were then.
  let isSame: @Sendable (Int) -> Bool
  let keep: @Sendable ([UInt8]) -> Void

  package init(
    bytes: [UInt8], isSame: @escaping @Sendable (Int) -> Bool,
    keep: @escaping @Sendable ([UInt8]) -> Void
  ) {
    (self.bytes, self.isSame, self.keep) = (bytes, isSame, keep)
  }
}
