internal import Diagnostics

/// A published id that now means something else.
struct ReusedID: Problem {
  static let rule = Rule(
    "KSF0904", "reused-id",
    summary: """
      Refuses an id that was published for one thing and now stands for another: it was withdrawn, or its text shares \
      less than a fifth of its words with what it said.
      """,
    reason:
      "Evidence that somebody has under this id would count for something that they have never shown.",
    bad:
      "- {id: REL-1.2, text: manage a budget}  # it said: keep a promise that was made to a child",
    good: "- {id: REL-1.9, text: manage a budget}")

  let range: SourceRange?
  let id: String
  let says: String
  let said: String
  let place: SourceRange?

  var message: String { "`\(id)` was published for something else" }
  var notes: [Diagnostic.Note] {
    place.map { [Diagnostic.Note("it said: \(said)", at: $0)] } ?? []
  }
  var help: String {
    "Give the new one an id of its own, and withdraw or replace the old one. If it is the same thing in other words, run `ksf lock --accept \(id)`."
  }
}
