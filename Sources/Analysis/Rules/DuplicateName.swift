internal import Diagnostics

/// A name or code that a neighbour has already.
struct DuplicateName: Problem {
  static let rule = Rule(
    "KSF0217", "duplicate-name",
    summary:
      "Refuses two fields of a record with the same name, or two items of a crosswalk with the same code.",
    reason: "In data one of the two would be lost, and an alignment could mean either.",
    bad:
      "fields:\n  - {name: date, title: Date, type: date}\n  - {name: date, title: Day, type: date}",
    good:
      "fields:\n  - {name: date, title: Date, type: date}\n  - {name: day, title: Day, type: date}")

  let range: SourceRange?
  let name: String
  let first: SourceRange

  var message: String { "`\(name)` is used twice in this list" }
  var label: String { "used again" }
  var notes: [Diagnostic.Note] { [Diagnostic.Note("first used here", at: first)] }
}
