/// The links of a framework read backwards: what points at a thing.
package struct Links: Sendable {
  /// By statement: the statements that rely on it or come after it.
  private let usedBy: FlatLists<Ref<Statement>>

  /// By source: the statements that cite it.
  private let citedBy: FlatLists<Ref<Statement>>

  /// By crosswalk, and then by item: the statements that are aligned to it.
  private let alignedTo: [FlatLists<AlignedStatement>]

  private let subjects: SubjectTable

  init(_ contents: Contents, _ collector: consuming LinkCollector) {
    usedBy = FlatLists(count: contents.statements.count, collector.users)
    citedBy = FlatLists(count: contents.sources.count, collector.citers)
    alignedTo = zip(contents.crosswalks.elements, collector.aligned).map {
      FlatLists(count: $0.items.count, $1)
    }
    subjects = SubjectTable(contents)
  }

  /// The thing with an id, as `[[REL-1.2]]` names it.
  package func subject(withID id: String) -> Subject? { subjects.subject(withID: id) }

  package func usedBy(_ statement: Ref<Statement>) -> [Ref<Statement>] {
    usedBy[Int(statement.index)]
  }

  /// The statements that are aligned to an item of a crosswalk, in order.
  package func alignedTo(_ crosswalk: Ref<Crosswalk>, item: Int) -> [AlignedStatement] {
    alignedTo[Int(crosswalk.index)][item]
  }

  /// How many statements are aligned to an item of a crosswalk.
  package func alignedCount(_ crosswalk: Ref<Crosswalk>, item: Int) -> Int {
    alignedTo[Int(crosswalk.index)].count(of: item)
  }

  package func citedBy(_ source: Ref<Source>) -> [Ref<Statement>] {
    citedBy[Int(source.index)]
  }

  /// How many statements cite a source.
  package func citingCount(_ source: Ref<Source>) -> Int { citedBy.count(of: Int(source.index)) }
}

/// A statement that is aligned to an item of a crosswalk.
package struct AlignedStatement: Sendable {
  package let statement: Ref<Statement>

  /// Which of the statement's alignments it is.
  package let place: Int
}

/// Collects what each statement points at.
struct LinkCollector {
  /// Each with what it points at, once; and aligned statements by crosswalk.
  private(set) var users: [(list: Int32, element: Ref<Statement>)] = []
  private(set) var citers: [(list: Int32, element: Ref<Statement>)] = []
  private(set) var aligned: [[(list: Int32, element: AlignedStatement)]]

  /// By statement and source: the last statement that points at it. They come in order.
  private var lastUser: [Int32]
  private var lastCiter: [Int32]

  init(_ contents: Contents) {
    aligned = Array(repeating: [], count: contents.crosswalks.count)
    lastUser = Array(repeating: -1, count: contents.statements.count)
    lastCiter = Array(repeating: -1, count: contents.sources.count)
  }

  mutating func add(_ ref: Ref<Statement>, _ statement: Statement) {
    let parts = statement.parts
    for target in parts.reliesOn { add(ref, using: target) }
    for case .statement(let target) in parts.after { add(ref, using: target) }
    for citation in parts.citations where lastCiter[Int(citation.source.index)] != ref.index {
      lastCiter[Int(citation.source.index)] = ref.index
      citers.append((citation.source.index, ref))
    }
    for (place, alignment) in parts.alignments.enumerated() {
      aligned[Int(alignment.crosswalk.index)].append(
        (Int32(alignment.item), AlignedStatement(statement: ref, place: place)))
    }
  }

  private mutating func add(_ ref: Ref<Statement>, using target: Ref<Statement>) {
    guard lastUser[Int(target.index)] != ref.index else { return }
    lastUser[Int(target.index)] = ref.index
    users.append((target.index, ref))
  }
}
