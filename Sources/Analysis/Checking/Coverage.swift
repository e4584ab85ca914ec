internal import Model

/// Which items of other frameworks are covered by current statements.
struct Coverage {
  /// By crosswalk and item: whether a statement is aligned to it.
  private(set) var isCovered: [[Bool]]

  init(_ draft: Draft) {
    isCovered = draft.contents.crosswalks.elements.map { crosswalk in
      Array(repeating: false, count: crosswalk.items.count)
    }
    let statements = draft.statements
    for ref in draft.currentStatements {
      for alignment in statements[ref].alignments {
        isCovered[Int(alignment.crosswalk.index)][alignment.item] = true
      }
    }
  }
}
