internal import Diagnostics

/// An argument of a parent that has no block of its name.
struct UnknownBlock: Problem {
  static let rule = Rule(
    "KSF0512", "unknown-block",
    summary: "Refuses a block inside a parent if the parent's template has no block of that name.",
    reason: "What the block contains would not be shown anywhere.",
    bad: "{{<layout}}{{$boddy}}…{{/boddy}}{{/layout}}",
    good: "{{<layout}}{{$body}}…{{/body}}{{/layout}}")

  let range: SourceRange?
  let name: String
  let parent: String

  /// The blocks of the parent.
  let candidates: [String]

  var message: String { "there is no block `\(name)` in the template `\(parent)`" }
  var label: String { "unknown block" }

  var help: String {
    if let nearest = suggestion(for: name, among: candidates) {
      return "Did you mean `\(nearest)`?"
    }
    return listed(candidates).map { "Blocks that can be filled: \($0)." }
      ?? "It has no blocks at all. Add one where this is to be shown."
  }
}
