internal import Diagnostics

/// A bracket or brace that is not closed.
struct UnclosedBracket: Problem {
  static let rule = Rule(
    "KSF0110", "unclosed-bracket",
    summary:
      "Refuses a list in brackets or a group in braces that is not closed, or has no comma between its items.",
    reason: "All that follows would be read as part of it.",
    bad: "relies-on: [REL-1.1, REL-1.2\nphase: year-1",
    good: "relies-on: [REL-1.1, REL-1.2]\nphase: year-1")

  let range: SourceRange?
  let bracket: Character

  /// The range at which the reader gave up.
  let place: SourceRange

  private var closing: Character { bracket == "[" ? "]" : "}" }

  var message: String {
    "the \(bracket) that opens here has no \(closing), or a comma is missing between its items"
  }

  var label: String { "opens here" }

  var notes: [Diagnostic.Note] {
    [Diagnostic.Note("a comma or \(closing) was expected before this", at: place)]
  }

  var help: String {
    "Put \(closing) at the end, and a comma between items. A text that itself starts with \(bracket) needs quotes around it."
  }
}
