internal import Grammar

/// The language as one Markdown page: every entity with its keys and an example.
package func languageReference() -> String {
  let files = Grammar.fileEntities.map { entity in
    "- `\(entity.fields[0].key.rawValue):` [\(entity.title)](#\(anchor(of: entity)))"
  }
  let pages = Grammar.entities.map(page)
  return """
    <!-- Made by `make docs` from the grammar itself. Do not edit. -->

    # The language

    What can be said in a framework, key by key. Every file with the ending `.yaml` below `framework/` and `seeds/` is
    read. Its first key says what it holds:

    \(files.joined(separator: "\n"))

    Texts are Markdown without headings, images and HTML; `[[REL-1.2]]` links to whatever has that id. An id is a letter
    followed by letters, digits, `-` and `.`, and no two things have the same one, whatever the case. A date is written
    `2026-09-01`. The order of things in a file is their order in the handbook.

    \(pages.joined(separator: "\n\n"))

    """
}

private func page(_ entity: Entity) -> String {
  let rows = entity.fields.map { field in
    let need = field.isRequired ? " **(needed)**" : ""
    return
      "| `\(field.key.rawValue)` | \(words(for: field.type))\(need) | \(cell(field.documentation)) | `\(cell(field.example))` |"
  }
  let choices = entity.fields.compactMap(choiceList)
  return """
    ## \(heading(of: entity))

    \(entity.documentation)

    | key | value | what it says | for example |
    |---|---|---|---|
    \(rows.joined(separator: "\n"))

    \((choices + ["```yaml\n\(entity.example)\n```"]).joined(separator: "\n\n"))
    """
}

/// The choices of a field, with the meaning of each: "The key `status` is one of:".
private func choiceList(_ field: Field) -> String? {
  guard case .choice(let choices) = field.type else { return nil }
  let lines = choices.map { "- `\($0.value)`: \($0.documentation)" }
  return "`\(field.key.rawValue)` is one of:\n\n\(lines.joined(separator: "\n"))"
}

private func words(for type: ValueType) -> String {
  switch type {
  case .line: "a line of text"
  case .phrase: "a paragraph"
  case .prose: "text"
  case .identifier: "an id"
  case .reference(let names): "the id of " + alternatives(names)
  case .item: "`crosswalk/item`"
  case .rule: "the name of a rule"
  case .date(let exact): exact ? "a day" : "a year, month or day"
  case .edition: "`1.0.0`"
  case .language: "a language tag"
  case .address: "a web address"
  case .colour: "a colour: six hexadecimal digits"
  case .path: "the path of a file in the handbook"
  case .number(let range): "a number, \(range.lowerBound) to \(range.upperBound)"
  case .yesNo: "`yes` or `no`"
  case .name: "a name"
  case .code: "a code"
  case .choice: "one of those below"
  case .record(let name): link(to: name)
  case .shorthand(let name): link(to: name) + ", or its first key's value alone"
  case .list(let item): "a list: " + words(for: item)
  case .map(let names, let value): "for each id of \(alternatives(names)): " + words(for: value)
  }
}

private func alternatives(_ names: [EntityName]) -> String {
  names.map(link).joined(separator: " or ")
}

private func link(to name: EntityName) -> String {
  let entity = Grammar.entity(name)
  return "[\(entity.title)](#\(anchor(of: entity)))"
}

private func heading(of entity: Entity) -> String {
  let words = entity.title.split(separator: " ").drop { $0 == "a" || $0 == "an" }
  let title = words.joined(separator: " ")
  return title.prefix(1).uppercased() + title.dropFirst()
}

/// GitHub's anchor of a heading: lower case, hyphens for spaces.
private func anchor(of entity: Entity) -> String {
  heading(of: entity).lowercased().split(separator: " ").joined(separator: "-")
}

/// The text as the content of a table cell.
private func cell(_ text: String) -> String {
  text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    .split(separator: "\n").joined(separator: " ")
}
