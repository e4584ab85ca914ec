internal import Diagnostics
internal import Lock
internal import Threads

/// A project folder: its framework, the sources that it cites, and its own templates if it has any.
package struct Project: Sendable {
  package let folder: String
  package let fileSystem: any FileSystem

  /// What is told of how far a run has come.
  let progress: Progress

  package init(
    folder: String, fileSystem: any FileSystem = PosixFileSystem(), progress: Progress = Progress()
  ) {
    self.folder = folder
    self.fileSystem = fileSystem
    self.progress = progress
  }

  /// All YAML files below `framework/` and `seeds/`, in path order, the project's own templates and assets, its lock, and its
  /// recorded editions.
  func readTexts() throws -> ProjectTexts {
    progress.enter(.reading)
    guard let framework = try sourcePaths(below: "framework") else {
      throw NoFramework(folder: folder)
    }
    let paths = try framework + (sourcePaths(below: "seeds") ?? [])
    let sources = try Concurrency.map(count: paths.count, stride: strideOfFiles(paths.count)) {
      [self] index throws(MachineFailure) in try readSource(paths[index])
    }
    return try ProjectTexts(
      sources: sources, templates: readTemplates(),
      lock: fileSystem.read(folder + "/" + Lock.path), editions: readEditions(besides: sources))
  }

  private func readTemplates() throws -> [ProjectTexts.Text] {
    let paths = try fileSystem.files(below: folder + "/templates") ?? []
    return try paths.compactMap { path in
      try fileSystem.read(folder + "/templates/" + path).map { (path, $0) }
    }
  }

  /// The paths of YAML files below a folder of the project, from the project on; nil if there is no such folder.
  private func sourcePaths(below name: String) throws -> [String]? {
    guard let paths = try fileSystem.files(below: folder + "/" + name) else { return nil }
    let yaml = paths.filter { isYAML($0[...]) }
    guard yaml.count <= TooManyFiles.limit else {
      throw TooManyFiles(folder: folder + "/" + name, count: yaml.count)
    }
    return yaml.map { "\(name)/\($0)" }
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

/// How many of so many files are read in a row by one core.
func strideOfFiles(_ count: Int) -> Int { count < Concurrency.fewFiles ? max(1, count) : 16 }

/// Whether a path is that of a file in YAML. It is asked of thousands, so it is told by bytes.
func isYAML(_ path: Substring) -> Bool {
  path.utf8.suffix(5).elementsEqual(".yaml".utf8) || path.utf8.suffix(4).elementsEqual(".yml".utf8)
}

/// What a project consists of: as it was read, or as fixes have changed it.
struct ProjectTexts: Sendable {
  typealias Text = (path: String, bytes: [UInt8])

  /// The framework's files, by path in the project.
  var sources: [Text]

  /// The project's own templates and assets, by path below `templates/`.
  var templates: [Text]

  /// The lock; nil if the project has none.
  var lock: [UInt8]?

  /// The recorded editions, the lowest first.
  var editions: [EditionTexts] = []
}

/// What a person has to change about the command or the folders, and not in the framework's texts.
package protocol UsageFailure: Error, Sendable {
  /// What is wrong, and what to do.
  var message: String { get }
}

/// A project with more files than anybody writes.
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

/// A folder that was named as a project and has no `framework/` in it.
package struct NoFramework: UsageFailure {
  package let folder: String

  package var message: String {
    """
    there is no folder "framework" in "\(folder)"
    A project is a folder that holds a folder "framework" with YAML files. Name it with --project.
    """
  }
}
