internal import Diagnostics

/// A text that starts with a word in brackets.
struct TextAfterBracket: Problem {
  static let rule = Rule(
    "KSF0134", "text-after-bracket",
    summary: "Refuses text behind the bracket that closes a list or a group.",
    reason: "A value that starts with a bracket is a list, and ends where that bracket is closed.",
    bad: "title: [New] Relationships",
    good: "title: '[New] Relationships'")

  /// The text behind the bracket.
  let range: SourceRange?
  let bracket: Character

  /// The line with the whole value in quotes; nil if no word stands behind the bracket.
  let corrected: String?

  var message: String {
    corrected == nil
      ? "nothing can stand behind the bracket that closes a list"
      : "a text that starts with \(bracket) needs quotes around it"
  }
  var label: String { "does not belong to the list" }
  var help: String {
    guard let corrected else { return "Delete it." }
    return "Write:\n\(corrected)\nIf the brackets are a list, delete what stands behind them."
  }
}
