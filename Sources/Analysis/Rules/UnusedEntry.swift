internal import Diagnostics
internal import Grammar
internal import Model

/// An entry of one of the framework's lists that nothing uses.
struct UnusedEntry: Problem {
  static let rule = Rule(
    "KSF0622", "unused-entry", .warning,
    summary: """
      Warns of a kind, phase, specialism, role, type of evidence or result that the framework lists and nothing uses, \
      where others of the same list are used; and of levels none of which is used.
      """,
    reason: "Readers look for what belongs to it and find an empty page.",
    bad: "evidence:\n  - {id: interview, title: Interview}  # and no statement asks for it",
    good: "evidence: {any-of: [observation, interview]}  # in a statement")

  let range: SourceRange?
  let id: String

  /// The framework's word for the kind of entry.
  let word: String

  var message: String { "nothing uses the \(word) `\(id)`" }
  var help: String { "Take it out of the list, or use it where it is meant." }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let words = draft.contents.identity.vocabulary
    let usage = Usage(draft)
    for (subjects, word) in usage.unused(words) {
      for subject in subjects {
        bag.report(
          UnusedEntry(
            range: draft.idRange(of: subject), id: draft.contents.id(of: subject), word: word))
      }
    }
  }
}
