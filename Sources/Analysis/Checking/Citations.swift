internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

extension Draft {
  /// What the things of each kind cite, in the order of their tables.
  var citations: [(entity: EntityName, citations: [[Citation]])] {
    [
      (.statement, contents.statements.elements.map(\.citations)),
      (.phase, contents.phases.elements.map(\.citations)),
      (.specialism, contents.specialisms.elements.map(\.citations)),
      (.role, contents.roles.elements.map(\.citations)),
      (.evidenceType, contents.evidenceTypes.elements.map(\.citations)),
      (.duty, contents.duties.elements.map(\.citations)),
      (.review, contents.reviews.elements.map(\.citations)),
      (.form, contents.forms.elements.map(\.citations)),
      (.crosswalk, contents.crosswalks.elements.map(\.citations)),
      (.event, contents.events.elements.map(\.citations)),
    ]
  }

  /// The sources that nothing cites and no text links to.
  var unusedSources: [Ref<Source>] {
    let sources = contents.sources
    var isUsed = Array(repeating: false, count: sources.count)
    for (_, lists) in citations {
      for citations in lists {
        for citation in citations { isUsed[Int(citation.source.index)] = true }
      }
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

  /// Where a thing cites a fact.
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
