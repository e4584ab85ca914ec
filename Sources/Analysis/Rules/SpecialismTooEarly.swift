internal import Diagnostics
internal import Grammar
internal import Model

/// A statement of a specialism that is due before the specialism can be chosen.
struct SpecialismTooEarly: Problem {
  static let rule = Rule(
    "KSF0310", "specialism-too-early",
    summary:
      "Reports a statement that belongs to a specialism and is due in an earlier phase than that in which it is chosen.",
    reason: "Nobody has chosen the specialism by then, so the statement would be for nobody.",
    bad: """
      specialisms: [{id: child-protection, title: Child protection, phase: expert}]
      # in a domain
      - {id: REL-1.1, phase: year-1, specialism: child-protection}
      """,
    good: """
      specialisms: [{id: child-protection, title: Child protection, phase: expert}]
      # in a domain
      - {id: REL-1.1, phase: expert, specialism: child-protection}
      """)

  let range: SourceRange?
  let statement: String
  let phase: String
  let specialism: String

  /// The phase in which the specialism is chosen.
  let chosenIn: String
  let specialismPlace: SourceRange?

  var message: String {
    "`\(statement)` is due in `\(phase)`, but `\(specialism)` is chosen only in `\(chosenIn)`"
  }

  var notes: [Diagnostic.Note] {
    specialismPlace.map { [Diagnostic.Note("`\(specialism)` says so here", at: $0)] } ?? []
  }

  var help: String {
    "Move it to `\(chosenIn)`, or take `specialism` out if everybody is to meet it."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let contents = draft.contents
    for statement in draft.statements {
      guard let phase = statement.phase, let specialism = statement.specialism,
        let chosenIn = contents.specialisms[specialism].phase, phase < chosenIn
      else { continue }
      bag.report(
        SpecialismTooEarly(
          range: draft.range(of: .statement(statement.ref), .phase), statement: statement.id,
          phase: contents.phases[phase].id, specialism: contents.specialisms[specialism].id,
          chosenIn: contents.phases[chosenIn].id,
          specialismPlace: draft.range(of: .specialism(specialism), .phase)))
    }
  }
}
