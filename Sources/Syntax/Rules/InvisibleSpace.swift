internal import Diagnostics

/// A character that looks like a space, where YAML needs a space.
struct InvisibleSpace: Problem {
  static let rule = Rule(
    "KSF0133", "invisible-space",
    summary: """
      Refuses a character that looks like a space, or like nothing, at the start of a line, behind a dash or around the colon \
      of a key.
      """,
    reason: """
      Only the space of the keyboard says what belongs to what. Others come along with text that was copied from a web page \
      or a word processor.
      """,
    bad: "title:\u{A0}Relationships",
    good: "title: Relationships")

  let range: SourceRange?

  /// The edits for all such characters in the file.
  let edits: [Diagnostic.Edit]

  /// The line with ordinary spaces.
  let corrected: String

  /// The name of the character: "a non-breaking space".
  let name: String

  var message: String { "this looks like a space, but is \(name)" }
  var label: String { "came along with copied text" }
  var help: String {
    "Type ordinary spaces in its place, or let `ksf check --fix` do it:\n\(corrected)"
  }

  var fixes: [Diagnostic.Fix] { [Diagnostic.Fix("put ordinary spaces", edits)] }
}
