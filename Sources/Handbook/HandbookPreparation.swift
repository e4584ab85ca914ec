package import Model
internal import Search
internal import Threads

/// What of a handbook takes longest to work out and needs nothing but the framework. It goes on while the rest is planned.
package final class HandbookPreparation: Sendable {
  private let search: Pending<SearchIndex>
  private let words: Pending<KeywordIndex>

  package init(_ framework: Framework) {
    search = Pending {
      let entries = SearchEntries(framework)
      return SearchIndex(count: entries.count, address: entries.address, fill: entries.fill)
    }
    words = Pending(isWorthThread: framework.contents.statements.count > 1000) {
      KeywordIndex(framework)
    }
  }

  var index: SearchIndex { search.value }
  var keywords: KeywordIndex { words.value }
}
