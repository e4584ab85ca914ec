/// The templates and assets that come with the program, as they stand in `templates/`.
///
/// They are part of the binary, so that it needs nothing beside it. A project may replace any of them by a file of the same path in its
/// own `templates/` folder.
package enum DefaultTemplates {
  /// Each file's path below `templates/`, and its bytes. A test compares the list with the folder.
  package static let files: [(path: String, bytes: [UInt8])] = [
    ("checklists/action-list.md.mustache", PackageResources.action_list_md_mustache),
    ("checklists/checklist-opening.md.mustache", PackageResources.checklist_opening_md_mustache),
    ("checklists/checklist-people.md.mustache", PackageResources.checklist_people_md_mustache),
    ("checklists/checklist.md.mustache", PackageResources.checklist_md_mustache),
    ("checklists/duty-checklist.md.mustache", PackageResources.duty_checklist_md_mustache),
    ("checklists/month-checklist.md.mustache", PackageResources.month_checklist_md_mustache),
    ("checklists/record-form.md.mustache", PackageResources.record_form_md_mustache),
    ("handbook/assets/search.js", PackageResources.search_js),
    ("handbook/assets/style.css", PackageResources.style_css),
    ("handbook/citation.html.mustache", PackageResources.citation_html_mustache),
    ("handbook/citations.html.mustache", PackageResources.citations_html_mustache),
    ("handbook/crosswalk.html.mustache", PackageResources.crosswalk_html_mustache),
    ("handbook/crosswalks.html.mustache", PackageResources.crosswalks_html_mustache),
    ("handbook/domain.html.mustache", PackageResources.domain_html_mustache),
    ("handbook/duties.html.mustache", PackageResources.duties_html_mustache),
    ("handbook/evidence.html.mustache", PackageResources.evidence_html_mustache),
    ("handbook/glossary.html.mustache", PackageResources.glossary_html_mustache),
    ("handbook/history.html.mustache", PackageResources.history_html_mustache),
    ("handbook/home.html.mustache", PackageResources.home_html_mustache),
    ("handbook/kind.html.mustache", PackageResources.kind_html_mustache),
    ("handbook/levels.html.mustache", PackageResources.levels_html_mustache),
    ("handbook/link-list.html.mustache", PackageResources.link_list_html_mustache),
    ("handbook/neighbours.html.mustache", PackageResources.neighbours_html_mustache),
    (
      "handbook/noted-statement.html.mustache",
      PackageResources.noted_statement_html_mustache
    ),
    ("handbook/outcome-item.html.mustache", PackageResources.outcome_item_html_mustache),
    ("handbook/outcome.html.mustache", PackageResources.outcome_html_mustache),
    ("handbook/page.html.mustache", PackageResources.page_html_mustache),
    ("handbook/phase-item.html.mustache", PackageResources.phase_item_html_mustache),
    ("handbook/phase.html.mustache", PackageResources.phase_html_mustache),
    ("handbook/phases.html.mustache", PackageResources.phases_html_mustache),
    ("handbook/record.html.mustache", PackageResources.record_html_mustache),
    ("handbook/records.html.mustache", PackageResources.records_html_mustache),
    ("handbook/reviews.html.mustache", PackageResources.reviews_html_mustache),
    ("handbook/role-limits.html.mustache", PackageResources.role_limits_html_mustache),
    ("handbook/role.html.mustache", PackageResources.role_html_mustache),
    ("handbook/roles.html.mustache", PackageResources.roles_html_mustache),
    ("handbook/source.html.mustache", PackageResources.source_html_mustache),
    ("handbook/sources.html.mustache", PackageResources.sources_html_mustache),
    ("handbook/statement-list.html.mustache", PackageResources.statement_list_html_mustache),
    ("handbook/statement.html.mustache", PackageResources.statement_html_mustache),
    ("handbook/summary-row.html.mustache", PackageResources.summary_row_html_mustache),
    ("handbook/summary-tile.html.mustache", PackageResources.summary_tile_html_mustache),
  ]
}
