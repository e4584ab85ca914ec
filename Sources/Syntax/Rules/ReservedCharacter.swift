internal import Diagnostics

/// A text without quotes that starts with a character that means something else to YAML.
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

  /// The same line with the text in quotes, if it is on one line.
  let corrected: String?

  var message: String {
    character == ","
      ? "there is nothing before this comma"
      : "a text that starts with \(character) needs quotes around it"
  }

  var help: String {
    if character == "," { return "Take it out, or write the item that is missing." }
    return corrected.map { "Write:\n\($0)" } ?? "Put the text in quotes."
  }
}
