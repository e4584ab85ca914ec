package import Model
package import Search
internal import Threads

/// What of a handbook takes longest to work out and needs nothing but the framework. It goes on while the rest is planned.
package final class HandbookPreparation: Sendable {
  private let search: Pending<SearchIndex>
  private let words: Pending<KeywordIndex>

  /// `remembered` is nil if nothing is to be remembered.
  package init(_ framework: Framework, remembered: RememberedWords?) {
    search = Pending {
      let entries = SearchEntries(framework)
      // The files that show it have a basis.
      return Reading.unnoted {
        SearchIndex(
          count: entries.count, remembered: remembered, address: entries.address,
          fill: entries.fill)
      }
    }
    // Here as well.
    words = Pending(isWorthThread: framework.contents.statements.count > 1000) {
      Reading.unnoted { KeywordIndex(framework) }
    }
  }

  var index: SearchIndex { search.value }
  var keywords: KeywordIndex { words.value }
}
