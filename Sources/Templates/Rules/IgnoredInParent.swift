internal import Diagnostics

/// Something inside a parent that is not in one of its blocks.
struct IgnoredInParent: Problem {
  static let rule = Rule(
    "KSF0514", "ignored-in-parent", .warning,
    summary: "Warns of text and tags inside a parent that are outside its blocks.",
    reason: "Mustache leaves them out: a parent shows its own template, with the blocks filled.",
    bad: "{{<layout}}Welcome{{$body}}…{{/body}}{{/layout}}",
    good: "{{<layout}}{{$body}}Welcome …{{/body}}{{/layout}}")

  let range: SourceRange?
  let parent: String

  /// The tag that opens the parent.
  let opening: SourceRange

  var message: String { "this is inside the parent `\(parent)` but in none of its blocks" }
  var label: String { "not shown" }
  var notes: [Diagnostic.Note] { [Diagnostic.Note("the parent begins here", at: opening)] }
  var help: String { "Move it into a block, as in `{{$name}}…{{/name}}`, or take it out." }
}
