internal import Diagnostics
internal import Grammar
internal import Model

/// A skill that relies on nothing, where most skills rely on knowledge.
struct SkillWithoutKnowledge: Problem {
  static let rule = Rule(
    "KSF0603", "skill-without-knowledge", .warning,
    summary: """
      Warns of a statement that relies on no other, where at least half of its kind rely on those of another kind: most \
      often, a skill without knowledge.
      """,
    reason:
      "A skill without the knowledge behind it becomes a habit that nobody can explain or adapt.",
    bad: "- {id: REL-1.2, kind: skill}",
    good: "- {id: REL-1.2, kind: skill, relies-on: [REL-1.1]}")

  let range: SourceRange?
  let statement: String

  /// The kinds that it could rely on: "knowledge".
  let supports: String

  /// The knowledge of the same outcome that nothing relies on.
  let unused: [(id: String, place: SourceRange?)]

  var message: String { "`\(statement)` relies on no \(supports)" }

  var notes: [Diagnostic.Note] {
    unused.prefix(3).compactMap { id, place in
      place.map { Diagnostic.Note("nothing relies on `\(id)` yet, which is near", at: $0) }
    }
  }

  var help: String {
    "Name the \(supports) that it rests on, for example: relies-on: [\(unused.first?.id ?? "ID")]"
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let pairs = KindPairs(draft)
    let statements = draft.statements
    let unused = Dictionary(grouping: pairs.unused(draft)) { statements[$0].outcome }
    for ref in pairs.withoutSupport(draft) {
      let supports = statements[ref].kind.map { pairs.supports[Int($0.index)] } ?? []
      let near = unused[statements[ref].outcome] ?? []
      bag.report(
        SkillWithoutKnowledge(
          range: draft.idRange(of: .statement(ref)), statement: statements[ref].id,
          supports: draft.contents.names(of: supports),
          unused: near.map { (statements[$0].id, draft.idRange(of: .statement($0))) }))
    }
  }
}
