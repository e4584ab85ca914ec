internal import Diagnostics
internal import Grammar
internal import Model

/// An outcome that people need not work towards.
struct NoMandatoryStatement: Problem {
  static let rule = Rule(
    "KSF0614", "no-mandatory-statement", .warning,
    summary: """
      Warns of an outcome none of whose statements is in a mandatory phase for everybody, in a framework that has both \
      mandatory phases and others.
      """,
    reason: "Whoever goes through the mandatory phases alone would never meet this outcome.",
    bad: "- id: REL-1\n  statements:\n    - {id: REL-1.1, phase: expert}",
    good:
      "- id: REL-1\n  statements:\n    - {id: REL-1.1, phase: year-1}\n    - {id: REL-1.2, phase: expert}"
  )

  let range: SourceRange?
  let outcome: String
  let words: Vocabulary

  var message: String {
    "no \(words.statement.one) of `\(outcome)` is in a mandatory \(words.phase.one) for everybody"
  }

  var help: String {
    "Add \(words.statement.oneWithArticle) in a mandatory \(words.phase.one), or move these to another \(words.outcome.one)."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let contents = draft.contents
    let isMandatory = contents.phases.elements.map { $0.requirement == .mandatory }
    guard isMandatory.contains(true), isMandatory.contains(false) else { return }
    let statements = draft.statements
    for (ref, outcome) in contents.outcomes.entries {
      let members = outcome.statements.filter { !statements[$0].isRetired }
      // One without a phase may be due at any time.
      let hasMandatory = members.contains { ref in
        statements[ref].phase.map {
          isMandatory[Int($0.index)] && statements[ref].specialism == nil
        } ?? true
      }
      if hasMandatory || members.isEmpty { continue }
      bag.report(
        NoMandatoryStatement(
          range: draft.idRange(of: .outcome(ref)), outcome: outcome.id,
          words: contents.identity.vocabulary))
    }
  }
}
