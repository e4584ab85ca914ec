internal import Checklists
internal import Handbook
package import Model
package import Output
internal import Schemas
internal import Threads
internal import Tracking

/// All output formats, in the order in which they are listed.
package let outputFormats: [OutputFormat<OutputSource>] =
  [Handbook.format.reading { $0.handbook.value }] + otherFormats.map { $0.reading(\.common) }

/// All formats but the handbook, which lists their files among its downloads.
private let otherFormats: [OutputFormat<CommonSource>] = [
  Checklists.format.reading { $0.checklists.value },
  Checklists.forms.reading { $0.checklists.value },
  Tracking.format.reading(\.framework),
  Schemas.format.reading(\.framework),
  Schemas.data.reading(\.framework),
]

/// The input of all outputs.
package struct OutputSource: Sendable {
  fileprivate let common: CommonSource
  fileprivate let handbook: Lazy<HandbookSource>
}

/// The input of the outputs beside the handbook.
private struct CommonSource: Sendable {
  let framework: Framework
  let checklists: Lazy<ChecklistSource>
}

/// A file with the whole handbook, which is made only on request.
package enum BuildExtra: Sendable {
  case singleFile, pdf
}

/// The outputs of a project without errors. Nothing is computed before a file, or the list of all files, is asked for.
package final class OutputPlan: Sendable {
  package let identity: Identity

  private let formats: [OutputFormat<OutputSource>]
  private let extras: Set<BuildExtra>
  private let source: OutputSource
  private let lazyFiles: Lazy<[PlannedFile]>

  /// With `beginsWords`, the words of the search are computed at once, on threads of their own.
  fileprivate init(
    _ framework: Framework, _ snapshot: Snapshot, _ ids: Set<String>, _ extras: Set<BuildExtra>,
    beginsWords: Bool
  ) {
    identity = framework.contents.identity
    formats = outputFormats.filter { ids.contains($0.id) }
    self.extras = extras
    let templates = snapshot.templates
    let common = CommonSource(
      framework: framework, checklists: Lazy { ChecklistSource(framework, templates.set) })
    let others = otherFormats.filter { ids.contains($0.id) }.map { format in
      (format: format, files: Lazy { format.plan(common) })
    }
    let books = OutputPlan.books(framework, extras)
    let downloads = Lazy {
      books.map { Download(path: $0, of: Handbook.format) }
        + others.flatMap { format, files in
          files.value.lazy.filter { !Checklists.isPart($0.path) }.map {
            Download(path: $0.path, of: format)
          }
        }
    }
    let handbook = Lazy {
      var options = HandbookSource.Options()
      options.hasSingleFile = !extras.isEmpty
      options.beginsWords = beginsWords
      return HandbookSource(
        framework, templates.set, snapshot.provenance,
        // The last formats have files in every framework, and are listed quickly.
        hasDownloads: !books.isEmpty || others.reversed().contains { !$0.files.value.isEmpty },
        downloads: downloads, assets: templates.assets, options)
    }
    source = OutputSource(common: common, handbook: handbook)
    if beginsWords, ids.contains(Handbook.format.id) { _ = handbook.value }
    lazyFiles = Lazy { [source] in
      // Large files come first. A large file begun last would keep one core busy while the others wait.
      let files = others.flatMap { $0.files.value }
      guard ids.contains(Handbook.format.id) else { return files }
      return files + Handbook.format.plan(source.handbook.value)
    }
  }

  /// The paths of the files that contain the whole handbook.
  private static func books(_ framework: Framework, _ extras: Set<BuildExtra>) -> [String] {
    (Handbook.hasBook(framework) ? [Handbook.bookPath] : [])
      + (extras.contains(.singleFile) ? [Handbook.singleFilePath] : [])
      + (extras.contains(.pdf) ? [Handbook.pdfPath] : [])
  }

  /// All files but a PDF. Throws `ContestedPath` if two files want one path.
  package func files() throws -> [PlannedFile] {
    let files = lazyFiles.value.filter {
      extras.contains(.singleFile) || $0.path != Handbook.singleFilePath
    }
    if let path = ContestedPaths.first(of: files) { throw ContestedPath(path: path) }
    return files
  }

  /// One file, by its path; nil if there is no such file.
  package func file(at path: String) -> PlannedFile? {
    formats.first { $0.holds(path) }?.find(path, source)
  }

  /// The handbook as one file, from which a PDF is made. It exists if any extra was asked for.
  package var singleFile: PlannedFile? {
    lazyFiles.value.first { $0.path == Handbook.singleFilePath }
  }
}

extension Snapshot {
  /// The outputs of some formats, by id; nil if there is an error.
  ///
  /// With `beginsWords`, the words of the search are computed at once, on threads of their own.
  package func outputs(
    _ ids: Set<String> = Set(outputFormats.map(\.id)), extras: Set<BuildExtra> = [],
    beginsWords: Bool = false
  ) -> OutputPlan? {
    framework.map { OutputPlan($0, self, ids, extras, beginsWords: beginsWords) }
  }
}
