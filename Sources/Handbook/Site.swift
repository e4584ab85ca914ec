internal import Model
internal import Output
internal import Templates

/// What all pages are made from, and what they share so that none of them looks through the whole framework.
struct Site: Sendable {
  let framework: Framework
  let templates: TemplateSet
  let provenance: Provenance
  let downloads: [Download]
  let index: SiteIndex
  let terms: TermFinder
  let keywords: KeywordIndex

  /// The parts of every page that do not depend on it; see `FrameBases`.
  private let frames: FrameBases

  /// Whether terms are explained on the page, as they are not in a book, which has the glossary in it.
  private(set) var explainsTerms = true

  init(
    _ framework: Framework, _ templates: TemplateSet, _ provenance: Provenance,
    downloads: [Download]
  ) {
    self.framework = framework
    self.templates = templates
    self.provenance = provenance
    self.downloads = downloads
    index = SiteIndex(framework)
    terms = TermFinder(framework.contents.terms)
    // Pages that show it take note of all that it was made from.
    keywords = Reading.unnoted { KeywordIndex(framework.contents) }
    frames = FrameBases(framework, provenance, hasDownloads: !downloads.isEmpty)
  }

  /// The same for pages that become chapters of a book.
  var forBook: Site {
    var site = self
    site.explainsTerms = false
    return site
  }

  var contents: Contents { framework.contents }
  var words: Vocabulary { framework.contents.identity.vocabulary }
  var addresses: Addresses { Addresses(contents: contents) }

  /// How many statements a page lists at most before it is divided.
  static let mostOnOnePage = 400

  func frame(_ place: PagePlace, _ section: Section) -> Record<Frame> {
    frames.frame(depth: place.depth, section)
  }

  func has(_ section: Section) -> Bool {
    section.isPresent(
      in: contents, hasDownloads: !downloads.isEmpty,
      hasEditions: provenance.hasEarlierEditions)
  }

  /// Renders a page.
  func render<Fields: RecordShape>(
    _ template: PageTemplate<Fields>, _ record: Record<Fields>
  ) -> [UInt8] {
    var buffer = ByteBuffer(reserving: 16 << 10)
    templates.render(template, record, into: &buffer)
    return buffer.bytes
  }
}
