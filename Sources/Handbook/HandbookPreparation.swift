package import Model
package import Search
internal import Threads

/// What of a handbook takes longest to work out and needs nothing but the framework. It goes on while the rest is planned.
package final class HandbookPreparation: Sendable {
  private let search: Pending<SearchIndex>
  private let words: Pending<KeywordIndex>

  /// What is remembered of the words of the search, and of those of the index from A to Z.
  package typealias Remembered = (search: RememberedWords, keywords: RememberedWords)

  /// `remembered` is nil if nothing is to be remembered.
  package init(_ framework: Framework, remembered: Remembered?) {
    search = Pending {
      let entries = SearchEntries(framework)
      // The files that show it have a basis.
      return Reading.unnoted {
        SearchIndex(
          count: entries.count, remembered: remembered?.search, address: entries.address,
          fill: entries.fill)
      }
    }
    // Here as well.
    words = Pending(isWorthThread: framework.contents.statements.count > 1000) {
      Reading.unnoted { KeywordIndex(framework, remembered: remembered?.keywords) }
    }
  }

  var index: SearchIndex { search.value }
  var keywords: KeywordIndex { words.value }
}
