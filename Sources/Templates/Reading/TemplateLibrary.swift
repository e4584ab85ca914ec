internal import Diagnostics
internal import Threads

/// All templates of a run, by language and name. Each is read when it is asked for.
///
/// A class, though it never changes, since all pages that are compiled by themselves share it.
final class TemplateLibrary: Sendable {
  private let entries: [Entry]
  private let indices: [Key: Int]

  private struct Entry: Sendable {
    let key: Key
    let template: Lazy<ReadTemplate>
  }

  private struct ReadTemplate: Sendable {
    let template: Template
    let problems: DiagnosticBag
  }

  private struct Key: Hashable {
    let name: String
    let language: OutputLanguage
  }

  /// Takes the files in the order given; of two with the same name and language the first one stays.
  init(_ files: [SourceFile], problems: inout DiagnosticBag) {
    var entries: [Entry] = []
    var indices: [Key: Int] = [:]
    var taken: [SourceFile] = []
    for file in files {
      guard let (name, language) = TemplateLibrary.nameAndLanguage(of: file.path) else {
        problems.report(UnknownTemplateLanguage(range: file.startRange, path: file.path))
        continue
      }
      let key = Key(name: name, language: language)
      if let first = indices[key] {
        problems.report(
          DuplicateTemplate(range: file.startRange, name: name, first: taken[first].startRange))
        continue
      }
      indices[key] = entries.count
      taken.append(file)
      let template = Lazy {
        var problems = DiagnosticBag()
        let template = Template(file, name: name, language: language, problems: &problems)
        return ReadTemplate(template: template, problems: problems)
      }
      entries.append(Entry(key: key, template: template))
    }
    (self.entries, self.indices) = (entries, indices)
  }

  /// A template by its number.
  subscript(number: Int) -> Template { entries[number].template.value.template }

  /// All of them.
  var templates: [Template] { entries.map(\.template.value.template) }

  /// The problems of the templates themselves, in the order of the files.
  var problems: [Diagnostic] { entries.flatMap(\.template.value.problems.diagnostics) }

  func index(of name: String, in language: OutputLanguage) -> Int? {
    indices[Key(name: name, language: language)]
  }

  /// In the order of the files.
  func names(in language: OutputLanguage) -> [String] {
    entries.filter { $0.key.language == language }.map(\.key.name)
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
    let bytes = path.utf8
    let ending = ".mustache"
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map(bytes.index(after:)) ?? bytes.startIndex
    let base = path[start...]
    guard base.hasSuffix(ending) else { return nil }
    let rest = base.dropLast(ending.utf8.count)
    guard let dot = rest.utf8.lastIndex(of: UInt8(ascii: ".")),
      let language = OutputLanguage(fileExtension: String(rest[rest.utf8.index(after: dot)...]))
    else { return nil }
    let name = String(rest[..<dot])
    return name.isEmpty ? nil : (name, language)
  }
}
