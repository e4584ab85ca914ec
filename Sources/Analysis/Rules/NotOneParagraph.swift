internal import Diagnostics

/// A text that should be one sentence and is read as a list, a quotation, code or several paragraphs.
struct NotOneParagraph: Problem {
  static let rule = Rule(
    "KSF0405", "not-one-paragraph",
    summary:
      "Refuses the text of a statement that is not one paragraph, such as one that starts like a list.",
    reason: "A statement stands on one line of a checklist and in one cell of a table.",
    bad: "text: 1. plan direct work",
    good: "text: plan direct work")

  let range: SourceRange?

  /// Whether it has several paragraphs; otherwise it is a list, a quotation or code.
  let isSeveral: Bool

  var message: String {
    isSeveral
      ? "this text has to be one paragraph, but a second one starts here"
      : "this text has to be one paragraph, but Markdown reads it as something else"
  }

  var help: String {
    isSeveral
      ? "Take out the empty line, or move what follows to a key for longer texts, such as `notes`."
      : "A text that starts with a number and a full stop, a dash or four spaces is read as a list or as code. Put \\ before the mark (1\\. or \\-) to mean it as itself."
  }
}
