internal import Diagnostics

/// A comment that silences a warning which is not there.
struct UnusedSuppression: Problem {
  static let rule = Rule(
    "KSF0701", "unused-suppression", .warning,
    summary: "Reports a comment that allows something which does not occur at its place.",
    reason: "It would silence a later mistake that nobody has thought about.",
    bad: "# ksf: allow long-sentence because the law is quoted\ntext: plan direct work",
    good: "text: plan direct work")

  let range: SourceRange?
  let rule: String

  /// The comment with the space before it, or with its whole line if nothing else stands there.
  let extent: SourceRange

  var message: String { "this comment allows `\(rule)`, which does not occur here" }

  var help: String {
    "Take it out, or put it on the line above the place that it is for."
  }

  var fixes: [Diagnostic.Fix] {
    [Diagnostic.Fix("take out the comment", [Diagnostic.Edit(extent, "")])]
  }
}
