/// The links of a framework read backwards: what points at a thing.
package struct Links: Sendable {
  /// By statement: the statements that rely on it or come after it.
  private let usedBy: PackedLists<Ref<Statement>>

  /// By source: the statements that cite it.
  private let citedBy: PackedLists<Ref<Statement>>

  /// By item of all crosswalks, one crosswalk behind the other: the statements that are aligned to it.
  private let alignedTo: PackedLists<AlignedStatement>

  /// By crosswalk: the number of its first item among the items of all.
  private let firstItems: [Int]

  private let subjects: SubjectTable

  init(_ contents: Contents) {
    let columns = contents.statements.columns
    usedBy = Links.usedBy(columns)
    citedBy = PackedLists(count: contents.sources.count) { add in
      // By source: the last statement that cites it, so that each stands there once. They come in order.
      var last = [Int](repeating: -1, count: contents.sources.count)
      for number in 0..<columns.citations.count {
        for index in columns.citations.range(of: number) {
          let source = Int(columns.citations.elements[index].source.index)
          guard last[source] != number else { continue }
          last[source] = number
          add(source, Ref(number))
        }
      }
    }
    var itemCount = 0
    var firstItems: [Int] = []
    for crosswalk in contents.crosswalks.elements {
      firstItems.append(itemCount)
      itemCount += crosswalk.items.count
    }
    self.firstItems = firstItems
    alignedTo = PackedLists(count: itemCount) { add in
      for number in 0..<columns.alignments.count {
        for (index, alignment) in columns.alignments[number].enumerated() {
          add(
            firstItems[Int(alignment.crosswalk.index)] + alignment.item,
            AlignedStatement(statement: Ref(number), alignment: index))
        }
      }
    }
    subjects = SubjectTable(contents)
  }

  private static func usedBy(_ columns: StatementColumns) -> PackedLists<Ref<Statement>> {
    let count = columns.reliesOn.count
    return PackedLists(count: count) { add in
      // By statement: the last one that points at it, so that each stands there once.
      var last = [Int](repeating: -1, count: count)
      for number in 0..<count {
        func note(_ target: Ref<Statement>) {
          guard last[Int(target.index)] != number else { return }
          last[Int(target.index)] = number
          add(Int(target.index), Ref(number))
        }
        for target in columns.reliesOn[number] { note(target) }
        for case .statement(let target) in columns.after[number] { note(target) }
      }
    }
  }

  /// The thing with an id, as `[[REL-1.2]]` names it.
  package func subject(withID id: String) -> Subject? { subjects.subject(withID: id) }

  /// The statements that rely on a statement or come after it, in order.
  package func usedBy(_ statement: Ref<Statement>) -> PackedList<Ref<Statement>> {
    usedBy[Int(statement.index)]
  }

  /// The statements that are aligned to an item of a crosswalk, in order.
  package func alignedTo(_ crosswalk: Ref<Crosswalk>, item: Int) -> PackedList<AlignedStatement> {
    alignedTo[firstItems[Int(crosswalk.index)] + item]
  }

  /// The statements that cite a source, in order.
  package func citedBy(_ source: Ref<Source>) -> PackedList<Ref<Statement>> {
    citedBy[Int(source.index)]
  }
}

/// A statement that is aligned to an item of a crosswalk.
package struct AlignedStatement: Sendable {
  package let statement: Ref<Statement>

  /// The index of the alignment among those of the statement.
  package let alignment: Int
}
