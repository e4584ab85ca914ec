internal import Markup
internal import Model
internal import Output
internal import Templates

/// Makes links and markup as one page needs them, and keeps the terms that were explained on it.
struct PageWriter {
  let site: Site
  let place: PagePlace
  private let renderer: MarkdownRenderer
  private let terms: TermsOnPage

  init(_ site: Site, _ place: PagePlace) {
    self.site = site
    self.place = place
    terms = TermsOnPage(site.explainsTerms ? site.terms : TermFinder(Table()))
    renderer = MarkdownRenderer { id in
      guard let subject = site.framework.links.subject(withID: id) else { return nil }
      let address = place.link(to: site.addresses.address(of: subject))
      if case .statement = subject {
        return MarkdownRenderer.Target(address: address, label: id)
      }
      return MarkdownRenderer.Target(address: address, label: site.framework.title(of: subject))
    }
  }

  /// Markdown as blocks of HTML; nil if there is none. Terms are marked where they come first on the page.
  func blocks(_ text: Markdown?) -> SafeMarkup? {
    guard let text, !text.isEmpty else { return nil }
    var buffer = ByteBuffer()
    renderer.appendHTML(text.markdown, to: &buffer, marking: terms.marker)
    return SafeMarkup(buffer)
  }

  /// The same without marks: for definitions, and for what every page repeats.
  func bareBlocks(_ text: Markdown?) -> SafeMarkup? {
    guard let text, !text.isEmpty else { return nil }
    var buffer = ByteBuffer()
    renderer.appendHTML(text.markdown, to: &buffer)
    return SafeMarkup(buffer)
  }

  /// One paragraph of Markdown as the HTML inside a paragraph.
  func inline(_ text: Markdown) -> SafeMarkup {
    var buffer = ByteBuffer()
    renderer.appendInlineHTML(text.markdown, to: &buffer, marking: terms.marker)
    return SafeMarkup(buffer)
  }

  /// The same without marks: for lines that only lead elsewhere.
  func bareInline(_ text: Markdown) -> SafeMarkup {
    var buffer = ByteBuffer()
    renderer.appendInlineHTML(text.markdown, to: &buffer)
    return SafeMarkup(buffer)
  }

  func plain(_ text: Markdown) -> String { renderer.plainText(text.markdown) }

  func address(of subject: Subject) -> String {
    place.link(to: site.addresses.address(of: subject))
  }

  /// The terms that have been marked, in the order of the page.
  var markedTerms: [Int] { terms.found }
}

extension PageWriter {
  func link(to subject: Subject) -> Record<LinkItem> {
    LinkItem.record(site.framework.title(of: subject), address(of: subject))
  }

  /// Links to things; nil if there are none.
  func links(to subjects: [Subject]) -> Record<LinkList>? {
    guard !subjects.isEmpty else { return nil }
    return Record { record, field in record[field.items] = subjects.map(link) }
  }

  /// A link to a main page, for the trail.
  func trailLink(_ section: Section) -> Record<LinkItem> {
    LinkItem.record(section.title(site.words), place.link(to: section.path))
  }

  /// A language other than the framework's; nil if it is the same.
  func foreign(_ language: String?) -> String? {
    language == site.contents.identity.language ? nil : language
  }
}
