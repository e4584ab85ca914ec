internal import Markup
internal import Model
internal import Templates

/// What all pages are made from, and what they share so that none of them looks through the whole framework.
///
/// A class, so that a page which holds on to it counts one reference.
final class Site: Sendable {
  let framework: Framework
  let templates: TemplateSet
  let provenance: Provenance
  let downloads: [Download]
  let index: SiteIndex
  let terms: TermFinder

  /// What turns Markdown into HTML, by depth of folders.
  let renderers: [MarkdownRenderer]

  let keywords: KeywordIndex

  /// The parts of every page that do not depend on it; see `FrameBases`.
  let frames: FrameBases

  let headings: Headings

  let shared: SharedValues

  init(
    _ framework: Framework, _ templates: TemplateSet, _ provenance: Provenance,
    downloads: [Download], keywords: @autoclosure () -> KeywordIndex
  ) {
    self.framework = framework
    self.templates = templates
    self.provenance = provenance
    self.downloads = downloads
    index = SiteIndex(framework)
    terms = TermFinder(framework.contents.terms)
    renderers = (0...PagePlace.deepest).map { MarkdownRenderer(framework, depth: $0) }
    frames = FrameBases(framework, provenance, hasDownloads: !downloads.isEmpty)
    headings = Headings(framework.contents)
    shared = SharedValues(framework)
    // The last, since it is made beside all else.
    self.keywords = keywords()
  }

  var contents: Contents { framework.contents }
  var words: Vocabulary { framework.contents.identity.vocabulary }
  var addresses: Addresses { Addresses(framework: framework) }

  /// How many statements a page lists at most before it is divided.
  static let mostOnOnePage = 400

  /// How many statements of a role a domain has to have, on average, for each to have a page of its own: nobody looks for two
  /// thousand pages of a few lines. Otherwise as many neighbours share one as have so many together.
  static let leastForOwnPage = 20
  static let mostFromSeveralDomains = 100

  func has(_ section: Section) -> Bool {
    section.isPresent(
      in: contents, hasDownloads: !downloads.isEmpty,
      hasEditions: provenance.hasEarlierEditions)
  }
}
