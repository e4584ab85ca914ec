internal import Diagnostics

/// All templates of a run, by language and name.
struct TemplateLibrary: Sendable {
  private(set) var templates: [Template] = []
  private var indices: [Key: Int] = [:]

  private struct Key: Hashable {
    let name: String
    let language: OutputLanguage
  }

  /// Reads the files in the order given; of two with the same name and language the first one
  /// stays.
  init(_ files: [SourceFile], problems: inout DiagnosticBag) {
    for file in files {
      guard let (name, language) = TemplateLibrary.nameAndLanguage(of: file.path) else {
        problems.report(UnknownTemplateLanguage(range: file.startRange, path: file.path))
        continue
      }
      let key = Key(name: name, language: language)
      if let first = indices[key] {
        problems.report(
          DuplicateTemplate(
            range: file.startRange, name: name, first: templates[first].file.startRange))
        continue
      }
      indices[key] = templates.count
      templates.append(Template(file, name: name, language: language, problems: &problems))
    }
  }

  func index(of name: String, in language: OutputLanguage) -> Int? {
    indices[Key(name: name, language: language)]
  }

  /// In the order of the files.
  func names(in language: OutputLanguage) -> [String] {
    templates.filter { $0.language == language }.map(\.name)
  }

  /// The templates that others include by name.
  var includedTemplates: Set<Int> {
    var included: Set<Int> = []
    for (number, template) in templates.enumerated() {
      let others = template.includedNames.compactMap { index(of: $0, in: template.language) }
      included.formUnion(others.filter { $0 != number })
    }
    return included
  }

  /// The names of templates that are included and do not exist.
  func missingNames(in language: OutputLanguage) -> [String] {
    let included = templates.filter { $0.language == language }.flatMap(\.includedNames)
    return Set(included).filter { index(of: $0, in: language) == nil }.sorted()
  }

  /// `statement` and `.html` for `handbook/statement.html.mustache`; nil for a name of another
  /// form.
  static func nameAndLanguage(of path: String) -> (String, OutputLanguage)? {
    let base = path.split(separator: "/").last ?? ""
    let parts = base.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts.last == "mustache",
      let language = OutputLanguage(fileExtension: String(parts[parts.count - 2]))
    else { return nil }
    let name = parts.dropLast(2).joined(separator: ".")
    return name.isEmpty ? nil : (name, language)
  }
}
