internal import Diagnostics

/// A line whose indentation fits no line above.
struct WrongIndentation: Problem {
  static let rule = Rule(
    "KSF0108", "wrong-indentation",
    summary:
      "Refuses a line whose indentation fits neither the lines above nor what they are part of.",
    reason: "YAML tells what belongs to what by the number of spaces at the start of a line.",
    bad: "domain: relationships\n title: Relationships",
    good: "domain: relationships\ntitle: Relationships")

  let range: SourceRange?

  /// Whether YAML read the line as a continuation of the text above.
  let isDeeper: Bool

  /// The number of spaces that the line has, and the number that it most likely should have.
  let found: Int
  let expected: Int?

  /// The line without its indentation.
  let content: String

  /// The line to align with, or the line that this one belongs to.
  let sibling: SourceRange?

  var message: String {
    isDeeper
      ? "this line is indented too far: the key above it has its value already"
      : "this line does not line up with the lines it belongs to"
  }

  var label: String { "\(spaces(found)) before this" }

  var notes: [Diagnostic.Note] {
    guard let sibling else { return [] }
    return [Diagnostic.Note("it most likely belongs with this line", at: sibling)]
  }

  var help: String {
    guard let expected else {
      return
        "Lines that belong together start in the same column. Look whether a line is missing above this one."
    }
    let corrected = String(repeating: " ", count: expected) + content
    return
      "Lines that belong together start in the same column: give this one \(spaces(expected)):\n\(corrected)"
  }

  private func spaces(_ count: Int) -> String {
    switch count {
    case 0: "no spaces"
    case 1: "1 space"
    default: "\(count) spaces"
    }
  }
}
