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

  /// Adds all pages to a list, in a fixed order. No page is made before its bytes are asked for.
  ///
  /// `downloads` are the files that the same build makes beside the handbook; `assets` are those of the templates.
  package static func add(
    _ framework: Framework, _ templates: TemplateSet, _ provenance: Provenance,
    downloads: [Download], assets: [OutputFile], hasSingleFile: Bool,
    _ prepared: HandbookPreparation, to files: inout [PlannedFile]
  ) {
    let site = Site(
      framework, templates, provenance, downloads: downloads, keywords: prepared.keywords)
    let pages = pages(site)
    let theme = Theme(framework.contents.identity.handbook).map { theme in
      PlannedFile(path: folder + Theme.path) { Array(theme.styleSheet.utf8) }
    }
    files.reserveCapacity(files.count + pages.count + pages.count / 8)
    let book =
      hasSingleFile || hasBook(framework) ? Book(site, pages: pages, assets: assets) : nil
    if hasSingleFile, let book {
      // The largest first: one that is begun last would keep one core at work and let the others wait.
      files.append(PlannedFile(path: singleFilePath, chunks: { book.writeSingleFile(to: $0) }))
    }
    if hasBook(framework), let book {
      // The last, since most of it is made with its pages.
      files += book.pageFiles
      files.append(PlannedFile(path: bookPath, chunks: { book.writePage(to: $0) }))
    } else {
      for page in pages { files.append(page.file) }
    }
    if let theme { files.append(theme) }
    files += SharedParts.files(site)
    files += SearchPage.files(site, prepared.index)
  }

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
    add(contents.statements, site, Subject.statement, to: &pages, StatementPage.render)
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
