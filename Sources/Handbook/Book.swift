internal import Hypertext
internal import Model
internal import Output
internal import Search
internal import Synchronization
internal import Templates

/// The whole handbook as one document: a page to print, or one file to send.
struct Book: Sendable {
  static let path = "book.html"

  /// How large a framework may be for a page of it all to be of use. A single file is made whatever the size.
  static let mostStatements = 1_000

  private let site: Site
  private let pages: [PagePlan]
  private let chapters: [BookChapter]

  /// The chapters that pages have left behind for the book.
  private let made = MadeChapters()

  /// The files that a single file has to bring with it.
  private let assets: [OutputFile]

  /// `pages` are all pages of the handbook.
  init(_ site: Site, pages: [PagePlan], assets: [OutputFile]) {
    self.site = site
    self.pages = pages
    self.assets = assets
    let plans = Dictionary(
      pages.map { ($0.place.path, $0) }, uniquingKeysWith: { first, _ in first })
    chapters = BookChapter.all(site).filter { plans[$0.path] != nil }.map { chapter in
      var chapter = chapter
      chapter.plan = plans[chapter.path]
      return chapter
    }
  }

  /// All pages as files. Those that are chapters leave these behind for the page that is printed, so that none is made twice.
  var pageFiles: [PlannedFile] {
    let numbers = Dictionary(
      chapters.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    let maker = maker(isSingle: false)
    return pages.map { page in
      guard let number = numbers[page.place.path] else { return page.file }
      let (chapter, made) = (chapters[number], made)
      return page.file { bytes in made.keep(chapter.html(of: bytes, maker), as: number) }
    }
  }

  /// The page that is printed. It stands in the handbook's folder.
  func writePage(to give: ([UInt8]) -> Void) {
    write(render(isSingle: false), to: give) { [maker = maker(isSingle: false)] number in
      made.take(number) ?? chapters[number].html(maker)
    }
  }

  /// The handbook as one file, with its styles, its search and its pictures in it.
  func writeSingleFile(to give: ([UInt8]) -> Void) {
    write(render(isSingle: true), to: give) { [maker = maker(isSingle: true)] number in
      chapters[number].html(maker)
    }
  }

  private func maker(isSingle: Bool) -> ChapterMaker {
    ChapterMaker(pages: Set(chapters.map(\.path)), keepsFiles: !isSingle)
  }

  /// Writes what the template makes of gaps in the place of the chapters, and into each of these gaps its chapter.
  private func write(
    _ page: [UInt8], to give: ([UInt8]) -> Void, _ chapter: (_ number: Int) -> [UInt8]
  ) {
    for part in PageWithGaps(page).parts {
      switch part {
      case .text(let range): give(Array(page[range]))
      case .gap(let number): give(chapter(number))
      }
    }
  }

  private func render(isSingle: Bool) -> [UInt8] {
    let place = PagePlace(path: Book.path)
    let writer = PageWriter(site, place)
    let parts = isSingle ? SingleFileParts(site, assets, chapters: Set(chapters.map(\.path))) : nil
    return writer.render(BookPage.template) { record, field in
      record[field.contents] = chapters.compactMap { chapter in
        chapter.title.map { title in
          Record(in: writer.values) { record, field in
            record[field.title] = title
            record[field.address] = "#" + chapter.anchor
            record[field.depth] = String(chapter.depth)
          }
        }
      }
      record[field.chapters] = chapters.enumerated().map { number, chapter in
        Record(in: writer.values) { record, field in
          record[field.anchor] = chapter.anchor
          record[field.depth] = String(chapter.depth)
          record[field.content] = writer.values.markup(alreadySafe: PageWithGaps.gap(number))
        }
      }
      record[field.isSingle] = isSingle
      record[field.style] = parts.map { writer.values.markup(alreadySafe: $0.style) }
      record[field.script] = parts.map { writer.values.markup(alreadySafe: $0.script) }
      record[field.policy] = parts?.policy
      record[field.logo] = parts?.logo
      record[field.frame] = writer.frame(site.contents.identity.title, in: .home)
    }
  }
}

/// A page as it stands in the book.
struct BookChapter: Sendable {
  let path: String

  /// 0 for a main part, 1 for what is in it, and so on.
  let depth: Int

  /// As the table of contents names it; nil if it does not.
  let title: String?

  fileprivate var plan: PagePlan?

  private init(_ section: Section, _ site: Site) {
    path = section.path
    depth = 0
    title = section == .home ? site.contents.identity.title : section.title(site.words)
  }

  private init(_ subject: Subject, _ site: Site, depth: Int, isListed: Bool = true) {
    path = site.addresses.address(of: subject)
    self.depth = depth
    title = isListed ? site.contents.title(of: subject) : nil
  }

  var anchor: String { ChapterMaker.anchor(Address(path: path, anchor: nil)) }

