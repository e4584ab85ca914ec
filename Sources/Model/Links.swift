/// The links of a framework read backwards: what points at a thing.
package struct Links: Sendable {
  /// By statement: the statements that rely on it or come after it.
  package private(set) var usedBy: [[Ref<Statement>]]

  /// By source: the statements that cite it.
  package private(set) var citedBy: [[Ref<Statement>]]

  private let byID: [String: Subject]

  init(_ contents: Contents) {
    usedBy = Array(repeating: [], count: contents.statements.count)
    citedBy = Array(repeating: [], count: contents.sources.count)
    byID = Dictionary(
      contents.subjects.map { (contents.id(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
    for (ref, statement) in contents.statements.entries {
      var targets = Set(statement.reliesOn)
      for case .statement(let target) in statement.after { targets.insert(target) }
      for target in targets { usedBy[Int(target.index)].append(ref) }
      for source in Set(statement.citations.map(\.source)) {
        citedBy[Int(source.index)].append(ref)
      }
    }
  }

  /// The thing with an id, as `[[REL-1.2]]` names it.
  package func subject(withID id: String) -> Subject? { byID[id] }

  package func usedBy(_ statement: Ref<Statement>) -> [Ref<Statement>] {
    usedBy[Int(statement.index)]
  }

  package func citedBy(_ source: Ref<Source>) -> [Ref<Statement>] {
    citedBy[Int(source.index)]
  }
}
