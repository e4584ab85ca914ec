internal import Diagnostics

/// A reference to something of a kind that cannot stand there.
struct WrongKindOfReference: Problem {
  static let rule = Rule(
    "KSF0208", "wrong-kind-of-reference",
    summary: "Reports a reference to something that exists but is not of the right kind.",
    reason: "A phase where a role should be is a mistake, even though the id is spelt correctly.",
    bad: "phase: supervisor",
    good: "phase: year-1")

  let range: SourceRange?
  let id: String

  /// The expected kind, and the kind that was found: "a phase".
  let expected: [String]
  let found: String

  let definition: SourceRange

  var message: String {
    "`\(id)` is \(found), but \(joined(expected, by: "or")) is needed here"
  }

  var notes: [Diagnostic.Note] {
    [Diagnostic.Note("`\(id)` is declared here", at: definition)]
  }
}
