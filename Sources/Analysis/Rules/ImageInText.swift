internal import Diagnostics

/// An image in a text.
struct ImageInText: Problem {
  static let rule = Rule(
    "KSF0403", "image-in-text",
    summary: "Refuses an image in a text.",
    reason:
      "Texts also become checklists and schemas, which cannot show it, and the handbook must work without a network.",
    bad: "summary: ![Diagram](https://example.org/a.png)",
    good: "summary: See the [diagram](https://example.org/a.png).")

  let range: SourceRange?

  var message: String { "a text cannot have an image in it" }
  var help: String {
    "Say in words what it shows, or link to it by taking out the exclamation mark."
  }
}
