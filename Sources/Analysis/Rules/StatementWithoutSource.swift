internal import Diagnostics
internal import Grammar
internal import Model

/// A statement that cites nothing, in a framework that has sources.
struct StatementWithoutSource: Problem {
  static let rule = Rule(
    "KSF0601", "statement-without-source", .warning,
    summary: "Warns of a statement that cites no source, in a framework that has sources.",
    reason:
      "Readers want to know why they are asked for something, and whoever revises the framework has to know what it rests on.",
    bad: "- id: REL-1.1\n  text: trust grows from a worker who is reliable",
    good:
      "- id: REL-1.1\n  text: trust grows from a worker who is reliable\n  sources: [{source: kss-2018, at: heading 1}]"
  )

  let range: SourceRange?
  let statement: String

  /// The one source that nothing cites, if there is one such.
  let unused: (id: String, place: SourceRange?)?

  var message: String { "`\(statement)` cites no source" }

  var notes: [Diagnostic.Note] {
    guard let unused, let place = unused.place else { return [] }
    return [Diagnostic.Note("nothing cites `\(unused.id)`", at: place)]
  }

  var help: String {
    "Name what it rests on, for example: sources: [{source: \(unused?.id ?? "ID"), facts: [1]}]"
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let sources = draft.contents.sources
    guard !sources.isEmpty else { return }
    let found = draft.statementsWithoutSource
    let unused = found.count == 1 ? draft.unusedSources : []
    for ref in found {
      bag.report(
        StatementWithoutSource(
          range: draft.idRange(of: .statement(ref)), statement: draft.statements[ref].id,
          unused: unused.count == 1
            ? (sources[unused[0]].id, draft.idRange(of: .source(unused[0]))) : nil))
    }
  }
}
