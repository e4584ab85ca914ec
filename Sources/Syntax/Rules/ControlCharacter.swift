package import Diagnostics

/// An escape or an entity that stands for a character which is no text.
package struct ControlCharacter: Problem {
  package static let rule = Rule(
    "KSF0130", "control-character",
    summary: """
      Refuses an escape or an entity that stands for a control character, such as `\\0`, `\\r` or `&#27;`, or for one \
      that Unicode keeps out of texts.
      """,
    reason: """
      Nobody can see such a character. It cuts texts off in other programs, steers terminals, and is not allowed in a web \
      page.
      """,
    bad: "text: \"see N:\\records\"",
    good: "text: 'see N:\\records'")

  package let range: SourceRange?

  /// How it is written: `\r`, `&#27;`.
  let written: String

  package init(range: SourceRange, written: String) {
    (self.range, self.written) = (range, written)
  }

  private var isEscape: Bool { written.utf8.first == UInt8(ascii: "\\") }

  package var message: String { "`\(written)` stands for a character that is no text" }

  package var help: String {
    isEscape
      ? "If the backslash is part of the text, put ' around the text in place of \", or write the backslash twice (\\\\). Otherwise take `\(written)` out."
      : "Take it out."
  }
}
