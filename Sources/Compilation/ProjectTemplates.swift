internal import Checklists
internal import DefaultTemplates
internal import Diagnostics
internal import Disk
internal import Handbook
internal import Output
package import Templates
internal import Threads

/// The templates of all pages, each with the record that it shows.
package let pageTemplates: [any AnyPageTemplate] = Handbook.pages + Checklists.pages

/// The compiled templates of a project. Its own replace the default ones.
struct ProjectTemplates: Sendable {
  var set: TemplateSet { compiled.value.set }

  /// The problems of the project's own templates. If there are none of these, nothing is waited for.
  var diagnostics: [Diagnostic] { hasOwn ? compiled.value.diagnostics : [] }

  /// Whether the project has a template that differs from the default ones, in which nothing can be wrong.
  let hasOwn: Bool

  /// The handbook's files beside its pages, such as its style sheet.
  let assets: [OutputFile]

  private let compiled: Future<Compiled>

  /// The templates that were compiled.
  private let sources: [SourceFile]

  private struct Compiled: Sendable {
    let set: TemplateSet
    let diagnostics: [Diagnostic]
  }

  private static func hasOwn(among own: [(path: String, bytes: [UInt8])]) -> Bool {
    guard !own.isEmpty else { return false }
    let defaults = Dictionary(
      DefaultTemplates.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    return own.contains { path, bytes in
      path.hasSuffix(".mustache") && !(defaults[path].map { areEqual($0, bytes) } ?? false)
    }
  }

  /// Adds the templates to the files of the run, so that diagnostics can point into them, and starts compiling the project's
  /// own.
  ///
  /// Without own templates, and without pages to make, only the assets are collected. If the templates equal those of
  /// `previous`, its compiled ones are reused.
  init(
    _ own: [(path: String, bytes: [UInt8])], files: inout SourceFiles, forPages: Bool,
    since previous: ProjectTemplates? = nil
  ) {
    hasOwn = ProjectTemplates.hasOwn(among: own)
    let isCompiled = forPages || hasOwn
    let ownPaths = Set(own.map(\.path))
    let defaults = DefaultTemplates.files.filter { !ownPaths.contains($0.path) }
    var templates: [SourceFile] = []
    var spares: Set<FileID> = []
    var assets: [OutputFile] = []
    for (isOwn, list) in [(false, defaults), (true, own)] {
      for (path, bytes) in list {
        if path.hasSuffix(".mustache") {
          guard isCompiled else { continue }
          let file = files.add(path: "templates/" + path, bytes: bytes)
          templates.append(file)
          if !isOwn { spares.insert(file.id) }
        } else if path.hasPrefix("handbook/"), OutputFile.staysInside(path) {
          assets.append(OutputFile(path: path, bytes: bytes))
        }
      }
    }
    let (all, defaultOnes) = (templates, spares)
    let pages = isCompiled ? pageTemplates : []
    sources = all
    if let previous, previous.sources.elementsEqual(all, by: { $0.isSame(as: $1) }) {
      compiled = previous.compiled
    } else if hasOwn {
      compiled = Future {
        let result = TemplateSet.compile(all, pages: pages, spares: defaultOnes)
        return Compiled(set: result.set, diagnostics: result.diagnostics)
      }
    } else {
      compiled = Future(onThread: false) {
        Compiled(set: TemplateSet.compilingWhenRendered(all, pages: pages), diagnostics: [])
      }
    }
    self.assets = assets.sorted { $0.path < $1.path }
  }
}

extension SourceFile {
  fileprivate func isSame(as other: SourceFile) -> Bool {
    id == other.id && path == other.path && bytes == other.bytes
  }
}
