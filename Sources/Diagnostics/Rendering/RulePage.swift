extension Rule {
  /// The rule's manual page, as plain text that is also Markdown.
  package var page: String {
    """
    \(code) \(name) (\(severity.rawValue))

    \(summary)

    Why: \(reason)

    Wrong:

    \(indented(bad))

    Right:

    \(indented(good))
    """
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
      .joined(separator: "\n")
  }
}
