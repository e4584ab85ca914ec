/// A kind of output: everything the program knows about it, in one value.
///
/// `--only`, the downloads page, the summary of a build and the manifest follow from it. `Source` is the input of its files.
package struct OutputFormat<Source>: Sendable {
  /// The name that `--only` takes: a word. The files go into a folder of that name.
  package let id: String

  /// The name that people read: `Checklists`.
  package let title: String

  /// The path at which people begin, from the output folder: `handbook/index.html`, `checklists/`.
  package let start: String

  /// The paths of its files outside its folder.
  package let otherFiles: [String]

  /// Its section on the downloads page.
  package let downloads: DownloadSection

  /// Lists all files, without making any.
  package let plan: @Sendable (Source) -> [PlannedFile]

  /// Finds one file by its path, without listing all. Nil if there is none.
  package let find: @Sendable (_ path: String, Source) -> PlannedFile?

  /// Without `find`, a file is found in the list of all.
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

  /// Whether a file of the output belongs to this format.
  package func holds(_ path: String) -> Bool {
    path.hasPrefix(id + "/") || otherFiles.contains(path)
  }

  /// A copy of the format whose source is derived from a larger value.
  package func reading<Whole>(
    _ part: @escaping @Sendable (Whole) -> Source
  ) -> OutputFormat<Whole> {
    OutputFormat<Whole>(
      id: id, title: title, start: start, otherFiles: otherFiles,
      downloads: downloads,
      plan: { [plan] in plan(part($0)) }, find: { [find] in find($0, part($1)) })
  }
}

/// A section of the downloads page.
package struct DownloadSection: Sendable {
  package let title: String

  /// Says whom the files are for, and what opens them.
  package let summary: String

  /// The path prefixes of the files that are not listed.
  package let hidden: [String]

  package init(title: String, summary: String, hidden: [String] = []) {
    (self.title, self.summary, self.hidden) = (title, summary, hidden)
  }
}
