/// A way of doing so many things, which knows nothing of what they are: one after another, or on all cores.
package protocol Spreading: Sendable {
  /// What a function makes of each number below `count`, in their order.
  func map<Result: Sendable>(
    count: Int, _ work: @escaping @Sendable (Int) -> Result
  ) -> [Result]
}

/// One thing after another.
package struct OneByOne: Spreading {
  package init() {}

  package func map<Result: Sendable>(
    count: Int, _ work: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    (0..<count).map(work)
  }
}
