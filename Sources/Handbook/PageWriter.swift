internal import Markup
internal import Model
internal import Output
internal import Templates

/// Makes one page: its values, and the links and the markup on it.
///
/// A class, since all that writes on the page shares it.
final class PageWriter {
  let site: Site
  let place: PagePlace

  /// What the page shows.
  let values: PageValues

  /// The links that pages in this folder share; nil if they share none.
  private let links: SharedLinks?

  private let renderer: MarkdownRenderer
  private let marker: TextMarker?

  /// What stands before the ids of statements in the addresses of their pages.
  private let wayToStatements: String

  init(_ site: Site, _ place: PagePlace) {
    self.site = site
    self.place = place
    values = PageValues(sharing: site.shared.values)
    links = site.shared.links(in: place.folder)
    marker = site.terms.isEmpty ? nil : TermsOnPage(site, depth: place.depth).marker
    renderer = site.renderers[place.depth]
    wayToStatements =
      place.folder == Addresses.statements ? "" : place.root + Addresses.statements
  }

  /// Makes the page's bytes; `fill` gets its record empty.
  func render<Fields: RecordShape>(
    _ template: PageTemplate<Fields>, _ fill: (inout Record<Fields>, Fields) -> Void
  ) -> [UInt8] {
    site.templates.render(template, Record(in: values, fill), in: values)
  }

  /// Markdown as blocks of HTML; nil if there is none. Terms are marked where they come first on the page.
  func blocks(_ text: Markdown?) -> SafeMarkup? {
    guard let text, !text.isEmpty else { return nil }
    return values.markup { buffer in
      text.withBytes { renderer.appendHTML($0, to: &buffer, marking: marker) }
      buffer.removeLastLineBreak()
    }
  }

  /// The same without marks, for definitions.
  func bareBlocks(_ text: Markdown?) -> SafeMarkup? {
    guard let text, !text.isEmpty else { return nil }
    return values.markup { buffer in
      text.withBytes { renderer.appendHTML($0, to: &buffer) }
      buffer.removeLastLineBreak()
    }
  }

  /// One paragraph of Markdown as the HTML inside a paragraph.
  func inline(_ text: Markdown) -> SafeMarkup {
    values.markup { buffer in
      text.withBytes { renderer.appendInlineHTML($0, to: &buffer, marking: marker) }
    }
  }

  /// The same without marks: for lines that only lead elsewhere.
  func bareInline(_ text: String) -> SafeMarkup {
    values.markup { renderer.appendInlineHTML(text, to: &$0) }
  }

  func bareInline(_ text: Markdown) -> SafeMarkup {
    text.withBytes { bytes in
      // Thousands of lines are shown, and most of them are copied as they are.
      if let plain = MarkdownRenderer.plainHTML(bytes) { return values.markup(alreadySafe: plain) }
      return values.markup { renderer.appendInlineHTML(bytes, to: &$0) }
    }
  }

  func plain(_ text: Markdown) -> String { text.withBytes(renderer.plainText) }

  func appendPlain(_ text: Markdown, to buffer: inout ByteBuffer) {
    text.withBytes { renderer.appendPlainText($0, to: &buffer) }
  }

  /// The address of a thing as a link on this page.
  func way(to subject: Subject) -> PageText {
    values.way(to: site.addresses.parts(of: subject), from: place)
  }

  /// The id of a statement, and the address of its page as a link on this one.
  func idAndWay(to statement: Statement) -> (id: PageText, address: PageText) {
    let (id, ending) = (statement.id, ".html")
    let address = values.plainText(wayToStatements, id, ending)
    return (address.suffix(id.utf8.count, before: ending.utf8.count), address)
  }

  func address(of subject: Subject) -> String {
    place.link(to: site.addresses.address(of: subject))
  }
}

extension PageWriter {
  func linkItem(_ title: PageText, _ address: PageText) -> Record<LinkItem> {
    Record(in: values) { record, field in
      record[field.title] = title
      record[field.address] = address
    }
  }

  func linkItem(_ title: String, _ address: PageText) -> Record<LinkItem> {
    linkItem(values.text(title), address)
  }

  func linkItem(_ title: String, _ address: String) -> Record<LinkItem> {
    linkItem(values.text(title), values.text(address))
  }

  func link(to subject: Subject) -> Record<LinkItem> {
    links?[subject] ?? linkItem(site.framework.title(of: subject), way(to: subject))
  }

  /// Links to things; nil if there are none.
  func links<Element>(
    to elements: some RandomAccessCollection<Element>, _ subject: (Element) -> Subject
  ) -> Record<LinkList>? {
    guard !elements.isEmpty else { return nil }
    return Record(in: values) { record, field in
      record[field.items] = values.list(elements) { link(to: subject($0)) }
    }
  }

  func links(to subjects: [Subject]) -> Record<LinkList>? { links(to: subjects) { $0 } }

  /// A link to a main page, for the trail.
  func trailLink(_ section: Section) -> Record<LinkItem> {
    linkItem(site.frames.title(of: section), values.text(place.root, section.path))
  }

  /// A language other than the framework's; nil if it is the same.
  func foreign(_ language: String?) -> String? {
    language == site.contents.identity.language ? nil : language
  }
}
