internal import Diagnostics

/// An id that something else has already.
struct DuplicateID: Problem {
  static let rule = Rule(
    "KSF0207", "duplicate-id",
    summary: "Refuses an id that something else has already. Capitals make no difference.",
    reason:
      "A reference to it could mean either. Many systems do not tell capitals from small letters.",
    bad: "- id: REL-1.1\n- id: rel-1.1",
    good: "- id: REL-1.1\n- id: REL-1.2")

  let range: SourceRange?
  let id: String

  /// The id as it was first written, which may differ in case.
  let first: String
  let at: SourceRange

  var message: String {
    id == first
      ? "the id `\(id)` is used twice"
      : "the id `\(id)` differs from `\(first)` only in its capitals"
  }

  var label: String { "used again" }
  var notes: [Diagnostic.Note] { [Diagnostic.Note("first defined here", at: at)] }
  var help: String { "Give one of the two another id. Keep the id of the one that is published." }
}
