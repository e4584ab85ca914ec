internal import Diagnostics

/// Text after the quotation mark that ended a text.
struct TextAfterQuote: Problem {
  static let rule = Rule(
    "KSF0120", "text-after-quote",
    summary: "Refuses a text in quotes that goes on after the quotation mark that ends it.",
    reason:
      "An apostrophe or quotation mark inside a text of the same quotes ends the text too early.",
    bad: "title: 'the child's own words'",
    good: "title: \"the child's own words\"")

  let range: SourceRange?
  let quote: Character

  /// The range of the text that ended too early.
  let text: SourceRange

  var message: String { "the text ended at the quotation mark before this" }
  var label: String { "does not belong to the text" }
  var notes: [Diagnostic.Note] { [Diagnostic.Note("this is all of the text", at: text)] }

  var help: String {
    quote == "'"
      ? "To have an apostrophe in the text, put \" around it in place of ', or write the apostrophe twice."
      : "To have a quotation mark in the text, put ' around it in place of \", or write \\\" for the mark."
  }
}
