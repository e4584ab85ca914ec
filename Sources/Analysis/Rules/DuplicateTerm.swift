internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// A term that the glossary defines twice.
struct DuplicateTerm: Problem {
  static let rule = Rule(
    "KSF0633", "duplicate-term", .warning,
    summary: "Warns of a term that the glossary defines twice in one language, whatever the case.",
    reason: "Readers find one of the two definitions and cannot know that there is another.",
    bad: """
      glossary:
        - {term: kinship care, definition: Care by relatives.}
        - {term: Kinship care, definition: Care by relatives or friends.}
      """,
    good: "glossary:\n  - {term: kinship care, definition: Care by relatives or friends.}")

  let range: SourceRange?
  let term: String
  let first: SourceRange

  var message: String { "the term \"\(term)\" is defined twice" }
  var label: String { "defined again" }
  var notes: [Diagnostic.Note] { [Diagnostic.Note("first defined here", at: first)] }
  var help: String { "Keep one of the two definitions." }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    var places: [String: SourceRange] = [:]
    for record in draft.records(.term) {
      guard let node = record.node(.term) else { continue }
      let (term, range) = (record.tree.text(of: node), record.tree.range(of: node))
      let key = (record.text(.language) ?? "") + "\n" + term.lowercased()
      if let first = places[key] {
        bag.report(DuplicateTerm(range: range, term: term, first: first))
      } else {
        places[key] = range
      }
    }
  }
}
