package import Model
internal import Search
internal import Threads

/// What of a handbook takes longest to work out and needs nothing but the framework. It goes on while the rest is planned.
package final class HandbookPreparation: Sendable {
  private let search: Pending<SearchIndex>
  private let words: Pending<KeywordIndex>

  /// `memory` is nil if nothing is to be remembered.
  package init(_ framework: Framework, memory: SearchMemory?) {
    let statements = framework.contents.statements.count
    let known = memory.map { memory in
      // Nothing else that can be found is made of the texts of statements.
      RememberedWords(
        bytes: memory.bytes, isSame: { $0 >= statements || memory.isSame($0) }, keep: memory.keep)
    }
    search = Pending {
      let (count, entry) = framework.searchEntries()
      // The files that show it have a basis.
      return Reading.unnoted { SearchIndex(count: count, remembered: known, entry: entry) }
    }
    // Here as well.
    words = Pending(isWorthThread: statements > 1000) {
      Reading.unnoted { KeywordIndex(framework.contents) }
    }
  }

  var index: SearchIndex { search.value }
  var keywords: KeywordIndex { words.value }
}
