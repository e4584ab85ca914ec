package import Model
internal import Search
internal import Threads

/// What of a handbook takes longest to work out and needs nothing but the framework. It goes on while the rest is planned.
package final class HandbookPreparation: Sendable {
  private let search: Pending<SearchIndex>

  package init(_ framework: Framework) {
    search = Pending {
      let (count, entry) = framework.searchEntries()
      // The files that show it take note of all texts.
      return Reading.unnoted { SearchIndex(count: count, entry: entry) }
    }
  }

  var index: SearchIndex { search.value }
}
