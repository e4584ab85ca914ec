package import Model
package import Output
package import Templates

/// The handbook: pages that people read, as files below `handbook/`.
package enum Handbook {
  /// The templates that it needs, each with the record that it shows.
  package static let pages: [any AnyPageTemplate] = [
    HomePage.template, DomainPage.template, OutcomePage.template, PhaseListPage.template,
    PhasePage.template, RoleListPage.template, RolePage.template, GlossaryPage.template,
    SourceListPage.template, SourcePage.template,
  ]

  /// All pages, in a fixed order. `compiler` is the version that pages name.
  package static func generate(
    _ framework: Framework, _ templates: TemplateSet, compiler: String
  ) -> [OutputFile] {
    let site = Site(framework, templates, compiler: compiler)
    var files = [HomePage.file(site)]
    files += site.contents.domains.refs.map { DomainPage.file(site, $0) }
    files += site.contents.outcomes.refs.map { OutcomePage.file(site, $0) }
    if !site.contents.phases.isEmpty {
      files.append(PhaseListPage.file(site))
      files += site.contents.phases.refs.map { PhasePage.file(site, $0) }
    }
    if !site.contents.roles.isEmpty {
      files.append(RoleListPage.file(site))
      files += site.contents.roles.refs.map { RolePage.file(site, $0) }
    }
    if !site.contents.terms.isEmpty { files.append(GlossaryPage.file(site)) }
    if !site.contents.sources.isEmpty {
      files.append(SourceListPage.file(site))
      files += site.contents.sources.refs.map { SourcePage.file(site, $0) }
    }
    return files
  }
}
