internal import Diagnostics

/// An item on a line of its own, below a list that is closed already.
struct ItemBelowList: Problem {
  static let rule = Rule(
    "KSF0135", "item-below-list",
    summary: "Refuses an item with a dash below a list in brackets.",
    reason: "A list is written in brackets or with dashes. The closing bracket ends it.",
    bad: "statements: [{id: REL-1.1, text: build trust}]\n  - id: REL-1.2",
    good: "statements:\n  - {id: REL-1.1, text: build trust}\n  - id: REL-1.2")

  let range: SourceRange?

  /// The line of the list.
  let list: SourceRange

  /// The list and the item, with dashes.
  let corrected: String

  var message: String { "the list above is closed by its bracket" }
  var notes: [Diagnostic.Note] { [Diagnostic.Note("the list", at: list)] }
  var help: String { "Write the whole list with dashes:\n\(corrected)" }
}
