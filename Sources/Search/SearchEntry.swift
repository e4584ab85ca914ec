package import Output

/// An entry of the search index: the data that results show and that is split into words.
///
/// One value is refilled for each entry, so that its memory is reused.
package struct SearchEntry: Sendable {
  /// The kind as readers see it: "Statement".
  package var kind = ""

  /// The code, if readers know the entry by one.
  package var code: String?

  package var title = ByteBuffer()

  /// Everything else said about it, in plain text.
  package var text = ByteBuffer()

  package init() {}

  /// Empties the entry for the next one. `kind` stays.
  mutating func clear() {
    code = nil
    title.removeAll()
    text.removeAll()
  }
}
