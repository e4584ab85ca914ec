internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// A fact or an item that the framework declines in one place and uses in another.
struct DeclinedButUsed: Problem {
  static let rule = Rule(
    "KSF0617", "declined-but-used", .warning,
    summary: """
      Warns of a fact that is cited although its source's record declines it, and of an item of another framework that a \
      statement covers although it is declined.
      """,
    reason: "Readers are told both that it was taken up and why it was not.",
    bad: """
      facts: [{number: 2, text: Two years are enough., declined: It concerns adults.}]
      # in a domain
      sources: [{source: report, facts: [2]}]
      """,
    good: """
      facts: [{number: 2, text: Two years are enough.}]
      # in a domain
      sources: [{source: report, facts: [2]}]
      """)

  let range: SourceRange?

  /// The thing that is declined: "fact 2 of `report`".
  let what: String
  let declinedPlace: SourceRange?

  var message: String { "\(what) is declined, but is used here" }

  var notes: [Diagnostic.Note] {
    declinedPlace.map { [Diagnostic.Note("it is declined here", at: $0)] } ?? []
  }

  var help: String { "Take it out here, or take `declined` out there." }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    checkFacts(draft, &bag)
    checkItems(draft, &bag)
  }

  private static func checkFacts(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let sources = draft.contents.sources
    let hasDeclined = sources.elements.map { $0.facts.contains { $0.declined != nil } }
    guard hasDeclined.contains(true) else { return }
    draft.forEachCitations(
      ofStatements: { $0.citations.contains { hasDeclined[Int($0.source.index)] } }
    ) { entity, index, citations in
      for citation in citations where hasDeclined[Int(citation.source.index)] {
        let source = sources[citation.source]
        for number in citation.facts where source.fact(numbered: number)?.declined != nil {
          bag.report(
            DeclinedButUsed(
              range: draft.range(ofFact: number, of: source.id, citedBy: entity, index),
              what: "fact \(number) of `\(source.id)`",
              declinedPlace: place(ofFact: number, of: citation.source, draft)))
        }
      }
    }
  }

  private static func place(
    ofFact number: Int, of source: Ref<Source>, _ draft: Draft
  ) -> SourceRange? {
    let facts = draft.record(of: .source(source)).map { Array($0.records(.facts)) } ?? []
    return facts.first { $0.number(.number) == number }?.range(.declined)
  }

  private static func checkItems(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let isDeclined = draft.contents.crosswalks.elements.map { crosswalk in
      crosswalk.items.map { $0.declined != nil }
    }
    guard isDeclined.contains(where: { $0.contains(true) }) else { return }
    for ref in draft.currentStatements {
      // A statement that is only related to an item does not cover it.
      for alignment in draft.statements[ref].alignments where alignment.relation != .related {
        guard isDeclined[Int(alignment.crosswalk.index)][alignment.item] else { continue }
        let crosswalk = draft.contents.crosswalks[alignment.crosswalk]
        let item = crosswalk.items[alignment.item]
        let name = "\(crosswalk.id)/\(item.code)"
        let record = draft.record(of: .statement(ref))?.records(.aligns).first {
          $0.text(.to) == name
        }
        let items =
          draft.record(of: .crosswalk(alignment.crosswalk)).map { Array($0.records(.items)) } ?? []
        bag.report(
          DeclinedButUsed(
            range: record?.range(.to), what: "`\(name)`",
            declinedPlace: alignment.item < items.count
              ? items[alignment.item].range(.declined) : nil))
      }
    }
  }
}
