internal import Model

/// What rules ask of each of thousands of statements, as numbers that lie side by side.
///
/// Some twenty rules look through all statements, on both cores. To ask a statement is to fetch it from memory and to count a
/// reference to it and to each of its lists, which took two thirds of the time of those rules; so they ask here, and take
/// only those statements at which there is something to see.
///
/// A class, since all parts of a check share it.
final class StatementTable: Sendable {
  private let rows: [StatementRow]

  /// By statement: those that it relies on.
  let reliesOn: NumberLists

  /// By statement: what it comes after. An outcome is the number before that of the first statement, and so on: -1 for 0.
  let after: NumberLists

  /// By statement: the sources that it cites, once for each citation.
  let sources: NumberLists

  /// By statement: each fact that it cites, as the number of its source and its own; -1 for the source as a whole.
  let facts: NumberLists

  /// By statement: the crosswalk and item of each alignment, and 1 if it is more than related to it or else 0.
  let alignments: NumberLists

  /// What the current statements use.
  let use: StatementUse

  /// Puts together what was gathered of one part of the statements after the other.
  init(_ parts: [Part] = []) {
    rows = parts.flatMap(\.rows)
    reliesOn = NumberLists(parts.map(\.reliesOn))
    after = NumberLists(parts.map(\.after))
    sources = NumberLists(parts.map(\.sources))
    facts = NumberLists(parts.map(\.facts))
    alignments = NumberLists(parts.map(\.alignments))
    use = parts.reduce(into: StatementUse()) { $0.formUnion($1.use) }
  }

  subscript(statement: Ref<Statement>) -> StatementRow { rows[Int(statement.index)] }

  /// The statements that have something, in their order.
  func all(with traits: StatementTraits) -> [Ref<Statement>] {
    rows.indices.filter { rows[$0].traits.contains(traits) }.map { Ref($0) }
  }

  /// The statements that somebody is to meet: those that are neither superseded nor withdrawn.
  var current: [Ref<Statement>] { rows.indices.filter { !rows[$0].isOver }.map { Ref($0) } }

  /// What was gathered of statements that follow one another.
  struct Part: Sendable {
    fileprivate var rows: [StatementRow] = []
    fileprivate var reliesOn = NumberLists()
    fileprivate var after = NumberLists()
    fileprivate var sources = NumberLists()
    fileprivate var facts = NumberLists()
    fileprivate var alignments = NumberLists()
    fileprivate var use = StatementUse()

    mutating func add(_ statement: borrowing StatementParts) {
      let row = StatementRow(statement)
      rows.append(row)
      if !row.isOver { use.add(statement) }
      for other in statement.reliesOn { reliesOn.add(other.index) }
      for prerequisite in statement.after {
        switch prerequisite {
        case .statement(let other): after.add(other.index)
        case .outcome(let outcome): after.add(-1 - outcome.index)
        }
      }
      for citation in statement.citations { add(citation) }
      for alignment in statement.alignments {
        alignments.add(alignment.crosswalk.index)
        alignments.add(Int32(alignment.item))
        alignments.add(alignment.relation == .related ? 0 : 1)
      }
      endLists()
    }

    private mutating func add(_ citation: Citation) {
      sources.add(citation.source.index)
      for number in citation.facts {
        facts.add(citation.source.index)
        facts.add(Int32(clamping: number))
      }
      guard citation.facts.isEmpty else { return }
      facts.add(citation.source.index)
      facts.add(-1)
    }

    private mutating func endLists() {
      reliesOn.endList()
      after.endList()
      sources.endList()
      facts.endList()
      alignments.endList()
    }
  }
}
