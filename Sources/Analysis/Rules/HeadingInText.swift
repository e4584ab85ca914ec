internal import Diagnostics

/// A heading in a text.
struct HeadingInText: Problem {
  static let rule = Rule(
    "KSF0404", "heading-in-text",
    summary: "Refuses a heading in a text.",
    reason:
      "The handbook makes the headings, in an order that screen readers can follow; one from a text would break it.",
    bad: "summary: |\n  # Important\n  Read this first.",
    good: "summary: |\n  **Important.** Read this first.")

  let range: SourceRange?

  var message: String { "a text cannot have a heading in it" }
  var help: String {
    "Write the words in bold (**so**), or put \\ before a # that is meant as itself."
  }
}
