/// A kind of output: all that the program has to know of it, in one value.
///
/// `--only`, the downloads page, the summary of a build and the manifest follow from it. `Source` is what its files are made of.
package struct OutputFormat<Source>: Sendable {
  /// As `--only` names it: a word. The files stand in a folder of that name.
  package let id: String

  /// What people call it: `Checklists`.
  package let title: String

  /// Where people begin, from the output folder on: `handbook/index.html`, `checklists/`.
  package let start: String

  /// The paths of files outside its folder.
  package let otherFiles: [String]

  /// What the page of downloads says of it.
  package let downloads: DownloadSection

  /// Lists all files, and makes none.
  package let plan: @Sendable (Source) -> [PlannedFile]

  /// Finds one file by its path, without a list of all. Nil if there is none.
  package let find: @Sendable (_ path: String, Source) -> PlannedFile?

  /// `find` looks through all files if it is left out.
  package init(
    id: String, title: String, start: String? = nil, otherFiles: [String] = [],
    downloads: DownloadSection,
    plan: @escaping @Sendable (Source) -> [PlannedFile],
    find: (@Sendable (_ path: String, Source) -> PlannedFile?)? = nil
  ) {
    (self.id, self.title, self.otherFiles) = (id, title, otherFiles)
    self.start = start ?? id + "/"
    self.downloads = downloads
    self.plan = plan
    self.find = find ?? { path, source in plan(source).first { $0.path == path } }
  }

  /// Whether a file of the output belongs to it.
  package func holds(_ path: String) -> Bool {
    path.hasPrefix(id + "/") || otherFiles.contains(path)
  }

  /// The same format, made of something that its source comes of.
  package func reading<Whole>(
    _ part: @escaping @Sendable (Whole) -> Source
  ) -> OutputFormat<Whole> {
    OutputFormat<Whole>(
      id: id, title: title, start: start, otherFiles: otherFiles,
      downloads: downloads,
      plan: { [plan] in plan(part($0)) }, find: { [find] in find($0, part($1)) })
  }
}

/// A section of the page of downloads.
package struct DownloadSection: Sendable {
  package let title: String

  /// For whom the files are, and what opens them.
  package let summary: String

  /// The beginnings of the paths that are not listed.
  package let hidden: [String]

  package init(title: String, summary: String, hidden: [String] = []) {
    (self.title, self.summary, self.hidden) = (title, summary, hidden)
  }
}
