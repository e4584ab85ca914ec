internal import Diagnostics

/// A block that is filled twice in one parent.
struct RepeatedBlock: Problem {
  static let rule = Rule(
    "KSF0513", "repeated-block",
    summary: "Refuses to fill a block twice in the same parent.",
    reason: "Only one of the two would be shown.",
    bad: "{{<layout}}{{$body}}one{{/body}}{{$body}}two{{/body}}{{/layout}}",
    good: "{{<layout}}{{$body}}one two{{/body}}{{/layout}}")

  let range: SourceRange?
  let name: String
  let first: SourceRange

  var message: String { "the block `\(name)` is filled twice here" }
  var label: String { "filled again" }
  var notes: [Diagnostic.Note] { [Diagnostic.Note("first filled here", at: first)] }
  var help: String { "Put both together, or take one out." }
}
