internal import Checklists
internal import DefaultTemplates
internal import Diagnostics
internal import Handbook
internal import Model
package import Output
internal import Schemas
internal import Templates

/// A part of the output that can be made alone.
package enum OutputPart: String, CaseIterable, Sendable {
  case handbook, checklists, schemas

  /// Whether a file of the output belongs to this part.
  func holds(_ path: String) -> Bool {
    path.hasPrefix(rawValue + "/") || self == .schemas && path == Schemas.frameworkPath
  }
}

extension Project {
  /// Checks the project and its templates, and makes the files of some parts if there is no error in either.
  ///
  /// Nothing is written. The files are nil if there is an error.
  package func build(
    _ parts: Set<OutputPart>
  ) throws -> (snapshot: Snapshot, files: [OutputFile]?) {
    let snapshot = try check()
    guard let framework = snapshot.framework else { return (snapshot, nil) }
    return (snapshot, generate(framework, snapshot, parts))
  }

  private func generate(
    _ framework: Framework, _ snapshot: Snapshot, _ parts: Set<OutputPart>
  ) -> [OutputFile] {
    var files: [OutputFile] = []
    if parts.contains(.handbook) {
      files += Handbook.generate(framework, snapshot.templates.set, compiler: compilerVersion)
      files += snapshot.templates.assets
    }
    if parts.contains(.checklists) {
      files += Checklists.generate(framework, snapshot.templates.set)
    }
    if parts.contains(.schemas) { files += Schemas.generate(framework) }
    return files
  }
}

/// The compiled templates of a project, its own in the place of those that come with the program.
struct ProjectTemplates: Sendable {
  let set: TemplateSet

  /// What the handbook needs beside its pages, such as its style sheet.
  let assets: [OutputFile]

  let diagnostics: [Diagnostic]

  /// Adds the templates to the files of the run, so that diagnostics can point into them.
  init(_ own: [(path: String, bytes: [UInt8])], files: inout SourceFiles) {
    let ownPaths = Set(own.map(\.path))
    let defaults = DefaultTemplates.files.filter { !ownPaths.contains($0.path) }
    var templates: [SourceFile] = []
    var spares: Set<FileID> = []
    var assets: [OutputFile] = []
    for (isOwn, list) in [(false, defaults), (true, own)] {
      for (path, bytes) in list {
        if path.hasSuffix(".mustache") {
          let file = files.add(path: "templates/" + path, bytes: bytes)
          templates.append(file)
          if !isOwn { spares.insert(file.id) }
        } else if path.hasPrefix("handbook/"), OutputFile.staysInside(path) {
          assets.append(OutputFile(path: path, bytes: bytes))
        }
      }
    }
    let result = TemplateSet.compile(
      templates, pages: Handbook.pages + Checklists.pages, spares: spares)
    set = result.set
    diagnostics = result.diagnostics
    self.assets = assets.sorted { $0.path < $1.path }
  }
}
