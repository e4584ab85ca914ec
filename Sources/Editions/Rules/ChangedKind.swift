internal import Diagnostics

/// A published id that now names a thing of another kind.
struct ChangedKind: Problem {
  static let rule = Rule(
    "KSF0906", "changed-sort",
    summary:
      "Refuses an id that was published for a thing of another sort, such as an outcome that is now a statement.",
    reason: "Records that name the id say something about the thing that it was.",
    bad: "roles: [{id: support, title: Supporter}]  # it was a duty",
    good: "roles: [{id: supporter, title: Supporter}]")

  let range: SourceRange?
  let id: String
  let sort: String
  let locked: String
  let place: SourceRange?

  var message: String {
    "`\(id)` (\(sort)) was published for something of another sort (\(locked))"
  }
  var notes: [Diagnostic.Note] {
    place.map { [Diagnostic.Note("the lock has it here", at: $0)] } ?? []
  }
  var help: String {
    "Give it another id. If what was published is gone, name that in the framework's file: retired: [{id: \(id), because: REASON}]."
  }
}
