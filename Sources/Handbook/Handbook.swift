package import Model
package import Output
package import Templates

/// The handbook: pages that people read, as files below `handbook/`.
package enum Handbook {
  /// The templates that it needs, each with the record that it shows.
  package static let pages: [any AnyPageTemplate] = [
    HomePage.template, DomainListPage.template, DomainPage.template, OutcomePage.template,
    StatementPage.template, PhaseListPage.template, PhasePage.template, SpecialismPage.template,
    PartPage.template, ComparisonPage.template, LevelListPage.template, RoleListPage.template,
    RolePage.template, EvidenceListPage.template, ReviewListPage.template,
    RecordListPage.template, RecordPage.template, DutyListPage.template,
    CrosswalkListPage.template, CrosswalkPage.template, CrosswalkPartPage.template,
    SourceListPage.template, SourcePage.template, GlossaryPage.template, IndexPage.template,
    LetterPage.template,
    HistoryPage.template, ChangesPage.template, DownloadsPage.template, AccessibilityPage.template,
    SearchPage.template, SharedParts.template, BookPage.template,
  ]

  /// The folder of the output in which all pages stand.
  static let folder = "handbook/"

  package static let format = OutputFormat<HandbookSource>(
    id: "handbook", title: "Handbook", start: "handbook/index.html",
    otherFiles: [singleFilePath, pdfPath],
    downloads: DownloadSection(
      title: "The whole handbook", summary: "On one page, to print or to keep."),
    plan: { plan($0) }, find: { find($0, $1) })

  /// All pages in a fixed order. No page is made before its bytes are asked for.
  private static func plan(_ source: HandbookSource) -> [PlannedFile] {
    let (site, hasSingleFile) = (source.site, source.options.hasSingleFile)
    let pages = pages(site)
    var files: [PlannedFile] = []
    files.reserveCapacity(pages.count + pages.count / 8)
    let book =
      hasSingleFile || hasBook(source.framework)
      ? Book(site, pages: pages, assets: source.assets) : nil
    if hasSingleFile, let book {
      // The largest first: one that is begun last would keep one core at work and let the others wait.
      files.append(PlannedFile(path: singleFilePath, chunks: { book.writeSingleFile(to: $0) }))
    }
    if hasBook(source.framework), let book {
      // The last, since most of it is made with its pages.
      files += book.pageFiles
      files.append(PlannedFile(path: bookPath, chunks: { book.writePage(to: $0) }))
    } else {
      for page in pages { files.append(page.file) }
    }
    files += theme(source)
    files += SharedParts.files(site)
    files += SearchPage.files(site, source.index)
    return files + source.assets.map(PlannedFile.init)
  }

  /// The colours that the framework chooses.
  private static func theme(_ source: HandbookSource) -> [PlannedFile] {
    let theme = Theme(source.framework.contents.identity.handbook)
    return theme.map { theme in
      [PlannedFile(path: folder + Theme.path) { Array(theme.styleSheet.utf8) }]
    } ?? []
  }

  /// One file, by its path. What is not the page of a thing or of a main part is looked for among all files.
  private static func find(_ path: String, _ source: HandbookSource) -> PlannedFile? {
    if let asset = source.assets.first(where: { $0.path == path }) { return PlannedFile(asset) }
    if path == folder + Theme.path { return theme(source).first }
    guard path.hasPrefix(folder), path.hasSuffix(".html") else {
      return plan(source).first { $0.path == path }
    }
    let site = source.site
    let address = path.dropFirst(folder.utf8.count)
    if let section = Section.allCases.first(where: { $0.path == address }), site.has(section) {
      return plan(section, site).file
    }
    let name = address.split(separator: "/").last ?? address
    let page = site.framework.links.subject(withID: String(name.dropLast(".html".utf8.count)))
      .flatMap { plan($0, site) }
    return page.flatMap { $0.path == path ? $0.file : nil }
      ?? plan(source).first { $0.path == path }
  }

  /// The page of a thing; nil for what has none of its own.
  private static func plan(_ subject: Subject, _ site: Site) -> PagePlan? {
    func page<Element>(
      _ ref: Ref<Element>,
      _ render: @escaping @Sendable (Site, PagePlace, Ref<Element>) -> [UInt8]
    ) -> PagePlan { PagePlan(site.addresses.parts(of: subject), site, ref, render) }
    return switch subject {
    case .domain(let ref): page(ref, DomainPage.render)
    case .outcome(let ref): page(ref, OutcomePage.render)
    case .statement(let ref): page(ref, StatementPage.render)
    case .phase(let ref): page(ref, PhasePage.render)
    case .specialism(let ref): page(ref, SpecialismPage.render)
    case .role(let ref): page(ref, RolePage.render)
    case .form(let ref): page(ref, RecordPage.render)
    case .crosswalk(let ref): page(ref, CrosswalkPage.render)
    case .source(let ref): page(ref, SourcePage.render)
    case .framework, .kind, .evidenceType, .level, .result, .duty, .review: nil
    }
  }

  /// Where a PDF of the handbook stands in the output.
  package static let pdfPath = "handbook.pdf"

  /// Where the page with all of the handbook stands in the output.
  package static let bookPath = folder + Book.path

  /// Where the handbook as one file stands in the output.
  package static let singleFilePath = "handbook.html"

  /// Whether there is a page with all of the handbook.
  package static func hasBook(_ framework: Framework) -> Bool {
    framework.contents.statements.count <= Book.mostStatements
  }

  private static func pages(_ site: Site) -> [PagePlan] {
    // One list to which all is added: there are tens of thousands.
    var pages = Section.allCases.filter(site.has).map { plan($0, site) }
    pages.reserveCapacity(site.contents.statements.count * 5 / 4)
    addBody(site, to: &pages)
    addPhases(site, to: &pages)
    addRoles(site, to: &pages)
    addOthers(site, to: &pages)
    return pages
  }

  private static func plan(_ section: Section, _ site: Site) -> PagePlan {
    PagePlan(section.path) { place in list(section, site, place) }
  }

  /// The page that the menu leads to for a main part.
  private static func list(_ section: Section, _ site: Site, _ place: PagePlace) -> [UInt8] {
    switch section {
    case .home: HomePage.render(site, place)
    case .domains: DomainListPage.render(site, place)
    case .phases: PhaseListPage.render(site, place)
    case .levels: LevelListPage.render(site, place)
    case .roles: RoleListPage.render(site, place)
    case .evidence: EvidenceListPage.render(site, place)
    case .reviews: ReviewListPage.render(site, place)
    case .records: RecordListPage.render(site, place)
    case .duties: DutyListPage.render(site, place)
    case .crosswalks: CrosswalkListPage.render(site, place)
    case .sources: SourceListPage.render(site, place)
    case .glossary: GlossaryPage.render(site, place)
    case .index: IndexPage.render(site, place)
    case .history: HistoryPage.render(site, place)
    case .changes: ChangesPage.render(site, place)
    case .downloads: DownloadsPage.render(site, place)
    case .accessibility: AccessibilityPage.render(site, place)
    }
  }

  /// Adds a page for each of the things in a table.
  private static func add<Element>(
    _ table: Table<Element>, _ site: Site, _ subject: (Ref<Element>) -> Subject,
    to pages: inout [PagePlan],
    _ render: @escaping @Sendable (Site, PagePlace, Ref<Element>) -> [UInt8]
  ) {
    let addresses = site.addresses
    for index in 0..<table.count {
      let ref = Ref<Element>(index)
      pages.append(PagePlan(addresses.parts(of: subject(ref)), site, ref, render))
    }
  }

  private static func addBody(_ site: Site, to pages: inout [PagePlan]) {
    let contents = site.contents
    add(contents.domains, site, Subject.domain, to: &pages, DomainPage.render)
    add(contents.outcomes, site, Subject.outcome, to: &pages, OutcomePage.render)
    for ref in contents.statements.refs {
      pages.append(
        PagePlan(site.addresses.parts(of: .statement(ref)), site, ref, StatementPage.render))
    }
  }

  private static func addPhases(_ site: Site, to pages: inout [PagePlan]) {
    let contents = site.contents
    add(contents.phases, site, Subject.phase, to: &pages, PhasePage.render)
    add(contents.specialisms, site, Subject.specialism, to: &pages, SpecialismPage.render)
    for ref in contents.phases.refs {
      pages += PartPage.plan(site, site.longParts(of: ref), of: .phase(ref), in: .phases)
    }
    pages += site.phaseComparisons.map { ComparisonPage.plan(site, $0, in: .phases) }
  }

  private static func addRoles(_ site: Site, to pages: inout [PagePlan]) {
    let contents = site.contents
    add(contents.roles, site, Subject.role, to: &pages, RolePage.render)
    for ref in contents.roles.refs {
      pages += PartPage.plan(site, site.parts(for: ref), of: .role(ref), in: .roles, for: ref)
    }
    pages += site.roleComparisons.map { ComparisonPage.plan(site, $0, in: .roles) }
  }

  private static func addOthers(_ site: Site, to pages: inout [PagePlan]) {
    let contents = site.contents
    add(contents.forms, site, Subject.form, to: &pages, RecordPage.render)
    add(contents.crosswalks, site, Subject.crosswalk, to: &pages, CrosswalkPage.render)
    for ref in contents.crosswalks.refs { pages += CrosswalkPartPage.plan(site, ref) }
    add(contents.sources, site, Subject.source, to: &pages, SourcePage.render)
    pages += site.keywords.pages.indices.map { LetterPage.plan(site, $0) }
  }
}
