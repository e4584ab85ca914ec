internal import Diagnostics

/// A line whose indentation puts it where it cannot belong.
struct WrongIndentation: Problem {
  static let rule = Rule(
    "KSF0108", "wrong-indentation",
    summary:
      "Refuses a line whose indentation fits neither the lines above nor what they are part of.",
    reason: "YAML tells what belongs to what by the number of spaces at the start of a line.",
    bad: "domain: relationships\n title: Relationships",
    good: "domain: relationships\ntitle: Relationships")

  enum Cause {
    /// The line is indented further than the key above, which has its value already.
    case deeper
    /// A key where the items of a list are expected, or the reverse.
    case keyAmongItems
    case other
  }

  let range: SourceRange?
  let cause: Cause

  /// How many spaces the line has, and how many those it should line up with.
  let found: Int
  let expected: Int?

  /// What it should line up with.
  let sibling: SourceRange?

  var message: String {
    switch cause {
    case .deeper: "this line is indented too far: the key above it has its value already"
    case .keyAmongItems: "this line is not an item of the list that it stands in"
    case .other: "this line does not line up with the lines it belongs to"
    }
  }

  var label: String { "\(spaces(found)) before this" }

  var notes: [Diagnostic.Note] {
    guard let sibling else { return [] }
    return [Diagnostic.Note("what it is part of starts here", at: sibling)]
  }

  var help: String {
    if cause == .keyAmongItems {
      return
        "Start an item with a dash and a space, or indent the line so that it is part of the item above it."
    }
    guard let expected, expected != found else {
      return "Give it the same number of spaces as the lines it belongs with."
    }
    return
      "Lines that belong together start in the same column: give this one \(spaces(expected)). If it goes on with the text above, put that text in quotes."
  }

  private func spaces(_ count: Int) -> String {
    switch count {
    case 0: "no spaces"
    case 1: "1 space"
    default: "\(count) spaces"
    }
  }
}
