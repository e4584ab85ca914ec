extension String {
  /// The text with spaces behind it, up to a width in characters.
  package func padded(to width: Int) -> String { self + padding(to: width) }

  /// The text with spaces before it, up to a width in characters.
  package func padded(before width: Int) -> String { padding(to: width) + self }

  private func padding(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count))
  }
}
