package import Templates

/// The names that templates can use, as one Markdown page.
package func templateReference(_ pages: [any AnyPageTemplate]) -> String {
  var records: [RecordDescription] = []
  var sections: [String] = []
  for page in pages {
    guard case .record(let reference) = page.shape else { continue }
    collect(reference.description, into: &records)
    let file = "\(page.name).\(page.language.fileExtension).mustache"
    sections.append(
      "- `\(file)` shows a [\(reference.description.name)](#\(anchor(reference.description)))")
  }
  return """
    <!-- Made by `make docs` from the declarations themselves. Do not edit. -->

    # Templates

    Pages and checklists are made by [Mustache](https://mustache.github.io/mustache.5.html) templates: variables,
    sections, inverted sections, partials, inheritance and dynamic names. Lambdas are left out: a value is data, never
    code. A project may replace any file of `templates/` by one of the same path in its own `templates/` folder. A name
    that is not listed here is an error with its place, before anything is written.

    \(sections.joined(separator: "\n"))

    \(records.map(page).joined(separator: "\n\n"))

    """
}

private func collect(_ record: RecordDescription, into records: inout [RecordDescription]) {
  guard !records.contains(where: { $0 === record }) else { return }
  records.append(record)
  for field in record.fields {
    if let inner = inner(field.shape) { collect(inner, into: &records) }
  }
}

private func inner(_ shape: Shape) -> RecordDescription? {
  switch shape {
  case .record(let reference): reference.description
  case .list(let item): inner(item)
  default: nil
  }
}

private func page(_ record: RecordDescription) -> String {
  let rows = record.fields.map { field in
    "| `\(field.name)` | \(words(for: field.shape)) | \(field.documentation) |"
  }
  return """
    ## \(record.name)

    | name | | what it is |
    |---|---|---|
    \(rows.joined(separator: "\n"))
    """
}

private func words(for shape: Shape) -> String {
  switch shape {
  case .text: "text: `{{…}}`"
  case .markup: "markup: `{{{…}}}`"
  case .flag: "yes or no"
  case .choice(let choices): "one of " + choices.joined(separator: ", ")
  case .record(let reference):
    "one [\(reference.description.name)](#\(anchor(reference.description)))"
  case .list(.record(let reference)):
    "list of [\(reference.description.name)](#\(anchor(reference.description)))"
  case .list(let item): "list of " + words(for: item)
  }
}

private func anchor(_ record: RecordDescription) -> String {
  record.name.lowercased().split(separator: " ").joined(separator: "-")
}
