internal import Diagnostics

/// A project folder: its framework, the sources that it cites, and its own templates if it has any.
package struct Project: Sendable {
  package let folder: String
  package let fileSystem: any FileSystem

  package init(folder: String, fileSystem: any FileSystem = PosixFileSystem()) {
    self.folder = folder
    self.fileSystem = fileSystem
  }

  /// All YAML files below `framework/` and `seeds/`, in path order.
  func readSources() throws -> SourceFiles {
    var sources = SourceFiles()
    guard let framework = try readSources(below: "framework") else {
      throw NoFramework(folder: folder)
    }
    for (path, bytes) in try framework + (readSources(below: "seeds") ?? []) {
      _ = sources.add(path: path, bytes: bytes)
    }
    return sources
  }

  /// The project's own templates and assets by path below `templates/`.
  func readTemplates() throws -> [(path: String, bytes: [UInt8])] {
    let paths = try fileSystem.files(below: folder + "/templates") ?? []
    return try paths.compactMap { path in
      try fileSystem.read(folder + "/templates/" + path).map { (path, $0) }
    }
  }

  private func readSources(below name: String) throws -> [(path: String, bytes: [UInt8])]? {
    guard let paths = try fileSystem.files(below: folder + "/" + name) else { return nil }
    return try paths.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.compactMap { path in
      try fileSystem.read("\(folder)/\(name)/\(path)").map { ("\(name)/\(path)", $0) }
    }
  }
}

/// A folder that was named as a project and has no `framework/` in it.
package struct NoFramework: Error, Sendable {
  package let folder: String

  package var message: String {
    """
    there is no folder "framework" in "\(folder)"
    A project is a folder that holds a folder "framework" with YAML files. Name it with --project.
    """
  }
}
