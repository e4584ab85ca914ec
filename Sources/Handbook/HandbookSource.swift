package import Model
package import Output
internal import Search
package import Templates
package import Threads

/// What a handbook is made of. Nothing is worked out before a page or a list of all pages asks for it, so that one page can be
/// made alone.
package final class HandbookSource: Sendable {
  /// How the handbook is made.
  package struct Options: Sendable {
    /// Whether the handbook as one file is made as well.
    package var hasSingleFile = false

    /// Whether the words of the search and of the index are worked out at once, on threads of their own.
    package var beginsWords = false

    package init() {}
  }

  let framework: Framework
  let options: Options

  /// The files of the templates, such as style sheets.
  let assets: [OutputFile]

  private let lazySite: Lazy<Site>
  private let search: Future<SearchIndex>

  /// `downloads` are the files that the same build makes beside the handbook.
  package init(
    _ framework: Framework, _ templates: TemplateSet, _ provenance: Provenance,
    hasDownloads: Bool, downloads: Lazy<[Download]>, assets: [OutputFile], _ options: Options
  ) {
    self.framework = framework
    self.options = options
    self.assets = assets
    let statementCount = framework.contents.statements.count
    search = Future(onThread: options.beginsWords) {
      let entries = SearchEntries(framework)
      return SearchIndex(count: entries.count, address: entries.address, fill: entries.fill)
    }
    let keywords = Future(onThread: options.beginsWords && statementCount > 1000) {
      KeywordIndex(framework)
    }
    lazySite = Lazy {
      Site(
        framework, templates, provenance, hasDownloads: hasDownloads, downloads: downloads,
        keywords: keywords)
    }
  }

  var site: Site { lazySite.value }
  var index: SearchIndex { search.value }
}
