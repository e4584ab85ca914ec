internal import Diagnostics
internal import Grammar
internal import Model

/// A fact that is neither cited nor declined.
struct UnusedFact: Problem {
  static let rule = Rule(
    "KSF0625", "unused-fact", .warning,
    summary: """
      Warns of a fact in a source's record that nothing cites and that is not declined with a reason. Facts of a source \
      that nothing cites at all, or that something cites as a whole, are passed over.
      """,
    reason:
      "Readers cannot tell whether the framework left it out on purpose or forgot it. Nobody checks a fact that supports nothing.",
    bad: "facts:\n  - {number: 2, text: Two years are enough.}  # and nothing cites it",
    good: "facts:\n  - {number: 2, text: Two years are enough., declined: It concerns adults.}")

  let range: SourceRange?
  let source: String
  let number: Int

  var message: String { "nothing cites fact \(number) of `\(source)`, and it is not declined" }
  var help: String {
    """
    Cite it where it supports something (sources: [{source: \(source), facts: [\(number)]}]), or say why the framework \
    does not take it up: declined: REASON
    """
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let facts = draft.contents.sources.elements.map(\.facts)
    var isWholeCited = Array(repeating: false, count: facts.count)
    var isFactCited = facts.map { Array(repeating: false, count: $0.count) }
    func cite(_ source: Int, _ fact: Int) {
      if let place = facts[source].place(ofNumber: fact) { isFactCited[source][place] = true }
    }
    func cite(_ citation: Citation) {
      let source = Int(citation.source.index)
      if citation.facts.isEmpty { isWholeCited[source] = true }
      for number in citation.facts { cite(source, number) }
    }
    for statement in draft.statements {
      for citation in statement.citations { cite(citation) }
    }
    draft.forEachCitations(ofStatements: { _ in false }) { _, _, citations in
      for citation in citations { cite(citation) }
    }
    for (ref, source) in draft.contents.sources.entries where !isWholeCited[Int(ref.index)] {
      let isUsed = isFactCited[Int(ref.index)]
      guard isUsed.contains(true) else { continue }
      let records = draft.record(of: .source(ref)).map { Array($0.records(.facts)) } ?? []
      for (place, fact) in source.facts.enumerated()
      where !isUsed[place] && fact.declined == nil && place < records.count {
        bag.report(
          UnusedFact(range: records[place].range(.number), source: source.id, number: fact.number))
      }
    }
  }
}
