package import Model
package import Output
package import Templates

/// The handbook: pages that people read, as files below `handbook/`.
package enum Handbook {
  /// The templates that it needs, each with the record that it shows.
  package static let pages: [any AnyPageTemplate] = [
    HomePage.template, DomainPage.template, OutcomePage.template, PhaseListPage.template,
    PhasePage.template, LevelListPage.template, RoleListPage.template, RolePage.template,
    ReviewListPage.template, RecordListPage.template, RecordPage.template, DutyListPage.template,
    CrosswalkListPage.template, CrosswalkPage.template, SourceListPage.template,
    SourcePage.template, GlossaryPage.template, HistoryPage.template,
  ]

  /// All pages, in a fixed order. `compiler` is the version that pages name.
  package static func generate(
    _ framework: Framework, _ templates: TemplateSet, compiler: String
  ) -> [OutputFile] {
    let site = Site(framework, templates, compiler: compiler)
    let contents = site.contents
    let lists = Section.allCases.filter { $0.isPresent(in: contents) }.map { list($0, site) }
    return lists + contents.domains.refs.map { DomainPage.file(site, $0) }
      + contents.outcomes.refs.map { OutcomePage.file(site, $0) }
      + contents.phases.refs.map { PhasePage.file(site, $0) }
      + contents.roles.refs.map { RolePage.file(site, $0) }
      + contents.forms.refs.map { RecordPage.file(site, $0) }
      + contents.crosswalks.refs.map { CrosswalkPage.file(site, $0) }
      + contents.sources.refs.map { SourcePage.file(site, $0) }
  }

  /// The page that the menu leads to for a main part.
  private static func list(_ section: Section, _ site: Site) -> OutputFile {
    switch section {
    case .home: HomePage.file(site)
    case .phases: PhaseListPage.file(site)
    case .levels: LevelListPage.file(site)
    case .roles: RoleListPage.file(site)
    case .reviews: ReviewListPage.file(site)
    case .records: RecordListPage.file(site)
    case .duties: DutyListPage.file(site)
    case .crosswalks: CrosswalkListPage.file(site)
    case .sources: SourceListPage.file(site)
    case .glossary: GlossaryPage.file(site)
    case .history: HistoryPage.file(site)
    }
  }
}
