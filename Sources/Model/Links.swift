/// The links of a framework read backwards: what points at a thing.
package struct Links: Sendable {
  /// By statement: the statements that rely on it or come after it.
  private var usedBy: [[Ref<Statement>]]

  /// By source: the statements that cite it.
  private var citedBy: [[Ref<Statement>]]

  /// By crosswalk and item: the statements that are aligned to it.
  private var alignedTo: [[[AlignedStatement]]]

  private let byID: [String: Subject]

  init(_ contents: Contents) {
    usedBy = Array(repeating: [], count: contents.statements.count)
    citedBy = Array(repeating: [], count: contents.sources.count)
    alignedTo = contents.crosswalks.elements.map { Array(repeating: [], count: $0.items.count) }
    byID = Dictionary(
      contents.subjects.map { (contents.id(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
    for (ref, statement) in contents.statements.entries {
      for target in statement.reliesOn { Links.add(ref, to: &usedBy[Int(target.index)]) }
      for case .statement(let target) in statement.after {
        Links.add(ref, to: &usedBy[Int(target.index)])
      }
      for citation in statement.citations {
        Links.add(ref, to: &citedBy[Int(citation.source.index)])
      }
      for alignment in statement.alignments {
        alignedTo[Int(alignment.crosswalk.index)][alignment.item].append(
          AlignedStatement(statement: ref, alignment: alignment))
      }
    }
  }

  /// Adds a statement once. They come in order.
  private static func add(_ ref: Ref<Statement>, to list: inout [Ref<Statement>]) {
    if list.last != ref { list.append(ref) }
  }

  /// The thing with an id, as `[[REL-1.2]]` names it.
  package func subject(withID id: String) -> Subject? { byID[id] }

  package func usedBy(_ statement: Ref<Statement>) -> [Ref<Statement>] {
    usedBy[Int(statement.index)]
  }

  /// The statements that are aligned to an item of a crosswalk, in order.
  package func alignedTo(_ crosswalk: Ref<Crosswalk>, item: Int) -> [AlignedStatement] {
    alignedTo[Int(crosswalk.index)][item]
  }

  package func citedBy(_ source: Ref<Source>) -> [Ref<Statement>] {
    citedBy[Int(source.index)]
  }
}

/// A statement that is aligned to an item of a crosswalk.
package struct AlignedStatement: Sendable {
  package let statement: Ref<Statement>
  package let alignment: Alignment
}
