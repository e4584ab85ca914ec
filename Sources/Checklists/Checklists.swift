internal import Markup
package import Model
package import Output
package import Templates

/// The input of checklists and forms.
package struct ChecklistSource: Sendable {
  let basis: ChecklistBasis
  let templates: TemplateSet

  package init(_ framework: Framework, _ templates: TemplateSet) {
    (basis, self.templates) = (ChecklistBasis(framework), templates)
  }
}

/// The checklists: Markdown with task lists, as files below `checklists/`, and the forms to fill in below `forms/`.
package enum Checklists {
  /// The templates of checklists and forms, each with the record that it shows.
  package static let pages: [any AnyPageTemplate] = [
    StatementChecklist.template, DutyChecklist.template, MonthChecklist.template,
    RecordForm.template,
  ]

  package static let format = OutputFormat<ChecklistSource>(
    id: "checklists", title: "Checklists",
    downloads: DownloadSection(
      title: "Checklists",
      summary:
        "To fill in and to keep. They open in any text editor and can be pasted into a document."),
    plan: { plan($0.basis, $0.templates) })

  package static let forms = OutputFormat<ChecklistSource>(
    id: "forms", title: "Forms",
    downloads: DownloadSection(
      title: "Forms",
      summary: "To fill in by hand or in a text editor, one for each form."),
    plan: { planForms($0.basis, $0.templates) })

  /// Plans a checklist for each phase, role, review, specialism and owner of duties, one of the whole, and one by month.
  ///
  /// Empty checklists are left out.
  private static func plan(
    _ basis: ChecklistBasis, _ templates: TemplateSet
  ) -> [PlannedFile] {
    let writer = ChecklistWriter(basis)
    let contents = basis.framework.contents
    let lists = subjects(contents).filter { writer.hasItems($0.subject) }.map { path, subject in
      (path: path, list: ChecklistParts(writer, subject))
    }
    var files = lists.map { path, list in
      let folder = path.split(separator: "/").last.map(String.init) ?? path
      return file(path, StatementChecklist.template, basis, templates) {
        $0.checklist(list, folder: folder)
      }
    }
    for owner in writer.dutyOwners {
      let name = owner.map { contents.roles[$0].id } ?? "all"
      files.append(
        file("duties/\(name)", DutyChecklist.template, basis, templates) { $0.duties(of: owner) })
    }
    if writer.hasMonths {
      files.append(file("by-month", MonthChecklist.template, basis, templates) { $0.months() })
    }
    return files + parts(of: lists, basis, templates)
  }

  /// The subjects of all checklists, each with the path of its own file.
  private static func subjects(
    _ contents: Contents
  ) -> [(path: String, subject: ChecklistWriter.Subject)] {
    [("whole", .whole)]
      + contents.phases.refs.map { ("phases/\(contents.phases[$0].id)", .phase($0)) }
      + contents.specialisms.refs.map {
        ("specialisms/\(contents.specialisms[$0].id)", .specialism($0))
      }
      + contents.roles.refs.map { ("roles/\(contents.roles[$0].id)", .role($0)) }
      + contents.reviews.refs.map { ("reviews/\(contents.reviews[$0].id)", .review($0)) }
  }

  /// The files of long checklists. Files that begin with the same statements are made one after another, so that these are
  /// still in the processor's caches.
  private static func parts(
    of lists: [(path: String, list: ChecklistParts)], _ basis: ChecklistBasis,
    _ templates: TemplateSet
  ) -> [PlannedFile] {
    var places = [Int32](repeating: 0, count: basis.framework.contents.statements.count)
    for (place, ref) in basis.lists.whole.enumerated() { places[Int(ref.index)] = Int32(place) }
    var files: [(place: Int32, file: PlannedFile)] = []
    for (path, list) in lists where list.isDivided {
      for (number, part) in list.parts.enumerated() {
        let file = file(
          "\(path)/part-\(number + 1)", StatementChecklist.template, basis, templates
        ) { $0.checklist(list, part: number) }
        files.append((part.statements.first.map { places[Int($0.index)] } ?? 0, file))
      }
    }
    return files.enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }.map(\.element.file)
  }

  private static func file<Fields: RecordShape>(
    _ path: String, _ template: PageTemplate<Fields>, _ basis: ChecklistBasis,
    _ templates: TemplateSet,
    _ make: @escaping @Sendable (ChecklistWriter) -> Record<Fields>
  ) -> PlannedFile {
    PlannedFile(path: "checklists/\(path).md") {
      let writer = ChecklistWriter(basis)
      return templates.render(template, make(writer), in: writer.values)
    }
  }

  /// Whether a file is part of a long checklist, whose own file links to it.
  package static func isPart(_ path: String) -> Bool {
    path.hasPrefix("checklists/") && path.split(separator: "/").last?.hasPrefix("part-") == true
  }

  /// Plans a form for each record, to be filled in by hand or in an editor.
  private static func planForms(
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
