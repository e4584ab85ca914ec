internal import Diagnostics
internal import Grammar
internal import Model

/// A source that nothing cites.
struct UnusedSource: Problem {
  static let rule = Rule(
    "KSF0620", "unused-source", .warning,
    summary: "Warns of a source that nothing cites and no text links to.",
    reason:
      "It was most likely meant to support something, which now stands without it. If not, it asks readers to look at a document for nothing.",
    bad: "source: report  # and nothing says: sources: [report]",
    good: "sources: [{source: report, facts: [1]}]")

  let range: SourceRange?
  let source: String

  var message: String { "nothing cites the source `\(source)`" }
  var help: String {
    "Cite it where it supports something (sources: [{source: \(source), facts: [1]}]), or remove its file."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let unused = draft.unusedSources
    // One statement without a source and one source without a statement are one mistake, reported at the statement.
    if unused.count == 1, draft.statementsWithoutSource.count == 1 { return }
    for ref in unused {
      bag.report(
        UnusedSource(
          range: draft.idRange(of: .source(ref)), source: draft.contents.sources[ref].id))
    }
  }
}
