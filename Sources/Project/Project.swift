package import Disk
internal import Lock
package import Threads

/// A project folder: its framework, the sources that it cites, and its own templates.
package struct Project: Sendable {
  package let folder: String
  package let fileSystem: any FileSystem

  /// Receives the progress of a run.
  package let progress: Progress

  package init(
    folder: String, fileSystem: any FileSystem = PosixFileSystem(), progress: Progress = Progress()
  ) {
    self.folder = folder
    self.fileSystem = fileSystem
    self.progress = progress
  }

  /// A project on this machine's disk. The stamps of all files are recorded as they are read.
  package init(folder: String, noting stamps: InputStamps, progress: Progress) {
    self.init(
      folder: folder, fileSystem: PosixFileSystem(noting: stamps), progress: progress)
  }

  /// Whether there is a framework.
  package var isThere: Bool { fileSystem.isThere(folder + "/framework") }

  /// Reads all texts: the YAML files below `framework/` and `seeds/` in path order, the project's own templates and assets, the
  /// lock, and the recorded editions.
  package func readTexts() throws -> ProjectTexts {
    progress.enter(.reading)
    guard !folder.isEmpty else { throw UnnamedProject() }
    guard let framework = try sourcePaths(below: "framework") else {
      throw NoFramework(folder: folder)
    }
    let seeds = try sourcePaths(below: "seeds")
    let paths = framework.sources + (seeds?.sources ?? [])
    let sources = try Concurrency.map(count: paths.count, stride: strideOfFiles(paths.count)) {
      [self] index throws(MachineFailure) in try readSource(paths[index])
    }
    return try ProjectTexts(
      sources: sources, templates: readTemplates(),
      lock: fileSystem.read(folder + "/" + Lock.path), editions: readEditions(besides: sources),
      passedOver: framework.passedOver + (seeds?.passedOver ?? fileInPlaceOfSeeds()))
  }

  /// Reads the texts again after some files were changed, added or removed, by their paths in the project. With nil, any may
  /// have changed.
  ///
  /// A changed source is read by itself. Any other change reads all texts again.
  package func readTexts(changed: [String]?, since texts: ProjectTexts) throws -> ProjectTexts {
    guard let changed else { return try readTexts().sharing(texts) }
    var texts = texts
    for path in changed {
      guard let number = texts.sources.firstIndex(where: { $0.path == path }),
        let bytes = try fileSystem.read(folder + "/" + path)
      else { return try readTexts().sharing(texts) }
      texts.sources[number].bytes = bytes
    }
    return texts
  }

  private func readTemplates() throws -> [ProjectTexts.Text] {
    let paths = try ownFiles(below: "templates") ?? []
    return try paths.compactMap { path in
      try fileSystem.read(folder + "/templates/" + path).map { (path, $0) }
    }
  }

  /// The paths in the project of YAML files below a folder, and the files there that are not read. Returns nil if there is no
  /// such folder.
  private func sourcePaths(
    below name: String
  ) throws -> (sources: [String], passedOver: [PassedOver])? {
    guard let paths = try ownFiles(below: name) else { return nil }
    let passedOver = passedOver(paths, below: name)
    // A name that is not UTF-8 cannot be opened by what is known of it.
    let skipped = Set(passedOver.map(\.path))
    let yaml = paths.filter { isYAML($0[...]) && !skipped.contains("\(name)/\($0)") }
    guard yaml.count <= TooManyFiles.limit else {
      throw TooManyFiles(folder: folder + "/" + name, count: yaml.count)
    }
    return (yaml.map { "\(name)/\($0)" }, passedOver)
  }

  /// Reads the files below `editions/`, in path order. A source equal to one of the project's own shares its memory.
  private func readEditions(besides sources: [ProjectTexts.Text]) throws -> [EditionFiles] {
    let folder = folder + "/" + EditionFiles.folder
    let files = try (ownFiles(below: EditionFiles.folder) ?? []).compactMap { path in
      path.utf8.firstIndex(of: UInt8(ascii: "/")).map { slash in
        (name: path[..<slash], path: path[path.utf8.index(after: slash)...])
      }
    }.filter { isSource($0.path) }
    guard !files.isEmpty else { return [] }
    let numbers = Dictionary(
      sources.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    let read = try Concurrency.map(count: files.count, stride: strideOfFiles(files.count)) {
      [fileSystem] index throws(MachineFailure) -> (bytes: [UInt8], current: Int?) in
      let bytes = try fileSystem.read("\(folder)/\(files[index].name)/\(files[index].path)") ?? []
      let same = numbers[String(files[index].path)].flatMap {
        areEqual(sources[$0].bytes, bytes) ? $0 : nil
      }
      return (same.map { sources[$0].bytes } ?? bytes, same)
    }
    var editions: [EditionFiles] = []
    var start = 0
    while start < files.count {
      let own = files[start...].prefix { $0.name == files[start].name }
      editions.append(
        EditionFiles(
          name: String(files[start].name),
          sources: own.indices.map { (String(files[$0].path), read[$0].bytes) },
          current: own.indices.map { read[$0].current }))
      start = own.endIndex
    }
    return editions
  }

  private func readSource(_ path: String) throws(MachineFailure) -> ProjectTexts.Text {
    let whole = folder + "/" + path
    guard let bytes = try fileSystem.read(whole) else {
      throw MachineFailure(
        action: "read", path: whole, reason: "It is a link to a file that is not there")
    }
    progress.step()
    return (path, bytes)
  }
}

/// The number of files that one core reads in a row.
func strideOfFiles(_ count: Int) -> Int { count < Concurrency.fewFiles ? max(1, count) : 16 }

/// Whether a path in the project is that of a framework file or a source record.
private func isSource(_ path: Substring) -> Bool {
  (path.utf8.starts(with: "framework/".utf8) || path.utf8.starts(with: "seeds/".utf8))
    && isYAML(path)
}

/// Whether a path is that of a YAML file. It compares bytes, since there are thousands of paths.
func isYAML(_ path: Substring) -> Bool {
  path.utf8.suffix(5).elementsEqual(".yaml".utf8) || path.utf8.suffix(4).elementsEqual(".yml".utf8)
}

/// A project with more files than the limit.
package struct TooManyFiles: UsageFailure {
  package static let limit = 100_000

  package let folder: String
  package let count: Int

  package var message: String {
    """
    there are \(count) files below "\(folder)"; at most \(TooManyFiles.limit) are read
    Look whether --project names the right folder.
    """
  }
}

/// A project that is an empty text, as where a variable is not set. Its files would be looked for in the root of the machine.
package struct UnnamedProject: UsageFailure {
  package init() {}

  package let message = """
    --project names no folder
    The text behind it is empty. Is it a variable that is not set?
    """
}

/// A folder named as a project that has no `framework/`.
package struct NoFramework: UsageFailure {
  package let folder: String

  package var message: String {
    """
    there is no folder "framework" in "\(folder)"
    A project is a folder that holds a folder "framework" with YAML files. Name it with --project.
    To begin a new one: ksf init my-framework
    """
  }
}
