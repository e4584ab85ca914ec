package import Output

/// Something that a search can find, as it is shown and read for words.
///
/// One is filled again and again, so that its memory is there already.
package struct SearchEntry: Sendable {
  /// What sort of thing it is, as readers see it: "Statement".
  package var kind = ""

  /// Its code, where readers know it by one.
  package var code: String?

  package var title = ByteBuffer()

  /// What else is said of it, in plain text.
  package var text = ByteBuffer()

  package init() {}

  /// Makes room for another one.
  mutating func clear() {
    code = nil
    title.removeAll()
    text.removeAll()
  }
}
