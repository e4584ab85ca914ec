internal import Diagnostics

/// A quotation mark that is not closed.
struct UnclosedQuote: Problem {
  static let rule = Rule(
    "KSF0105", "unclosed-quote",
    summary: "Refuses a text that starts with a quotation mark and has no other at its end.",
    reason:
      "All that follows would be read as part of the text, up to the next quotation mark in the file.",
    bad: "title: \"Builds relationships\nid: REL-1",
    good: "title: \"Builds relationships\"\nid: REL-1")

  let range: SourceRange?
  let quote: Character

  /// The line with the quotation mark at its end.
  let corrected: String

  var message: String { "the quotation mark \(quote) that opens here is not closed" }
  var label: String { "opens here" }

  var help: String {
    let inside =
      quote == "'"
      ? "Inside the text, write an apostrophe twice (don''t), or use \" around it."
      : "Inside the text, write a quotation mark as \\\", or use ' around it."
    return "Put \(quote) at the end of the text. \(inside)\n\(corrected)"
  }
}
