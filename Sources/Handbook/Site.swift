internal import Markup
internal import Model
internal import Templates
internal import Threads

/// The data that all pages are made from. Pages share it, so that none of them looks through the whole framework.
///
/// A class, so that a page which holds on to it counts one reference.
final class Site: Sendable {
  let framework: Framework
  let templates: TemplateSet
  let provenance: Provenance
  let hasDownloads: Bool
  let index: SiteIndex
  let terms: TermFinder

  /// The renderers of Markdown, by depth of folders.
  let renderers: [MarkdownRenderer]

  private let lazyDownloads: Lazy<[Download]>
  private let lazyKeywords: Future<KeywordIndex>

  /// The parts of every page that do not depend on it; see `FrameBases`.
  let frames: FrameBases

  let headings: Headings

  let shared: SharedValues

  init(
    _ framework: Framework, _ templates: TemplateSet, _ provenance: Provenance,
    hasDownloads: Bool, downloads: Lazy<[Download]>, keywords: Future<KeywordIndex>
  ) {
    self.framework = framework
    self.templates = templates
    self.provenance = provenance
    self.hasDownloads = hasDownloads
    lazyDownloads = downloads
    lazyKeywords = keywords
    index = SiteIndex(framework)
    terms = TermFinder(framework.contents.terms)
    renderers = (0...PagePlace.deepest).map { MarkdownRenderer(framework, depth: $0) }
    frames = FrameBases(framework, provenance, hasDownloads: hasDownloads)
    headings = Headings(framework.contents)
    shared = SharedValues(framework)
  }

  /// The files that the same build makes beside the handbook.
  var downloads: [Download] { lazyDownloads.value }

  /// The words of the index from A to Z.
  var keywords: KeywordIndex { lazyKeywords.value }

  var contents: Contents { framework.contents }
  var words: Vocabulary { framework.contents.identity.vocabulary }
  var addresses: Addresses { Addresses(framework: framework) }

  /// The number of statements above which a page is divided.
  static let mostOnOnePage = 400

  /// How many statements of a role a domain has to have, on average, for each to have a page of its own: nobody looks for two
  /// thousand pages of a few lines. Otherwise as many neighbours share one as have so many together.
  static let leastForOwnPage = 20
  static let mostFromSeveralDomains = 100

  func has(_ section: Section) -> Bool {
    section.isPresent(
      in: contents, hasDownloads: hasDownloads,
      hasEditions: provenance.hasEarlierEditions)
  }
}
