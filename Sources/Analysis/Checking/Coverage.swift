internal import Model

/// The items of other frameworks that current statements cover.
struct Coverage {
  /// By crosswalk and item: whether a statement is aligned to it.
  private(set) var isCovered: [[Bool]]

  init(_ draft: Draft) {
    isCovered = draft.contents.crosswalks.elements.map { crosswalk in
      Array(repeating: false, count: crosswalk.items.count)
    }
    for ref in draft.currentStatements {
      for alignment in draft.statements[ref].alignments {
        isCovered[Int(alignment.crosswalk.index)][alignment.item] = true
      }
    }
  }
}
