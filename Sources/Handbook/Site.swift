internal import Markup
internal import Model
internal import Output
internal import Templates

/// What all pages are made from.
struct Site: Sendable {
  let framework: Framework
  let templates: TemplateSet
  let compiler: String

  init(_ framework: Framework, _ templates: TemplateSet, compiler: String) {
    self.framework = framework
    self.templates = templates
    self.compiler = compiler
  }

  var contents: Contents { framework.contents }
  var words: Vocabulary { framework.contents.identity.vocabulary }

  /// Renders a page into its file.
  func file<Fields: RecordShape>(
    _ place: PagePlace, _ template: PageTemplate<Fields>, _ record: Record<Fields>
  ) -> OutputFile {
    var buffer = ByteBuffer(reserving: 16 << 10)
    templates.render(template, record, into: &buffer)
    return OutputFile(path: "handbook/" + place.path, bytes: buffer.bytes)
  }
}

/// A page's own address, from which its links are counted.
struct PagePlace: Sendable {
  /// Below the handbook's folder.
  let path: String

  /// The way from the page back to the handbook's folder: `` or `../`.
  var root: String { path.contains("/") ? "../" : "" }

  /// The address of another page as a link on this one.
  func link(to address: String) -> String { root + address }
}

/// Where things stand in the handbook, as addresses relative to its folder.
struct Addresses {
  let contents: Contents

  func address(of subject: Subject) -> String {
    switch subject {
    case .framework: "index.html"
    case .kind: "index.html#kinds_"
    case .phase(let ref): "phases/\(contents.phases[ref].id).html"
    case .specialism(let ref): specialism(ref)
    case .role(let ref): "roles/\(contents.roles[ref].id).html"
    case .evidenceType(let ref): "roles.html#\(contents.evidenceTypes[ref].id)"
    case .domain(let ref): "domains/\(contents.domains[ref].id).html"
    case .outcome(let ref): "outcomes/\(contents.outcomes[ref].id).html"
    case .statement(let ref): statement(ref)
    case .level(let ref): "levels.html#\(contents.levels[ref].id)"
    case .result(let ref): "reviews.html#\(contents.results[ref].id)"
    case .duty(let ref): "duties.html#\(contents.duties[ref].id)"
    case .review(let ref): "reviews.html#\(contents.reviews[ref].id)"
    case .form(let ref): "records/\(contents.forms[ref].id).html"
    case .source(let ref): "sources/\(contents.sources[ref].id).html"
    case .crosswalk(let ref): "crosswalks/\(contents.crosswalks[ref].id).html"
    }
  }

  private func statement(_ ref: Ref<Statement>) -> String {
    let statement = contents.statements[ref]
    return "outcomes/\(contents.outcomes[statement.outcome].id).html#\(statement.id)"
  }

  private func specialism(_ ref: Ref<Specialism>) -> String {
    let specialism = contents.specialisms[ref]
    guard let phase = specialism.phase else { return "index.html" }
    return "phases/\(contents.phases[phase].id).html#\(specialism.id)"
  }
}

/// Makes links and markup as one page needs them.
struct PageWriter: Sendable {
  let site: Site
  let place: PagePlace
  private let renderer: MarkdownRenderer

  init(_ site: Site, _ place: PagePlace) {
    self.site = site
    self.place = place
    renderer = MarkdownRenderer { id in
      guard let subject = site.framework.links.subject(withID: id) else { return nil }
      let address = place.link(to: Addresses(contents: site.contents).address(of: subject))
      if case .statement = subject {
        return MarkdownRenderer.Target(address: address, label: id)
      }
      return MarkdownRenderer.Target(address: address, label: site.framework.title(of: subject))
    }
  }

  /// Markdown as blocks of HTML; nil if there is none.
  func blocks(_ text: Markdown?) -> SafeMarkup? {
    guard let text, !text.isEmpty else { return nil }
    var buffer = ByteBuffer()
    renderer.appendHTML(text.markdown, to: &buffer)
    return SafeMarkup(buffer)
  }

  /// One paragraph of Markdown as the HTML inside a paragraph.
  func inline(_ text: Markdown) -> SafeMarkup {
    var buffer = ByteBuffer()
    renderer.appendInlineHTML(text.markdown, to: &buffer)
    return SafeMarkup(buffer)
  }

  func plain(_ text: Markdown) -> String { renderer.plainText(text.markdown) }

  func address(of subject: Subject) -> String {
    place.link(to: Addresses(contents: site.contents).address(of: subject))
  }
}
