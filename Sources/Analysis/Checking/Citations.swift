internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

extension Draft {
  /// Hands out the citations of each thing, in the order of the tables, with its kind and its index in the table of that kind.
  /// Statements are passed over unless `isWanted` says so.
  func forEachCitations(
    ofStatements isWanted: (Statement) -> Bool,
    _ body: (_ entity: EntityName, _ index: Int, [Citation]) -> Void
  ) {
    func handOut<Element>(
      _ entity: EntityName, _ elements: [Element], _ citations: (Element) -> [Citation]
    ) {
      for (index, element) in elements.enumerated() { body(entity, index, citations(element)) }
    }
    for statement in statements where isWanted(statement) {
      body(.statement, Int(statement.ref.index), Array(statement.citations))
    }
    handOut(.phase, contents.phases.elements) { $0.citations }
    handOut(.specialism, contents.specialisms.elements) { $0.citations }
    handOut(.role, contents.roles.elements) { $0.citations }
    handOut(.evidenceType, contents.evidenceTypes.elements) { $0.citations }
    handOut(.duty, contents.duties.elements) { $0.citations }
    handOut(.review, contents.reviews.elements) { $0.citations }
    handOut(.form, contents.forms.elements) { $0.citations }
    handOut(.crosswalk, contents.crosswalks.elements) { $0.citations }
    handOut(.event, contents.events.elements) { $0.citations }
  }

  /// The sources that nothing cites and no text links to.
  var unusedSources: [Ref<Source>] {
    let sources = contents.sources
    var isUsed = Array(repeating: false, count: sources.count)
    for statement in statements {
      for citation in statement.citations { isUsed[Int(citation.source.index)] = true }
    }
    forEachCitations(ofStatements: { _ in false }) { _, _, citations in
      for citation in citations { isUsed[Int(citation.source.index)] = true }
    }
    guard isUsed.contains(false) else { return [] }
    let linked = Set(files.flatMap { $0.links.map(\.id) })
    return sources.refs.filter { !isUsed[Int($0.index)] && !linked.contains(sources[$0].id) }
  }

  /// The current statements that cite nothing.
  var statementsWithoutSource: [Ref<Statement>] {
    let statements = statements
    return currentStatements.filter { statements[$0].citations.isEmpty }
  }

  /// The range of a fact's number in the record that cites it.
  func range(ofFact number: Int, of source: String, citedBy entity: EntityName, _ index: Int)
    -> SourceRange?
  {
    let records = records(entity)
    guard index < records.count else { return nil }
    for citation in records[index].records(.sources) where citation.text(.source) == source {
      for node in citation.items(.facts) where citation.number(at: node) == number {
        return citation.tree.range(of: node)
      }
    }
    return nil
  }
}
