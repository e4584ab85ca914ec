import Compilation
import Diagnostics
import Output
import Templates
import TestSupport
import Testing

/// Every field that templates can show is filled somewhere.
///
/// All templates are replaced by ones that show which fields have a value. They are rendered for
/// the sample, which uses every key, and for frameworks with what depends on size and on history.
@Suite struct `Each field of a template` {
  private static let templates = FieldTemplates(pageTemplates)

  @Test func `is filled on some page`() throws {
    var filled: Set<Substring> = []
    for files in FieldSamples.all {
      let project = try BuiltProject(
        files.merging(Self.templates.files) { $1 }, extras: [.singleFile])
      for problem in project.diagnostics where problem.severity == .error {
        Issue.record("\(problem.message)")
      }
      for file in project.files where isMade(file.path) {
        let text = String(decoding: file.bytes(), as: UTF8.self)
        for part in text.split(separator: "\u{ab}", omittingEmptySubsequences: false) {
          filled.insert(part.prefix { $0 != "\u{bb}" })
        }
      }
    }
    #expect(Self.templates.fields.count > 600)
    for field in Self.templates.fields where !filled.contains(field[...]) {
      Issue.record("`\(field)` is declared, and no page fills it")
    }
  }
}

/// Whether a file is made by a template. Scripts hold the values that all pages share.
private func isMade(_ path: String) -> Bool {
  [".html", ".md", ".js"].contains { path.hasSuffix($0) }
}

/// A template for each page and for each kind of record, which shows the names of its fields that
/// have a value.
struct FieldTemplates {
  /// By path in a project.
  private(set) var files: [String: String] = [:]

  /// Each field once, as `kind of record: name`.
  private(set) var fields: [String] = []

  private var kinds: [ObjectIdentifier: Int] = [:]

  init(_ pages: [any AnyPageTemplate]) {
    for page in pages {
      guard case .record(let reference) = page.shape else { continue }
      let `extension` = page.language.fileExtension
      let folder = page.language == .html ? "handbook" : "checklists"
      add(reference.description, to: folder, `extension`)
      let name = FieldTemplates.name(kinds[ObjectIdentifier(reference.description)] ?? 0)
      files["templates/\(folder)/\(page.name).\(`extension`).mustache"] = "{{>\(name)}}\n"
    }
  }

  private static func name(_ number: Int) -> String { "record-\(number)" }

  private mutating func add(_ record: RecordDescription, to folder: String, _ ending: String) {
    let id = ObjectIdentifier(record)
    let isNew = kinds[id] == nil
    let number = kinds[id] ?? kinds.count
    kinds[id] = number
    let path = "templates/\(folder)/\(FieldTemplates.name(number)).\(ending).mustache"
    guard files[path] == nil else { return }
    files[path] = ""
    var text = ""
    for field in record.fields {
      let name = "\(record.name): \(field.name)"
      if isNew { fields.append(name) }
      var inner = field.shape
      while case .list(let element) = inner { inner = element }
      var content = "\u{ab}\(name)\u{bb}"
      if case .record(let reference) = inner {
        add(reference.description, to: folder, ending)
        let number = kinds[ObjectIdentifier(reference.description)] ?? 0
        content += "{{>\(FieldTemplates.name(number))}}"
      }
      text += "{{#\(field.name)}}\(content){{/\(field.name)}}\n"
    }
    files[path] = text
  }
}

/// Frameworks that fill all fields together, as files by path.
enum FieldSamples {
  static let all = [Differences.sample.files, shipped, large, changed]

  /// The framework that comes with the program. It has an earlier edition.
  private static let shipped: [String: String] = {
    var files: [String: String] = [:]
    for folder in ["framework", "editions", "seeds"] {
      add("../../" + folder, as: folder, to: &files)
    }
    return files
  }()

  private static func add(_ folder: String, as path: String, to files: inout [String: String]) {
    let folder = TestFolder(folder)
    for name in folder.names {
      if name.hasSuffix(".yaml") || name.hasSuffix(".lock") {
        files[path + "/" + name] = folder.read(name)
      } else {
        add("../../" + path + "/" + name, as: path + "/" + name, to: &files)
      }
    }
  }

  /// A framework whose lists are too long for one page.
  private static let large: [String: String] = {
    let statements = (1...900).map { number in
      """
            - {id: S-\(number), text: thing \(number), phase: p\(number > 850 ? 2 : 1), \
      roles: [worker], aligns: [{to: other/i\(number), relation: narrower}]}
      """
    }
    let items = (1...900).map { "  - {id: i\($0), title: Item \($0)}" }
    return [
      "framework/framework.yaml": """
      framework: large
      title: Large
      edition: 1.0.0
      language: en-GB
      phases: [{id: p1, title: One}, {id: p2, title: Two}]
      roles: [{id: worker, title: Worker}, {id: coach, title: Coach}]

      """,
      "framework/domain.yaml": """
      domain: body
      title: Body
      outcomes:
        - id: O-1
          title: Outcome
          statements:
      \(statements.joined(separator: "\n"))

      """,
      "framework/crosswalk.yaml": """
      crosswalk: other
      title: Other
      publisher: Others
      version: 1
      items:
      \(items.joined(separator: "\n"))

      """,
    ]
  }()

  /// The next edition of the framework that comes with the program, with more changes than a page
  /// lists.
  private static let changed: [String: String] = {
    var files = shipped
    files["framework/framework.yaml"]?.replace("edition: 0.1.0", with: "edition: 0.2.0")
    for (path, text) in files where path.hasPrefix("framework/domains/") {
      files[path] = text.replacing(" the ", with: " that ")
    }
    return files
  }()
}
