import Output

@testable import Search

/// An entry as tests write it.
struct TestEntry: Sendable {
  var address: String
  var code: String?
  var title: String
  var text = ""

  func fill(_ entry: inout SearchEntry) {
    entry.kind = "Page"
    entry.code = code
    entry.title.append(raw: title)
    entry.text.append(raw: text)
  }
}

extension SearchIndex {
  /// An index of some entries.
  init(_ entries: [TestEntry]) {
    self.init(
      count: entries.count, address: { entries[$0].address },
      fill: { entries[$0].fill(&$1) })
  }
}
