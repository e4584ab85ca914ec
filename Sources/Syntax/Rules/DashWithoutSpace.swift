internal import Diagnostics

/// A dash that should start an item of a list and has no space after it.
struct DashWithoutSpace: Problem {
  static let rule = Rule(
    "KSF0119", "dash-without-space",
    summary: "Refuses an item of a list whose dash has no space after it.",
    reason: "YAML reads a dash with no space after it as the first letter of a word.",
    bad: "statements:\n  -id: REL-1.1",
    good: "statements:\n  - id: REL-1.1")

  let range: SourceRange?

  /// The line with a space after its dash.
  let corrected: String

  var message: String { "there is no space after this dash" }
  var help: String { "Write:\n\(corrected)" }

  var fixes: [Diagnostic.Fix] {
    guard let range else { return [] }
    return [Diagnostic.Fix("put a space after the dash", [Diagnostic.Edit(range, "- ")])]
  }
}
