internal import Model

/// Which items of other frameworks are covered by current statements.
struct Coverage {
  /// By crosswalk and item: whether a statement is aligned to it.
  private(set) var isCovered: [[Bool]]

  init(_ draft: Draft) {
    isCovered = draft.contents.crosswalks.elements.map { crosswalk in
      Array(repeating: false, count: crosswalk.items.count)
    }
    let alignments = draft.table.alignments
    for ref in draft.currentStatements {
      alignments.forEach(of: Int(ref.index), by: 3) { number in
        isCovered[number(0)][number(1)] = true
      }
    }
  }
}
