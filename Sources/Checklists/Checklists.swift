internal import Markup
internal import Model
package import Output
package import Templates

/// The checklists: Markdown with task lists, as files below `checklists/`, and the forms to fill in below `forms/`.
package enum Checklists {
  /// The templates that it needs, each with the record that it shows.
  package static let pages: [any AnyPageTemplate] = [
    StatementChecklist.template, DutyChecklist.template, MonthChecklist.template,
    RecordForm.template,
  ]

  /// A checklist for each phase, role, review, specialism and owner of duties, one of the whole, and one by month.
  ///
  /// None for what nothing belongs to.
  package static func plan(
    _ basis: ChecklistBasis, _ templates: TemplateSet
  ) -> [PlannedFile] {
    let writer = ChecklistWriter(basis)
    let contents = basis.framework.contents
    var files: [PlannedFile] = []
    var lists: [(path: String, subject: ChecklistWriter.Subject)] = []
    func plan<Fields: RecordShape>(
      _ path: String, _ template: PageTemplate<Fields>,
      _ make: @escaping @Sendable (ChecklistWriter) -> Record<Fields>
    ) {
      files.append(
        PlannedFile(path: path) {
          let writer = ChecklistWriter(basis)
          return templates.render(template, make(writer), in: writer.values)
        })
    }
    func planStatements(_ path: String, _ subject: ChecklistWriter.Subject) {
      if writer.hasItems(subject) { lists.append((path, subject)) }
    }

    planStatements("whole", .whole)
    for ref in contents.phases.refs {
      planStatements("phases/\(contents.phases[ref].id)", .phase(ref))
    }
    for ref in contents.specialisms.refs {
      planStatements("specialisms/\(contents.specialisms[ref].id)", .specialism(ref))
    }
    for ref in contents.roles.refs { planStatements("roles/\(contents.roles[ref].id)", .role(ref)) }
    for ref in contents.reviews.refs {
      planStatements("reviews/\(contents.reviews[ref].id)", .review(ref))
    }
    for (path, subject) in lists {
      let list = ChecklistParts(writer, subject)
      let folder = path.split(separator: "/").last.map(String.init) ?? path
      plan("checklists/\(path).md", StatementChecklist.template) {
        $0.checklist(list, folder: folder)
      }
      guard list.isDivided else { continue }
      for part in list.parts.indices {
        plan("checklists/\(path)/part-\(part + 1).md", StatementChecklist.template) {
          $0.checklist(list, part: part)
        }
      }
    }
    for owner in writer.dutyOwners {
      let name = owner.map { contents.roles[$0].id } ?? "all"
      plan("checklists/duties/\(name).md", DutyChecklist.template) { $0.duties(of: owner) }
    }
    if writer.hasMonths {
      plan("checklists/by-month.md", MonthChecklist.template) { $0.months() }
    }
    return files
  }

  /// Whether a file is a part of a long checklist, to which the checklist's own file leads.
  package static func isPart(_ path: String) -> Bool {
    path.hasPrefix("checklists/") && path.split(separator: "/").last?.hasPrefix("part-") == true
  }

  /// A form for each record, to be filled in by hand or in an editor.
  package static func planForms(
    _ basis: ChecklistBasis, _ templates: TemplateSet
  ) -> [PlannedFile] {
    basis.framework.contents.forms.entries.map { ref, form in
      PlannedFile(path: "forms/\(form.id).md") {
        let writer = ChecklistWriter(basis)
        return templates.render(RecordForm.template, writer.form(ref), in: writer.values)
      }
    }
  }
}
