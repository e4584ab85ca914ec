internal import Checklists
internal import DefaultTemplates
internal import Diagnostics
internal import Handbook
package import Model
package import Output
internal import Schemas
internal import Templates
internal import Threads
internal import Tracking

/// A part of the output that can be made alone.
package enum OutputPart: String, CaseIterable, Sendable {
  case handbook, checklists, forms, tracking, schemas

  /// Whether a file of the output belongs to this part.
  func holds(_ path: String) -> Bool {
    path.hasPrefix(rawValue + "/") || self == .schemas && path == Schemas.frameworkPath
      || self == .handbook && [Handbook.singleFilePath, PDFMaker.path].contains(path)
  }
}

/// What a build is going to write.
package struct BuildPlan: Sendable {
  package let files: [PlannedFile]

  package let identity: Identity
}

/// A file of the whole handbook, which is made only when it is asked for.
package enum BuildExtra: Sendable {
  case singleFile, pdf
}

extension Project {
  /// Checks the project and its templates, and lists the files of some parts if there is no error in either.
  ///
  /// Nothing is written, and nothing made but a PDF. The plan is nil if there is an error. Throws `NoPDFMaker` if a PDF
  /// is wanted and nothing that can make one is installed.
  package func build(
    _ parts: Set<OutputPart>, extras: Set<BuildExtra> = []
  ) throws -> (snapshot: Snapshot, plan: BuildPlan?) {
    let maker = extras.contains(.pdf) ? try PDFMaker() : nil
    var snapshot = Project.check(try readTexts(), progress, forPages: true)
    // From here on, places are enough.
    Concurrency.takeApart(&snapshot.draft)
    guard let framework = snapshot.framework else { return (snapshot, nil) }
    progress.enter(.planning)
    var files = generate(framework, snapshot, parts, extras)
    if let maker, let book = files.first(where: { $0.path == Handbook.singleFilePath }) {
      files.append(PlannedFile(OutputFile(path: PDFMaker.path, bytes: try maker.pdf(book.bytes()))))
    }
    if !extras.contains(.singleFile) { files.removeAll { $0.path == Handbook.singleFilePath } }
    if let path = ContestedPlaces.first(of: files) { throw ContestedPlace(path: path) }
    // What was needed to plan leaves gaps into which pages do not fit.
    Heap.giveBack()
    return (snapshot, BuildPlan(files: files, identity: framework.contents.identity))
  }

  private func generate(
    _ framework: Framework, _ snapshot: Snapshot, _ parts: Set<OutputPart>,
    _ extras: Set<BuildExtra>
  ) -> [PlannedFile] {
    let prepared = parts.contains(.handbook) ? HandbookPreparation(framework) : nil
    let others = generateBesideHandbook(framework, snapshot, parts)
    let books =
      (Handbook.hasBook(framework) ? [Handbook.bookPath] : [])
      + (extras.contains(.singleFile) ? [Handbook.singleFilePath] : [])
      + (extras.contains(.pdf) ? [PDFMaker.path] : [])
    guard let prepared else { return others }
    let assets = snapshot.templates.assets
    let downloads = books + others.map(\.path).filter { !Checklists.isPart($0) }
    // Large files come first: one that is begun last would keep one core at work and let the others wait.
    var files = others
    Handbook.add(
      framework, snapshot.templates.set, snapshot.provenance,
      downloads: downloads.map(Download.init), assets: assets, hasSingleFile: !extras.isEmpty,
      prepared, to: &files)
    files += assets.map(PlannedFile.init)
    return files
  }

  /// What the handbook's page of downloads leads to.
  private func generateBesideHandbook(
    _ framework: Framework, _ snapshot: Snapshot, _ parts: Set<OutputPart>
  ) -> [PlannedFile] {
    var files: [PlannedFile] = []
    if !parts.isDisjoint(with: [.checklists, .forms]) {
      let (basis, templates) = (ChecklistBasis(framework), snapshot.templates.set)
      if parts.contains(.checklists) { files += Checklists.plan(basis, templates) }
      if parts.contains(.forms) { files += Checklists.planForms(basis, templates) }
    }
    if parts.contains(.tracking) { files += Tracking.plan(framework) }
    if parts.contains(.schemas) { files += Schemas.plan(framework) }
    return files
  }
}

/// The compiled templates of a project, its own in the place of those that come with the program.
struct ProjectTemplates: Sendable {
  var set: TemplateSet { compiled.value.set }

  /// What is wrong with the project's own. Where there are none, nothing is waited for.
  var diagnostics: [Diagnostic] { hasOwn ? compiled.value.diagnostics : [] }

  /// Whether any template is the project's own, and not one of the program's letter by letter, with which nothing can be wrong.
  let hasOwn: Bool

  /// What the handbook needs beside its pages, such as its style sheet.
  let assets: [OutputFile]

  private let compiled: Pending<Compiled>

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

  /// Adds the templates to the files of the run, so that diagnostics can point into them, and begins to compile them if there are
  /// any of the project's own. Where there are none and no pages are to be made, it only looks which assets there are.
  init(_ own: [(path: String, bytes: [UInt8])], files: inout SourceFiles, forPages: Bool) {
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
    let pages = isCompiled ? Handbook.pages + Checklists.pages : []
    if hasOwn {
      compiled = Pending {
        let result = TemplateSet.compile(all, pages: pages, spares: defaultOnes)
        return Compiled(set: result.set, diagnostics: result.diagnostics)
      }
    } else {
      compiled = Pending(isWorthThread: false) {
        Compiled(set: TemplateSet.compilingWhenRendered(all, pages: pages), diagnostics: [])
      }
    }
    self.assets = assets.sorted { $0.path < $1.path }
  }
}

/// A file of the project's own `templates/` that would stand where a page or folder of the output goes.
package struct ContestedPlace: UsageFailure {
  package let path: String

  package var message: String {
    """
    "templates/\(path)" would stand where ksf puts a page or folder of its own
    Give it another name. To change a page, change its .mustache template.
    """
  }
}
