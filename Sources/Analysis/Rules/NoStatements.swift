internal import Diagnostics
internal import Grammar
internal import Model

/// An outcome or a whole domain without statements.
struct NoStatements: Problem {
  static let rule = Rule(
    "KSF0615", "no-statements", .warning,
    summary: "Warns of an outcome, or a whole domain, without a statement that is still to be met.",
    reason:
      "It would be an empty page in the handbook, and nobody could show that they have reached it.",
    bad: "- id: REL-1\n  title: Builds relationships",
    good:
      "- id: REL-1\n  title: Builds relationships\n  statements:\n    - {id: REL-1.1, text: trust grows slowly}"
  )

  let range: SourceRange?
  let id: String

  /// The framework's words for what it is, and for what it lacks.
  let word: Word
  let statementWord: Word

  var message: String { "the \(word.one) `\(id)` has no \(statementWord.many)" }
  var help: String { "Add the first \(statementWord.one), or take the \(word.one) out." }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let contents = draft.contents
    let words = contents.identity.vocabulary
    let isEmpty = contents.outcomes.elements.map { outcome in
      !outcome.statements.contains { !draft.statements[$0].isRetired }
    }
    func report(_ subject: Subject, _ word: Word) {
      bag.report(
        NoStatements(
          range: draft.idRange(of: subject), id: contents.id(of: subject), word: word,
          statementWord: words.statement))
    }
    for (ref, domain) in contents.domains.entries {
      let empty = domain.outcomes.filter { isEmpty[Int($0.index)] }
      if empty.count == domain.outcomes.count {
        report(.domain(ref), words.domain)
      } else {
        for outcome in empty { report(.outcome(outcome), words.outcome) }
      }
    }
  }
}
