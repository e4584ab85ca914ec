internal import Diagnostics

/// A bracket or brace that closes nothing.
struct ExtraBracket: Problem {
  static let rule = Rule(
    "KSF0122", "extra-bracket",
    summary: "Refuses a closing bracket or brace that closes nothing.",
    reason: "YAML cannot tell where the list or group ends.",
    bad: "relies-on: [REL-1.1]]",
    good: "relies-on: [REL-1.1]")

  let range: SourceRange?
  let bracket: Character

  var message: String { "there is one \(bracket) too many" }
  var help: String { "Take it out. If it belongs to a text, put the text in quotes." }

  var fixes: [Diagnostic.Fix] {
    guard let range else { return [] }
    return [Diagnostic.Fix("take out the \(bracket)", [Diagnostic.Edit(range, "")])]
  }
}
