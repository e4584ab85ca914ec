internal import Diagnostics

/// A text without quotes that starts with a character that YAML reserves.
struct ReservedCharacter: Problem {
  static let rule = Rule(
    "KSF0111", "reserved-character",
    summary:
      "Refuses a text without quotes that starts with one of @ ` % & * ! | > { } [ ] , ? or a tab.",
    reason: "Each of these means something else to YAML when it comes first.",
    bad: "title: @home in practice",
    good: "title: '@home in practice'")

  let range: SourceRange?
  let character: Character

  /// Whether it is a comma that follows no item of a list.
  let isBetweenItems: Bool

  /// The line with the text in quotes.
  let corrected: String

  var message: String {
    isBetweenItems
      ? "there is nothing before this comma"
      : "a text that starts with \(character) needs quotes around it"
  }

  var help: String {
    if isBetweenItems { return "Take it out, or write the item that is missing." }
    return "Write:\n\(corrected)"
  }
}
