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

  /// Lists all pages, in a fixed order. No page is made before its bytes are asked for.
  ///
  /// `downloads` are the files that the same build makes beside the handbook; `assets` are those of the templates.
  package static func generate(
    _ framework: Framework, _ templates: TemplateSet, _ provenance: Provenance,
    downloads: [Download], assets: [OutputFile], hasSingleFile: Bool,
    _ prepared: HandbookPreparation
  ) -> [PlannedFile] {
    let site = Site(
      framework, templates, provenance, downloads: downloads, keywords: prepared.keywords)
    let pages = pages(site)
    let theme = Theme(framework.contents.identity.handbook).map { theme in
      PlannedFile(path: "handbook/" + Theme.path) { Array(theme.styleSheet.utf8) }
    }
    var files: [PlannedFile] = []
    if hasSingleFile {
      // The largest first: one that is begun last would keep one core at work and let the others wait.
      let book = Book(site, pages: pages, assets: assets)
      files.append(PlannedFile(path: singleFilePath) { book.writeSingleFile(to: $0) })
    }
    if hasBook(framework) {
      // The last, since most of it is made with its pages.
      let book = Book(site, pages: pages, assets: assets)
      files += book.pageFiles
      files.append(PlannedFile(path: "handbook/" + Book.path) { book.writePage(to: $0) })
    } else {
      files += pages.map(\.file)
    }
    if let theme { files.append(theme) }
    files += SharedParts.files(site)
    files += SearchPage.files(site, prepared.index)
    return files
  }

  /// Where the page with all of the handbook stands in the output.
  package static let bookPath = "handbook/" + Book.path

  /// Where the handbook as one file stands in the output.
  package static let singleFilePath = "handbook.html"

  /// Whether there is a page with all of the handbook.
  package static func hasBook(_ framework: Framework) -> Bool {
    framework.contents.statements.count <= Book.mostStatements
  }

  private static func pages(_ site: Site) -> [PagePlan] {
    let lists = Section.allCases.filter(site.has).map { plan($0, site) }
    return lists + bodyPages(site) + phasePages(site) + rolePages(site) + otherPages(site)
  }

  private static func plan(_ section: Section, _ site: Site) -> PagePlan {
    var basis: (@Sendable () -> Digest)?
    if section == .index { basis = { site.keywords.basis } }
    return PagePlan(path: section.path, basis: basis) { place in list(section, site, place) }
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

  /// A page for each of the things in a table.
  private static func each<Element>(
    _ table: Table<Element>, _ site: Site, _ subject: (Ref<Element>) -> Subject,
    _ render: @escaping @Sendable (Site, PagePlace, Ref<Element>) -> [UInt8]
  ) -> [PagePlan] {
    table.refs.map { ref in
      PagePlan(path: site.addresses.address(of: subject(ref))) { render(site, $0, ref) }
    }
  }

  private static func bodyPages(_ site: Site) -> [PagePlan] {
    let contents = site.contents
    return each(contents.domains, site, Subject.domain, DomainPage.render)
      + each(contents.outcomes, site, Subject.outcome, OutcomePage.render)
      + each(contents.statements, site, Subject.statement, StatementPage.render)
  }

  private static func phasePages(_ site: Site) -> [PagePlan] {
    let contents = site.contents
    return each(contents.phases, site, Subject.phase, PhasePage.render)
      + each(contents.specialisms, site, Subject.specialism, SpecialismPage.render)
      + contents.phases.refs.flatMap {
        PartPage.plan(site, site.longParts(of: $0), of: .phase($0), in: .phases)
      }
      + site.phaseComparisons.map { ComparisonPage.plan(site, $0, in: .phases) }
  }

  private static func rolePages(_ site: Site) -> [PagePlan] {
    let contents = site.contents
    return each(contents.roles, site, Subject.role, RolePage.render)
      + contents.roles.refs.flatMap {
        PartPage.plan(site, site.parts(for: $0), of: .role($0), in: .roles, for: $0)
      }
      + site.roleComparisons.map { ComparisonPage.plan(site, $0, in: .roles) }
  }

  private static func otherPages(_ site: Site) -> [PagePlan] {
    let contents = site.contents
    return each(contents.forms, site, Subject.form, RecordPage.render)
      + each(contents.crosswalks, site, Subject.crosswalk, CrosswalkPage.render)
      + contents.crosswalks.refs.flatMap { CrosswalkPartPage.plan(site, $0) }
      + each(contents.sources, site, Subject.source, SourcePage.render)
      + site.keywords.pages.indices.map { LetterPage.plan(site, $0) }
  }
}
