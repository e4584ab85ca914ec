internal import Diagnostics

/// An item of a list that starts with a star, a bullet or a long dash.
struct WrongBullet: Problem {
  static let rule = Rule(
    "KSF0123", "wrong-bullet",
    summary: "Refuses an item of a list that starts with a bullet, a long dash or a number.",
    reason:
      "YAML knows only the hyphen. Word processors change it into a bullet, a number or a longer dash.",
    bad: "outcomes:\n  • id: REL-1",
    good: "outcomes:\n  - id: REL-1")

  let range: SourceRange?
  let bullet: String
  let corrected: String

  var message: String { "an item of a list starts with a short dash (-), not with \(bullet)" }
  var help: String { "Write:\n\(corrected)" }

  var fixes: [Diagnostic.Fix] {
    guard let range else { return [] }
    return [Diagnostic.Fix("change \(bullet) to -", [Diagnostic.Edit(range, "-")])]
  }
}