  /// The chapter as it stands in the document.
  func html(_ maker: ChapterMaker) -> [UInt8] {
    html(of: plan.map { $0.render($0.place) } ?? [], maker)
  }

  /// The same, made of its page.
  func html(of page: [UInt8], _ maker: ChapterMaker) -> [UInt8] {
    maker.chapter(page, path: path, shift: depth + 1)
  }

  /// The order of the book: the body first, then time and people, then the process, then what it refers to.
  static func all(_ site: Site) -> [BookChapter] {
    let contents = site.contents
    func list(_ section: Section, _ pages: [Subject] = [], isListed: Bool = true) -> [BookChapter] {
      [BookChapter(section, site)]
        + pages.map { BookChapter($0, site, depth: 1, isListed: isListed) }
    }
    return list(.home) + contents.domains.refs.flatMap { body(site, $0) }
      + list(.phases, contents.phases.refs.map(Subject.phase))
      + contents.specialisms.refs.map { BookChapter(.specialism($0), site, depth: 1) }
      + list(.levels) + list(.roles, contents.roles.refs.map(Subject.role)) + list(.evidence)
      + list(.reviews) + list(.duties) + list(.records, contents.forms.refs.map(Subject.form))
      + list(.glossary)
      + list(.crosswalks, contents.crosswalks.refs.map(Subject.crosswalk))
      + list(.sources, contents.sources.refs.map(Subject.source), isListed: false)
      + list(.history) + list(.changes)
  }

  private static func body(_ site: Site, _ domain: Ref<Domain>) -> [BookChapter] {
    let contents = site.contents
    return [BookChapter(.domain(domain), site, depth: 0)]
      + contents.domains[domain].outcomes.flatMap { outcome in
        [BookChapter(.outcome(outcome), site, depth: 1)]
          + contents.outcomes[outcome].statements.map {
            BookChapter(.statement($0), site, depth: 2, isListed: false)
          }
      }
  }
}

/// Chapters that were made of pages before the book asks for them, each until it does.
private final class MadeChapters: Sendable {
  private let chapters = Mutex<[Int: [UInt8]]>([:])

  func keep(_ html: [UInt8], as number: Int) {
    chapters.withLock { $0[number] = html }
  }

  /// A chapter; nil if its page was not made.
  func take(_ number: Int) -> [UInt8]? {
    chapters.withLock { $0.removeValue(forKey: number) }
  }
}

/// What a single file brings with it.
private struct SingleFileParts {
  let style: [UInt8]
  let script: [UInt8]

  /// The Content-Security-Policy: nothing from outside, and no style or script but these.
  let policy: String

  /// The logo as an address that holds its bytes; nil if there is none.
  let logo: String?

  init(_ site: Site, _ assets: [OutputFile], chapters: Set<String>) {
    func asset(_ path: String) -> [UInt8] {
      assets.first { $0.path == Handbook.folder + path }?.bytes ?? []
    }
    let settings = site.contents.identity.handbook
    let theme = Theme(settings).map { Array($0.styleSheet.utf8) } ?? []
    style = ["assets/style.css", "assets/book.css"].flatMap(asset) + theme
    let entries = SearchEntries(site.framework)
    let index = SearchIndex(
      count: entries.count,
      address: { SingleFileParts.inside(entries.address(of: $0), chapters) }, fill: entries.fill)
    let collecting =
      "globalThis.ksfSearchFiles=[];globalThis.ksfSearch=(...file)=>ksfSearchFiles.push(file);\n"
    script =
      Array(collecting.utf8)
      + (index.wordFiles(below: "handbook") + index.entryFiles(below: "handbook"))
      .flatMap { $0.bytes() }
      + asset("assets/search.js")
    policy =
      "default-src 'none'; img-src data:; style-src '\(SingleFileParts.source(style))'; "
      + "script-src '\(SingleFileParts.source(script))'; base-uri 'none'; form-action 'none'"
    logo = settings.logo.flatMap { path in
      let bytes = asset(path)
      return bytes.isEmpty ? nil : "data:\(mediaType(of: path));base64,\(base64(bytes))"
    }
  }

  /// The address in the single file that stands for an address of the handbook.
  private static func inside(_ address: String, _ chapters: Set<String>) -> String {
    guard let target = Address(link: address, on: ""), chapters.contains(target.path) else {
      return "#"
    }
    return "#" + ChapterMaker.anchor(target)
  }

  /// A text by its digest, as a policy names it (CSP Level 3, section 2.3.1).
  private static func source(_ text: [UInt8]) -> String {
    "sha256-" + base64(Digest(of: text).bytes)
  }
}

/// The media type of a picture, by the ending of its name.
private func mediaType(of path: String) -> String {
  switch path.split(separator: ".").last?.lowercased() {
  case "svg": "image/svg+xml"
  case "png": "image/png"
  case "jpg", "jpeg": "image/jpeg"
  case "webp": "image/webp"
  case "gif": "image/gif"
  default: "application/octet-stream"
  }
}
